/** West, south, east, north in degrees, WGS 84; west < east, south < north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** What tiles of Web Mercator can show at all. */
export const world: Bounds = [-180, -85.0511287798066, 180, 85.0511287798066]

/** What lies in both; null where they don't overlap. */
export const commonBounds = (a: Bounds, b: Bounds): Bounds | null => {
  const both: Bounds = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return isBounds(both) ? both : null
}

export const isBounds = ([west, south, east, north]: readonly number[]): boolean =>
  [west, south, east, north].every((degrees) => Number.isFinite(degrees)) && west! < east! && south! < north!
