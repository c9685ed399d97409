export type Place = readonly [longitude: number, latitude: number]

/** How far beyond the outermost places the outline goes, in degrees: some three kilometres. */
const margin = 0.03

/**
 * A rough outline around places, closed: their convex hull, each corner moved out from the middle. Anticlockwise, as
 * GeoJSON wants outer rings. It follows no border.
 */
export const roughOutline = (places: readonly Place[]): [longitude: number, latitude: number][] => {
  const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const hull = [...half(sorted), ...half(sorted.reverse())]
  const middle = (at: 0 | 1) => hull.reduce((sum, place) => sum + place[at], 0) / hull.length
  const [x, y] = [middle(0), middle(1)]
  const corners = hull.map(([longitude, latitude]): [number, number] => {
    const away = Math.hypot(longitude - x, latitude - y)
    const more = away === 0 ? 0 : margin / away
    return [rounded(longitude + (longitude - x) * more), rounded(latitude + (latitude - y) * more)]
  })
  return [...corners, ...corners.slice(0, 1)]
}

/** One side of the hull (Andrew's monotone chain), without its last corner, which begins the other. */
const half = (sorted: readonly Place[]): Place[] => {
  const chain: Place[] = []
  for (const place of sorted) {
    while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, place) <= 0) chain.pop()
    chain.push(place)
  }
  return chain.slice(0, -1)
}

const turn = (a: Place, b: Place, c: Place): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4
