import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { bboxArea } from '../../../src/endpoint/map-packs/area/bboxArea.ts'
import { makePack } from '../../../src/endpoint/map-packs/makePack.ts'
import { noProgress } from '../../../src/endpoint/map-packs/progress.ts'
import { fetchPart } from '../../../src/endpoint/map-packs/sources/fetchPart.ts'
import { httpDoor } from '../../../src/endpoint/map-packs/sources/httpDoor.ts'
import { mergeRanges } from '../../../src/endpoint/map-packs/sources/mergeRanges.ts'
import { packSource } from '../../../src/endpoint/map-packs/sources/packSource.ts'
import { seedOf } from '../../support/size.ts'
import { aFolder } from './support/aFolder.ts'
import { aPack } from './support/aPack.ts'
import { aRangeServer } from './support/aRangeServer.ts'
import { aPicture } from './support/aTile.ts'
import { packing, tilesIn } from './support/packing.ts'

const dir = aFolder()
const seed = seedOf('map packs, http', 20261126)
const large = join(dir, 'large.pmtiles')
const box = ['--bbox', '100,10,112,22', '--maxzoom', '8']
let server: Awaited<ReturnType<typeof aRangeServer>>
let fromFile: { [zxy: string]: string }

beforeAll(async () => {
  const tiles = new Map<number, Uint8Array>()
  // Some 25 MB, in 87,000 tiles of 300 bytes and more: enough for leaves.
  for (let id = 0; id < (4 ** 9 - 1) / 3; id += 1)
    tiles.set(id, aPicture('png', `${id}`.padEnd(200 + ((id * 7919) % 211), '·')))
  await aPack(large, tiles, { kind: 'png', bounds: [-180, -85, 180, 85] })
  await packing(join(dir, 'file.pmtiles'), '--from', large, ...box)
  fromFile = await tilesIn(join(dir, 'file.pmtiles'), 8)
  server = await aRangeServer(large)
})
beforeEach(() => {
  server.asked.length = 0
  server.counts.bytes = 0
  for (const key of Object.keys(server.manner)) delete server.manner[key as keyof typeof server.manner]
})
afterAll(() => server.close())

it('[R-pack-07] a cut over http is the cut of the file; neighbours are asked for at once, and every byte travels once', async () => {
  const { compared } = await packing(join(dir, 'http.pmtiles'), '--from', server.url, ...box)
  expect(await tilesIn(join(dir, 'http.pmtiles'), 8)).toEqual(fromFile)
  const tileBytes = Object.values(fromFile).reduce((sum, bytes) => sum + bytes.length, 0)
  console.log(
    `${compared.total} tiles, ${tileBytes} bytes: ${server.asked.length} requests, ${server.counts.bytes} bytes`,
  )
  expect(server.asked.length).toBeLessThan(compared.total / 8)
  expect(server.counts.bytes).toBeLessThan(server.file.length / 10)
  // The second pass, which reads all tiles once more, asked for nothing.
  const sorted = [...server.asked].sort((a, b) => a.from - b.from)
  expect(sorted.filter(({ from }, at) => at > 0 && from <= sorted[at - 1]!.to)).toEqual([])
})

it('[R-pack-07] neighbours and small gaps become one range, large gaps none, and nothing wanted is left out', () => {
  const range = fc.record({ offset: fc.nat(5000), length: fc.integer({ min: 1, max: 300 }) })
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), fc.nat(100), (ranges, gap) => {
      const merged = mergeRanges(ranges, gap)
      for (const { offset, length } of ranges)
        expect(merged.some((one) => one.offset <= offset && offset + length <= one.offset + one.length)).toBe(true)
      for (const [at, one] of merged.entries()) {
        if (at > 0) expect(one.offset - merged[at - 1]!.offset - merged[at - 1]!.length).toBeGreaterThan(gap)
        expect(ranges.some(({ offset }) => offset === one.offset)).toBe(true)
        expect(ranges.some(({ offset, length }) => offset + length === one.offset + one.length)).toBe(true)
      }
    }),
    { seed, numRuns: 300 },
  )
})

/** The whole way over a door whose waits are short. */
const cut = async (work: string) => {
  const folder = mkdtempSync(join(dir, work))
  const door = await httpDoor(server.url, join(folder, 'fetched'), { waits: [1, 1, 1], came: () => {} })
  const source = await packSource(door)
  try {
    const wish = {
      id: 'x',
      title: 'x',
      books: ['x'],
      attribution: null,
      area: bboxArea(box[1]!),
      zooms: [0, 8],
    } as const
    const { path } = await makePack(source, wish, folder, noProgress)
    return await tilesIn(path, 8)
  } finally {
    await source.close()
  }
}

it('[R-pack-07] over a line that breaks after every 3,000 bytes it goes on where it broke', async () => {
  expect(await cut('whole-')).toEqual(fromFile)
  const ends = new Set(server.asked.map(({ to }) => to))
  server.asked.length = 0
  server.manner.cutAfter = 3000
  expect(await cut('breaks-')).toEqual(fromFile)
  // What is asked for again ends where it ended, and begins where nobody began before.
  expect(new Set(server.asked.map(({ to }) => to))).toEqual(ends)
  const came = new Set(server.asked.map(({ from }) => from))
  expect(server.asked.length).toBe(came.size)
})

it('[R-pack-07] a server that is busy for a while is asked again; one that stays so is named', async () => {
  server.manner.statuses = [503, 429, 500]
  expect(await cut('busy-')).toEqual(fromFile)
  server.manner.statuses = Array(20).fill(503)
  await expect(cut('busy-')).rejects.toMatchObject({
    code: 'no-answer',
    message: expect.stringContaining('status 503'),
  })
  expect(server.manner.statuses.length).toBe(16)
})

it('[R-pack-06] a server without Range, a wrong address, a file that changes meanwhile, nobody there: each has its sentence', async () => {
  const out = join(dir, 'refused.pmtiles')
  const refused = (url = server.url) => packing(out, '--from', url, ...box).catch((error) => error.code)
  server.manner.wholeOnly = true
  expect(await refused()).toBe('no-range')
  server.manner.wholeOnly = false
  server.manner.statuses = [404]
  expect(await refused()).toBe('http-status')
  await expect(packing(out, '--from', server.url)).rejects.toMatchObject({ code: 'needs-area' })
  // The first answer is of one version, the next of another.
  const door = await httpDoor(server.url, join(dir, 'changed'), { waits: [], came: () => {} })
  server.manner.tag = '"2"'
  await expect(door.read(100_000, 10)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  await door.close()
  const nobody = httpDoor('http://127.0.0.1:9/x.pmtiles', join(dir, 'nobody'), { waits: [1], came: () => {} })
  await expect(nobody).rejects.toMatchObject({ code: 'no-answer' })
  expect(readdirSync(dir).filter((name) => name.startsWith('.map-pack-') || name.startsWith('refused'))).toEqual([])
})

it('[R-pack-06] our own disk that gets full while fetching is no fault of the line: it is said at once', async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
  const asked = { url: server.url, whole: null, waitsMs: [1, 1, 1], take: () => Promise.reject(full) }
  await expect(fetchPart({ offset: 0, length: 100 }, asked)).rejects.toBe(full)
  expect(server.asked.length).toBe(1)
})

it('[R-pack-07] one request asks for 8 MB at most', async () => {
  const door = await httpDoor(server.url, join(dir, 'whole'), { waits: [], came: () => {} })
  await door.bring([{ offset: 0, length: door.size }])
  expect(door.size).toBeGreaterThan(20_000_000)
  expect(Math.max(...server.asked.map(({ from, to }) => to + 1 - from))).toBeLessThanOrEqual(8 * 1024 * 1024)
  expect(Buffer.compare(await door.read(8_000_000, 1_000_000), server.file.subarray(8_000_000, 9_000_000))).toBe(0)
  await door.close()
})
