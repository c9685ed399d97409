import type { HouseholdRow } from '../lists/householdRows.ts'
import { distanceMetres, type Point } from '../place/distance.ts'

export type Near = { row: HouseholdRow; point: Point; metres: number }

/** A family in a tent comes before who lives nearer, where one can walk there and back within an hour or so; metres. */
export const walkMetres = 2_000

/**
 * The `most` households nearest to a place: families in a tent within a walk first, then by distance, then as given.
 * Costs one pass over all of them, however many there are. What has no place on the map is not among them.
 */
export const nearestFirst = (rows: readonly HouseholdRow[], from: Point, most: number): Near[] => {
  const near: (Near & { rank: number })[] = []
  for (const row of rows) {
    if (row.point === null) continue
    const metres = distanceMetres(from, row.point)
    const rank = row.dwelling === 'tent' && metres <= walkMetres ? metres - walkMetres - 1 : metres
    const last = near[most - 1]
    if (last !== undefined && rank >= last.rank) continue
    near.splice(placeOf(near, rank), 0, { row, point: row.point, metres, rank })
    if (near.length > most) near.pop()
  }
  return near.map(({ row, point, metres }) => ({ row, point, metres }))
}

/** Behind all of the same rank. */
const placeOf = (near: readonly { rank: number }[], rank: number): number => {
  let low = 0
  let high = near.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((near[middle]?.rank ?? 0) <= rank) low = middle + 1
    else high = middle
  }
  return low
}
