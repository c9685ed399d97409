import { useState } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { boundsOf, boundsOfMost } from '../../../domain/map/bounds.ts'
import { viewOfBounds } from '../../../domain/map/viewOfBounds.ts'
import type { Point } from '../../../domain/place/distance.ts'
import type { PackOnMap } from '../../map/view/mapPack.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { type KeptMapView, keptMapView } from './keptMapView.ts'

/** One house and what lies around it. */
const houseZoom = 16
/** What the map will measure, about, in px: all but the panel and what stands beside it. */
const guessed = () =>
  innerWidth < 800
    ? { width: innerWidth, height: innerHeight * 0.38 }
    : { width: innerWidth - 480, height: innerHeight }
/** Where nothing has a place yet: the country. */
const country: KeptMapView = { middle: { lat: 16.4, lon: 106.4 }, zoom: 6 }

/** `sure`: it stays; else something better may still come, the first books for one. */
export type Start = KeptMapView & { sure: boolean }

/**
 * Where the map begins: at the household asked for, where it was left, with all houses in sight, with the packs, with
 * the places that the office declared. Null until the packs on this phone are known.
 */
export const useStart = (
  asked: Point | null,
  rows: readonly HouseholdRow[],
  packs: readonly PackOnMap[] | null,
): Start | null => {
  const areas = useAreas()
  const [start, setStart] = useState<Start | null>(null)
  if (start?.sure || packs === null) return start
  const centres = areas.all.flatMap(({ centre }) => (centre === undefined ? [] : [{ lon: centre[0], lat: centre[1] }]))
  const corners = packs.flatMap(({ bounds: [west, south, east, north] }) => [
    { lon: west, lat: south },
    { lon: east, lat: north },
  ])
  const houses = boundsOfMost(rows.flatMap(({ point }) => point ?? []))
  const bounds = houses ?? boundsOf(corners) ?? boundsOfMost(centres)
  const kept = asked === null ? keptMapView() : { middle: asked, zoom: houseZoom }
  const found = kept ?? (bounds === null ? country : viewOfBounds(bounds, guessed()))
  const sure = kept !== null || houses !== null
  if (start !== null && !sure && start.zoom === found.zoom && start.middle.lat === found.middle.lat) return start
  const now = { ...found, sure }
  setStart(now)
  return now
}
