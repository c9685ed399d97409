import type { Point } from '../place/distance.ts'

/** West, south, east, north in degrees, as packs say it. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Touching is meeting. */
export const meet = (a: Bounds, b: Bounds): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

/** Whether all of `b` lies in `a`. */
export const holds = (a: Bounds, b: Bounds): boolean => a[0] <= b[0] && a[1] <= b[1] && a[2] >= b[2] && a[3] >= b[3]

export const isInside = ([west, south, east, north]: Bounds, { lon, lat }: Point): boolean =>
  west <= lon && lon <= east && south <= lat && lat <= north

/** What holds all of them; null of none. */
export const boundsOf = (points: readonly Point[]): Bounds | null => {
  if (points.length === 0) return null
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const { lon, lat } of points) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** Of each hundred points the two farthest out on each side are left out: one wrong place far away moves no view. */
export const boundsOfMost = (points: readonly Point[]): Bounds | null => {
  const skipped = Math.floor(points.length / 50)
  if (skipped === 0) return boundsOf(points)
  const lons = points.map(({ lon }) => lon).sort((a, b) => a - b)
  const lats = points.map(({ lat }) => lat).sort((a, b) => a - b)
  const last = points.length - 1 - skipped
  return [lons[skipped] ?? 0, lats[skipped] ?? 0, lons[last] ?? 0, lats[last] ?? 0]
}
