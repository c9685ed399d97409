import type { LeafletEventHandlerFnMap, Map as LeafletMap } from 'leaflet'
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react'
import { Circle, MapContainer, Polyline, useMap, useMapEvents } from 'react-leaflet'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import type { Bounds } from '../../../domain/map/bounds.ts'
import type { PinOf } from '../../../domain/map/clusterPoints.ts'
import type { Step } from '../../../domain/map/wayWalked.ts'
import type { Point } from '../../../domain/place/distance.ts'
import { HereLayer, type HereOnMap } from './HereLayer.ts'
import type { PackOnMap } from './mapPack.ts'
import { Online } from './Online.tsx'
import type { OnlineOnMap, OnlineSeen } from './OnlineLayer.ts'
import { Packs } from './Packs.tsx'
import { PinDrawings } from './PinDrawings.tsx'
import type { PinsHeard } from './PinLayer.ts'
import { Pins } from './Pins.tsx'
import { zoomByTaps } from './zoomByTaps.ts'
import './map.css'

/** What a screen does with the map. Distances of `pan` are px of the screen, east and south. */
export type MapHandle = {
  zoom(by: 1 | -1): void
  pan(east: number, south: number): void
  /** `zoom`: at least so near. */
  show(point: Point, zoom: number): void
  /** Brought into sight, where it isn't. */
  reveal(point: Point): void
}

/** What is in sight: its middle, its zoom, its edges. */
export type MapView = { middle: Point; zoom: number; bounds: Bounds }

export type ChosenPin = PinOf & Point & { accuracy: number | null }

type Props = {
  ref: Ref<MapHandle>
  label: string
  packs: readonly PackOnMap[]
  /** The map on the net; null while it is off. */
  online: OnlineOnMap | null
  rows: readonly HouseholdRow[]
  chosen: ChosenPin | null
  here: HereOnMap | null
  way: readonly Step[]
  /** Where it begins. */
  start: { middle: Point; zoom: number }
  heard: PinsHeard
  looked(view: MapView): void
  /** A finger or a key moved the map itself. */
  moved(): void
  failed(title: string): void
  onlineTold(seen: OnlineSeen): void
}

/** From here on a house's neighbours are told apart. */
const revealZoom = 14

const calm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Near, the map glides; far, it jumps; for who wants no motion it always jumps. */
const motion = (): { animate?: false } => (calm() ? { animate: false } : {})

/** The map: packs below, the net's above them where it is on, houses on top, north up. Its buttons are the screen's. */
export const VillageMap = (props: Props) => {
  const { ref, label, packs, online, rows, chosen, here, way, start, heard, looked, moved, failed, onlineTold } = props
  const [map, setMap] = useState<LeafletMap | null>(null)
  const drawings = useRef<HTMLDivElement>(null)
  const zoomer = useMemo(() => (map === null ? () => undefined : zoomByTaps(map)), [map])
  useImperativeHandle(
    ref,
    () => ({
      zoom: zoomer,
      pan: (east, south) => map?.panBy([east, south], { animate: false }),
      show: ({ lat, lon }, zoom) => map?.setView([lat, lon], Math.max(zoom, map.getZoom()), motion()),
      reveal: (point) => map !== null && reveal(map, point),
    }),
    [map, zoomer],
  )
  return (
    <>
      <PinDrawings ref={drawings} />
      <MapContainer
        ref={setMap}
        className="village-map"
        center={[start.middle.lat, start.middle.lon]}
        zoom={start.zoom}
        minZoom={6}
        maxZoom={18}
        zoomControl={false}
        attributionControl={false}
        fadeAnimation={false}
        zoomAnimation={!calm()}
        markerZoomAnimation={!calm()}
        bounceAtZoomLimits={false}
      >
        <Frame label={label} looked={looked} moved={moved} />
        <Packs packs={packs} failed={failed} />
        {online !== null && <Online online={online} told={onlineTold} />}
        {way.length > 1 && (
          <Polyline positions={way.map(([lat, lon]) => [lat, lon])} className="way-walked" interactive={false} />
        )}
        {chosen !== null && chosen.accuracy !== null && (
          <Circle
            center={[chosen.lat, chosen.lon]}
            radius={chosen.accuracy}
            className="house-circle"
            interactive={false}
          />
        )}
        <Pins rows={rows} chosen={chosen} drawings={drawings} heard={heard} />
        <HereMark here={here} />
      </MapContainer>
    </>
  )
}

/** Beside a sheet that just took some of its room. */
const reveal = (map: LeafletMap, { lat, lon }: Point): void => {
  map.invalidateSize({ animate: false })
  if (map.getBounds().contains([lat, lon])) map.panInside([lat, lon], { padding: [56, 72], ...motion() })
  else map.setView([lat, lon], Math.max(revealZoom, map.getZoom()), motion())
}

/** How the map is called, what is told of it, and that it fills the room it has. */
const Frame = ({ label, looked, moved }: Pick<Props, 'label' | 'looked' | 'moved'>) => {
  const map = useMap()
  const look = useCallback(() => {
    const { lat, lng } = map.getCenter()
    const bounds = map.getBounds()
    looked({
      middle: { lat, lon: lng },
      zoom: map.getZoom(),
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    })
  }, [map, looked])
  const events: LeafletEventHandlerFnMap = {
    moveend: look,
    dragstart: moved,
    keydown: ({ originalEvent }) => originalEvent.key.startsWith('Arrow') && moved(),
  }
  useMapEvents(events)
  useEffect(() => {
    const container = map.getContainer()
    container.setAttribute('role', 'region')
    container.setAttribute('aria-label', label)
    // What is drawn stands in the list beside it, in words.
    for (const pane of Object.values(map.getPanes())) if (pane !== map.getPane('mapPane')) pane.ariaHidden = 'true'
    const size = new ResizeObserver(() => map.invalidateSize({ animate: false }))
    size.observe(container)
    look()
    return () => size.disconnect()
  }, [map, label, look])
  return null
}

const HereMark = ({ here }: { here: HereOnMap | null }) => {
  const map = useMap()
  const [layer] = useState(() => new HereLayer())
  useEffect(() => {
    layer.addTo(map)
    return () => {
      layer.remove()
    }
  }, [map, layer])
  useEffect(() => layer.show(here), [layer, here])
  return null
}
