/** Straight-line distance in metres, WGS 84, for village scale (< 10 km; error < 0.5 %). */
export const distanceMetres = (a: Point, b: Point): number => {
  const metresPerDegree = 111_320
  const dy = (a.lat - b.lat) * metresPerDegree
  const dx = (a.lon - b.lon) * metresPerDegree * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(dx, dy)
}

export type Point = { lat: number; lon: number }

/** The point of a location that has one. */
export const pointOf = (location: object | null | undefined): Point | null =>
  location && 'lat' in location && 'lon' in location ? (location as Point) : null
