import { type RefObject, useEffect, useState } from 'react'
import { useMap } from 'react-leaflet'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { clusterPoints, type PinOf } from '../../../domain/map/clusterPoints.ts'
import { afterPaint } from '../../device/afterPaint.ts'
import { clusterIndex } from './clusterIndex.ts'
import { PinLayer, type PinsHeard } from './PinLayer.ts'

type Props = {
  rows: readonly HouseholdRow[]
  chosen: (PinOf & { lat: number; lon: number }) | null
  drawings: RefObject<HTMLDivElement | null>
  heard: PinsHeard
}

/** The houses, gathered where they lie close. Gathering 20,000 waits until what stands now is drawn. */
export const Pins = ({ rows, chosen, drawings, heard }: Props) => {
  const map = useMap()
  const [layer, setLayer] = useState<PinLayer | null>(null)
  useEffect(() => {
    if (drawings.current === null) return
    const laid = new PinLayer(drawings.current, heard).addTo(map)
    setLayer(laid)
    return () => {
      laid.remove()
    }
  }, [map, drawings, heard])
  useEffect(() => {
    if (layer !== null) return afterPaint(() => layer.show(clusterIndex(clusterPoints(rows))))
  }, [layer, rows])
  const { id, stage, mark, lat, lon } = chosen ?? { id: null }
  useEffect(() => {
    layer?.choose(id === null ? null : ({ id, stage, mark, lat, lon } as NonNullable<typeof chosen>))
  }, [layer, id, stage, mark, lat, lon])
  return null
}
