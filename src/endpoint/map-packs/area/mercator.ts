import { world } from './bounds.ts'

/** Longitude in degrees to x in the unit square of Web Mercator: 0 in the west, 1 in the east. */
export const xOf = (longitude: number): number => longitude / 360 + 0.5

/** Latitude in degrees to y in the unit square: 0 in the north, 1 in the south; what lies beyond is at the edge. */
export const yOf = (latitude: number): number => {
  const sin = Math.sin((Math.min(Math.max(latitude, world[1]), world[3]) * Math.PI) / 180)
  return Math.min(1, Math.max(0, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)))
}

/** The other way, in degrees. */
export const longitudeOf = (x: number): number => (x - 0.5) * 360
export const latitudeOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI
