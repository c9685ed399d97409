import { tileIdToZxy } from 'pmtiles'
import type { Bounds } from './bounds.ts'
import { latitudeOf, longitudeOf } from './mercator.ts'

/** Around all tiles of the deepest zoom among these ascending ids; there must be one. */
export const tileBounds = (ids: Float64Array): Bounds => {
  const [deepest] = tileIdToZxy(ids.at(-1)!)
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0]
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const [z, x, y] = tileIdToZxy(ids[at]!)
    if (z < deepest) break
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + 1)
    bottom = Math.max(bottom, y + 1)
  }
  const size = 2 ** deepest
  return [longitudeOf(left / size), latitudeOf(bottom / size), longitudeOf(right / size), latitudeOf(top / size)]
}
