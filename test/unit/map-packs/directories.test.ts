import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Compression, readVarint } from 'pmtiles'
import { expect, it } from 'vitest'
import { type EntryList, emptyEntryList, pushEntry } from '../../../src/endpoint/map-packs/format/entryList.ts'
import { readDirectory } from '../../../src/endpoint/map-packs/format/readDirectory.ts'
import { mostRootBytes, splitDirectory } from '../../../src/endpoint/map-packs/format/splitDirectory.ts'
import { mostVarintBytes, writeVarint } from '../../../src/endpoint/map-packs/format/varint.ts'
import { writeDirectory } from '../../../src/endpoint/map-packs/format/writeDirectory.ts'
import { seedOf } from '../../support/size.ts'

const seed = seedOf('map packs, directories', 20261126)

type Row = readonly [id: number, run: number, offset: number, length: number]

const rowsOf = ({ length, ids, runs, offsets, lengths }: EntryList): Row[] =>
  Array.from({ length }, (_, at) => [ids[at]!, runs[at]!, offsets[at]!, lengths[at]!])

const listOf = (rows: readonly Row[]): EntryList => {
  const list = emptyEntryList(1)
  for (const [id, run, offset, length] of rows) pushEntry(list, id, run, offset, length)
  return list
}

/** Entries as packs have them: rising ids up to zoom 22, most data right behind the one before, some elsewhere. */
const someRows = fc
  .array(
    fc.tuple(
      fc.oneof(fc.nat(3), fc.nat(2 ** 40)),
      fc.integer({ min: 1, max: 1000 }),
      fc.oneof(fc.constant(-1), fc.nat(2 ** 40)),
      fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let [id, end] = [0, 0]
    return steps.map(([gap, run, elsewhere, length]): Row => {
      const row: Row = [id + gap, run, elsewhere < 0 ? end : elsewhere, length]
      id = row[0] + run
      end = row[2] + length
      return row
    })
  })

it('[R-pack-01] every whole number up to 2^53 is written as the library reads it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.maxSafeNat(), fc.nat(300), fc.constantFrom(127, 128, 2 ** 32, 2 ** 35 - 1)), (value) => {
      const buf = new Uint8Array(mostVarintBytes + 1)
      const end = writeVarint(buf, 0, value)
      const from = { buf, pos: 0 }
      expect([readVarint(from), from.pos]).toEqual([value, end])
      expect(end).toBeLessThanOrEqual(mostVarintBytes)
    }),
    { seed, numRuns: 1000 },
  )
})

it('[R-pack-01] a directory that was written is read as it was', () => {
  fc.assert(
    fc.property(someRows, (rows) => {
      const list = listOf(rows)
      expect(rowsOf(readDirectory(writeDirectory(list, 0, list.length), Compression.Gzip))).toEqual(rows)
    }),
    { seed, numRuns: 300 },
  )
})

it('[R-pack-01] leaves hold every entry once and in order, and the root stays within its bytes, however many there are', () => {
  for (const [count, leafLength] of [
    [1, 4096] as const,
    [5000, 4096] as const,
    [20_000, 1] as const,
    [40_000, 4096] as const,
  ]) {
    // Lengths that don't pack: each takes its bytes.
    const rows = Array.from({ length: count }, (_, at): Row => [at * 3, 1, at * 70_000, 1 + ((at * 7919) % 65_521)])
    const { root, leaves } = splitDirectory(listOf(rows), leafLength)
    expect(root.length).toBeLessThanOrEqual(mostRootBytes)
    const top = readDirectory(root, Compression.Gzip)
    if (leaves.length === 0) expect(rowsOf(top)).toEqual(rows)
    else {
      const ends = leaves.map((leaf, at) => leaf.length + leaves.slice(0, at).reduce((sum, one) => sum + one.length, 0))
      expect([...top.offsets]).toEqual(ends.map((end, at) => end - leaves[at]!.length))
      expect(top.runs.every((run) => run === 0)).toBe(true)
      const below = leaves.map((leaf) => rowsOf(readDirectory(leaf, Compression.Gzip)))
      expect(below.map(([first]) => first?.[0])).toEqual([...top.ids])
      expect(below.flat()).toEqual(rows)
    }
    expect(leaves.length > 0).toBe(count > 1)
  }
})

it('[R-pack-01] a root that is one byte too long for the first 16 KiB gets leaves', () => {
  const rows = Array.from({ length: 6000 }, (_, at): Row => [at * 3, 1, at * 70_000, 1 + ((at * 7919) % 65_521)])
  const rootOf = (count: number) => writeDirectory(listOf(rows.slice(0, count)), 0, count).length
  let [fits, tooMany] = [1, rows.length]
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >>> 1
    if (rootOf(middle) <= 16_384 - 127) fits = middle
    else tooMany = middle
  }
  expect(rootOf(tooMany)).toBeLessThan(16_384)
  expect(splitDirectory(listOf(rows.slice(0, fits))).leaves.length).toBe(0)
  expect(splitDirectory(listOf(rows.slice(0, tooMany))).leaves.length).toBe(1)
})

it('[R-pack-06] what is no directory is refused, whatever bytes it has, and never believed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        const { length } = readDirectory(bytes, Compression.None)
        expect(length * 4).toBeLessThanOrEqual(bytes.length)
      } catch (error) {
        expect((error as Error).message).toMatch(/directory|varint/)
      }
    }),
    { seed, numRuns: 1000 },
  )
  const huge = [0xff, 0xff, 0xff, 0x7f, 1, 1, 1, 1]
  expect(() => readDirectory(Uint8Array.from(huge), Compression.None)).toThrow('wrong length')
  const falling = listOf([
    [5, 1, 0, 10],
    [9, 1, 10, 10],
  ])
  falling.ids[1] = 5
  expect(() => readDirectory(writeDirectory(falling, 0, 2), Compression.Gzip)).toThrow('no sense')
  expect(() => readDirectory(gzipSync(new Uint8Array(70_000_000)), Compression.Gzip)).toThrow()
})
