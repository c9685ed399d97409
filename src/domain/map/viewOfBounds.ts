import type { Point } from '../place/distance.ts'
import type { Bounds } from './bounds.ts'

/** Px: room at the edges, so that a pin at one is whole. */
const edge = 32
/** One house alone is seen with what lies around it. */
const nearest = 16
const farthest = 6

/** The middle of bounds, and the greatest whole zoom at which they fit into so many px (Web Mercator). */
export const viewOfBounds = (
  bounds: Bounds,
  { width, height }: { width: number; height: number },
): { middle: Point; zoom: number } => {
  const [west, south, east, north] = bounds
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 }
  const across = (east - west) / 360
  const down = (mercator(north) - mercator(south)) / (2 * Math.PI)
  const times = Math.min((width - 2 * edge) / (256 * across), (height - 2 * edge) / (256 * down))
  const zoom = Math.floor(Math.log2(times))
  return { middle, zoom: Math.max(farthest, Math.min(nearest, Number.isFinite(zoom) ? zoom : nearest)) }
}

const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
