import type { BuildMark } from '../build/build.ts'
import type { Stage } from '../entries/communeBodies.ts'
import type { HouseholdRow } from '../lists/householdRows.ts'

/** What a pin is drawn by, and whom it leads to. */
export type PinOf = { id: string; stage: Stage; mark: BuildMark }

/** A point as a cluster index takes it: [longitude, latitude] in degrees. `ids`: all who stand at this very place. */
export type ClusterPoint = {
  type: 'Feature'
  geometry: { type: 'Point'; coordinates: [number, number] }
  properties: PinOf & { ids: string[] }
}

/** Nearer to each other than one of these, in degrees (about a metre), no map tells two places apart. */
const same = 1e5

/** Every row that has a place on the map; those at one place are one point, under the first of them. */
export const clusterPoints = (rows: readonly HouseholdRow[]): ClusterPoint[] => {
  const points = new Map<number, ClusterPoint>()
  for (const { id, stage, mark, point } of rows) {
    if (point === null) continue
    const { lon, lat } = point
    const place = Math.round((lat + 90) * same) * 360 * same + Math.round((lon + 180) * same)
    const there = points.get(place)
    if (there !== undefined) there.properties.ids.push(id)
    else
      points.set(place, {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { id, stage, mark, ids: [id] },
      })
  }
  return [...points.values()]
}
