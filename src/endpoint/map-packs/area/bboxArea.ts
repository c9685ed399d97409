import { PackRefused } from '../packRefused.ts'
import type { Area, Square } from './area.ts'
import { type Bounds, isBounds } from './bounds.ts'
import { xOf, yOf } from './mercator.ts'

/** `W,S,E,N` in degrees. A tile that only shares an edge with it is not in it. */
export const bboxArea = (text: string): Area => {
  const parts = text.split(',')
  const bounds = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part))) as unknown as Bounds
  const [west, south, east, north] = bounds
  if (parts.length !== 4 || !isBounds(bounds) || west < -180 || east > 180 || south < -90 || north > 90)
    throw new PackRefused('bad-bbox', { bbox: text })
  const [left, top, right, bottom] = [xOf(west), yOf(north), xOf(east), yOf(south)]
  const within = ({ x, y, size }: Square) => {
    if (x >= right || x + size <= left || y >= bottom || y + size <= top) return 'none'
    return x >= left && x + size <= right && y >= top && y + size <= bottom ? 'whole' : { in: within }
  }
  return { bounds, in: within }
}
