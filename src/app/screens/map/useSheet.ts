import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { numberWords } from '../../../language/locale.ts'
import type { PinsHeard } from '../../map/view/PinLayer.ts'
import type { MapHandle } from '../../map/view/VillageMap.tsx'
import type { PlacedBy } from './PlaceSetter.tsx'
import { useChosen } from './useChosen.ts'

export type Sheet = {
  /** The household that the sheet is of. */
  row: HouseholdRow | undefined
  /** How its place is being set; null where it isn't. */
  placing: PlacedBy | null
  place(by: PlacedBy | null): void
  /** Its place was just saved. */
  saved: boolean
  placed(): void
  /** Those of one place that no zoom parts, instead of all; null: all. */
  together: ReadonlySet<string> | null
  showAll(): void
  choose(id: string | null): void
  /** Whose sheet was closed last: there the list goes on. */
  closed: string | null
  heard: PinsHeard
}

/** What stands in the panel beside the map, and what a tap on the map changes of it. */
export const useSheet = (rows: readonly HouseholdRow[], map: RefObject<MapHandle | null>, moved: () => void): Sheet => {
  const { id, choose: go } = useChosen()
  const [placing, place] = useState<PlacedBy | null>(null)
  const [saved, setSaved] = useState(false)
  const [together, setTogether] = useState<ReadonlySet<string> | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const shown = useRef(id)
  useEffect(() => {
    shown.current = id
  }, [id])
  const row = id === null ? undefined : rows.find((one) => one.id === id)
  const point = row?.point ?? null
  useEffect(() => {
    if (point === null) return
    moved()
    map.current?.reveal(point)
  }, [point, moved, map])
  const choose = useCallback(
    (chosen: string | null) => {
      place(null)
      setSaved(false)
      setClosed(chosen === null ? shown.current : null)
      go(chosen)
    },
    [go],
  )
  const heard = useMemo(
    () => ({
      choose,
      several: (ids: string[]) => {
        choose(null)
        setTogether(new Set(ids))
      },
      count: numberWords,
    }),
    [choose],
  )
  const placed = () => {
    place(null)
    setSaved(true)
  }
  return { row, placing, place, saved, placed, together, showAll: () => setTogether(null), choose, closed, heard }
}
