import { zxyToTileId } from 'pmtiles'
import { PackRefused } from '../packRefused.ts'
import type { Area, AreaPart } from './area.ts'

/** Tile ids as pairs `from, to` (`to` not included), ascending and apart: a whole quarter of the world is one pair. */
export type TileRanges = Float64Array

/** More pairs than an office's area ever has; beyond, memory would not be bounded. */
const mostRanges = 2_000_000

/**
 * Ids of the tiles that touch an area, at each zoom from `minZoom` to `maxZoom`. All tiles below one tile follow each
 * other on the Hilbert curve, so what lies whole in the area is not walked through.
 */
export const tileRanges = (area: Area, minZoom: number, maxZoom: number): TileRanges => {
  const found: [from: number, to: number][] = []
  const add = (z: number, x: number, y: number, deepest: number) => {
    const place = zxyToTileId(z, x, y) - firstIdOf(z)
    for (let zoom = Math.max(z, minZoom); zoom <= deepest; zoom += 1) {
      const each = 4 ** (zoom - z)
      found.push([firstIdOf(zoom) + place * each, firstIdOf(zoom) + (place + 1) * each])
    }
    if (found.length > mostRanges) throw new PackRefused('too-many-tiles', { most: mostRanges })
  }
  const look = (within: AreaPart, z: number, x: number, y: number) => {
    const size = 1 / 2 ** z
    const part = within.in({ x: x * size, y: y * size, size })
    if (part === 'none') return
    add(z, x, y, part === 'whole' ? maxZoom : z)
    if (part === 'whole' || z === maxZoom) return
    for (const [right, down] of quarters) look(part, z + 1, 2 * x + right, 2 * y + down)
  }
  look(area, 0, 0, 0)
  return joined(found.sort((a, b) => a[0] - b[0]))
}

/** Whether an id is in one of the ranges. */
export const isInRanges = (ranges: TileRanges, id: number): boolean => {
  const at = rangeAfter(ranges, id)
  return at < ranges.length && ranges[at]! <= id
}

/** Whether the ranges have this tile or any below it, down to `maxZoom`. */
export const reachesBelow = (
  ranges: TileRanges,
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
  maxZoom: number,
): boolean => {
  const place = zxyToTileId(z, x, y) - firstIdOf(z)
  for (let zoom = z; zoom <= maxZoom; zoom += 1) {
    const each = 4 ** (zoom - z)
    const from = firstIdOf(zoom) + place * each
    const at = rangeAfter(ranges, from)
    if (at < ranges.length && ranges[at]! < from + each) return true
  }
  return false
}

/** Where the first pair stands that ends after `id`; the length where there is none. */
export const rangeAfter = (ranges: TileRanges, id: number): number => {
  let [least, most] = [0, ranges.length / 2]
  while (least < most) {
    const middle = (least + most) >>> 1
    if (ranges[2 * middle + 1]! <= id) least = middle + 1
    else most = middle
  }
  return 2 * least
}

/** Right and down: the four tiles below one. */
export const quarters = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

const firstIdOf = (zoom: number): number => (4 ** zoom - 1) / 3

const joined = (sorted: readonly (readonly [number, number])[]): TileRanges => {
  const flat: number[] = []
  for (const [from, to] of sorted) {
    if (flat.at(-1) === from) flat[flat.length - 1] = to
    else flat.push(from, to)
  }
  return Float64Array.from(flat)
}
