import type { ColumnReader } from './columnReader.ts'
import type { ColumnWriter } from './columnWriter.ts'
import { NotColumns } from './notColumns.ts'

/** How a column of numbers is written; each is said by one byte. */
const same = 0
const integers = 1
const steps = 2
const above = 3
const packed = 4
const floats = 5
/** From here on: whole numbers in one of the ways above, each divided by a power of ten. */
const tenths = 0x10

/** Any finite numbers; both sides know how many there are. */
export const writeNumbers = (out: ColumnWriter, values: readonly number[]): void => {
  if (values.length === 0) return
  const decimals = decimalsOf(values)
  if (decimals === null) {
    out.byte(floats)
    for (const value of values) writeFloat(out, value)
    return
  }
  const unit = 10 ** decimals
  writeIntegers(
    out,
    values.map((value) => Math.round(value * unit)),
    decimals * tenths,
  )
}

export const readNumbers = (from: ColumnReader, count: number): number[] => {
  if (count === 0) return []
  from.spend(count)
  const head = from.byte()
  if (head === floats) return Array.from({ length: count }, () => readFloat(from))
  const unit = 10 ** (head >> 4)
  const values = readIntegers(from, count, head & 0x0f)
  return unit === 1 ? values : values.map((value) => value / unit)
}

const writeIntegers = (out: ColumnWriter, values: readonly number[], decimals: number): void => {
  const least = values.reduce((a, b) => Math.min(a, b))
  const range = values.reduce((a, b) => Math.max(a, b)) - least
  const width = range < 2 ** 32 ? bitsFor(range) : 64
  if (range === 0) {
    out.byte(decimals + same)
    out.integer(least)
    return
  }
  const ways = [
    { way: integers, bytes: bytesOf(values) },
    { way: steps, bytes: bytesOf(values.map((value, at) => value - (values[at - 1] ?? 0))) },
    { way: above, bytes: bytesOf([least]) + values.reduce((sum, value) => sum + lengthOf(value - least, 0x80), 0) },
    // Where a byte a number would do, what packs the body makes less of it than its bits.
    {
      way: packed,
      bytes: width <= 8 || width > 32 ? Number.POSITIVE_INFINITY : bytesOf([least]) + 1 + (values.length * width) / 8,
    },
  ]
  const { way } = ways.reduce((best, one) => (one.bytes < best.bytes ? one : best))
  out.byte(decimals + way)
  if (way === above || way === packed) out.integer(least)
  if (way === packed) out.byte(width)
  let before = 0
  for (const value of values) {
    if (way === integers) out.integer(value)
    else if (way === steps) out.integer(value - before)
    else if (way === above) out.count(value - least)
    else out.someBits(value - least, width)
    before = value
  }
}

const readIntegers = (from: ColumnReader, count: number, way: number): number[] => {
  const values: number[] = new Array(count)
  if (way === same) return values.fill(from.integer())
  if (way !== integers && way !== steps && way !== above && way !== packed) throw new NotColumns('numbers')
  const least = way === above || way === packed ? from.integer() : 0
  const width = way === packed ? from.byte() : 0
  if (width > 32) throw new NotColumns('width')
  let before = 0
  for (let at = 0; at < count; at += 1) {
    const read = way === packed ? from.someBits(width) : way === above ? from.count() : from.integer()
    before = way === steps ? before + read : least + read
    if (!Number.isSafeInteger(before)) throw new NotColumns('number')
    values[at] = before
  }
  return values
}

/** Places behind the point by which every value is said exactly, at most 9; null where there are none, or too large ones. */
const decimalsOf = (values: readonly number[]): number | null => {
  for (let decimals = 0; decimals <= 9; decimals += 1) {
    const unit = 10 ** decimals
    if (values.every((value) => isSaidBy(value, unit))) return decimals
    if (values.some((value) => Math.abs(value) > mostSaid / unit)) return null
  }
  return null
}

/** Differences of two of them are safe integers too. */
const mostSaid = 2 ** 51

const isSaidBy = (value: number, unit: number): boolean => {
  const whole = Math.round(value * unit)
  return Math.abs(whole) <= mostSaid && whole / unit === value
}

const bitsFor = (range: number): number => (range === 0 ? 0 : Math.floor(Math.log2(range)) + 1)

const lengthOf = (size: number, first: number): number => {
  let bytes = 1
  for (let rest = Math.floor(size / first); rest > 0; rest = Math.floor(rest / 0x80)) bytes += 1
  return bytes
}

const bytesOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + lengthOf(Math.abs(value), 0x40), 0)

const writeFloat = (out: ColumnWriter, value: number): void => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  for (let at = 0; at < 8; at += 1) out.byte(view.getUint8(at))
}

const readFloat = (from: ColumnReader): number => {
  const view = new DataView(new ArrayBuffer(8))
  for (let at = 0; at < 8; at += 1) view.setUint8(at, from.byte())
  const value = view.getFloat64(0)
  if (!Number.isFinite(value)) throw new NotColumns('number')
  return value
}
