import type { Point } from '../place/distance.ts'

/** The sixteen winds, clockwise from north. */
export const winds = [
  ...(['n', 'nne', 'ne', 'ene', 'e', 'ese', 'se', 'sse'] as const),
  ...(['s', 'ssw', 'sw', 'wsw', 'w', 'wnw', 'nw', 'nnw'] as const),
] as const
export type Wind = (typeof winds)[number]

/** Which way one looks from `from` to see `to`: degrees clockwise from true north, 0 ≤ degrees < 360. */
export const bearingDegrees = (from: Point, to: Point): number => {
  const middle = (((from.lat + to.lat) / 2) * Math.PI) / 180
  const east = (to.lon - from.lon) * Math.cos(middle)
  const degrees = (Math.atan2(east, to.lat - from.lat) * 180) / Math.PI
  return (degrees + 360) % 360
}

/** The wind nearest to a bearing in degrees, of any turn. */
export const windOf = (degrees: number): Wind => {
  const turned = ((degrees % 360) + 360) % 360
  return winds[Math.round(turned / (360 / winds.length)) % winds.length] ?? 'n'
}
