import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { type Header, tileIdToZxy } from 'pmtiles'
import { expect, it } from 'vitest'
import { readDirectory } from '../../../src/endpoint/map-packs/format/readDirectory.ts'
import { knownContents } from '../../../src/endpoint/map-packs/knownContents.ts'
import { seedOf } from '../../support/size.ts'
import { aFolder } from './support/aFolder.ts'
import { aPack, readerOf } from './support/aPack.ts'
import { aPackedTile, aPicture } from './support/aTile.ts'

const dir = aFolder()
const path = join(dir, 'a.pmtiles')
const seed = seedOf('map packs, writer', 20261126)

/** Runs of neighbours with the same content, holes between them, contents that come back: as forest and sea do. */
const someTiles = (contents: readonly Uint8Array[]) =>
  fc
    .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }), fc.nat(contents.length - 1)), {
      minLength: 1,
      maxLength: 60,
    })
    .chain((runs) => fc.tuple(fc.constant(runs), fc.constantFrom(0, 1, 20, 5461, 4 ** 12, 4 ** 17 + 3)))
    .map(([runs, first]) => {
      const tiles = new Map<number, Uint8Array>()
      let id = first
      for (const [gap, length, content] of runs) {
        id += gap
        for (let more = 0; more < length; more += 1) tiles.set(id++, contents[content]!)
      }
      return tiles
    })

const expectSections = (header: Header, bytes: number): void => {
  expect(header.rootDirectoryOffset).toBe(127)
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384)
  expect(header.jsonMetadataOffset).toBe(header.rootDirectoryOffset + header.rootDirectoryLength)
  expect(header.leafDirectoryOffset).toBe(header.jsonMetadataOffset + header.jsonMetadataLength)
  expect(header.tileDataOffset).toBe(header.leafDirectoryOffset + header.leafDirectoryLength!)
  expect(header.tileDataOffset + header.tileDataLength!).toBe(bytes)
}

it('[R-pack-01] whatever tiles there are, the phones’ reader gets each of them, and nothing where there is none', async () => {
  const contents = Array.from({ length: 7 }, (_, at) => aPackedTile(`content ${at}`))
  await fc.assert(
    fc.asyncProperty(someTiles(contents), async (tiles) => {
      const { bytes, sha256, stored } = await aPack(path, tiles)
      expect([bytes, sha256]).toEqual([
        statSync(path).size,
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ])
      const { pack, close } = readerOf(path)
      const header = await pack.getHeader()
      const ids = [...tiles.keys()]
      for (const id of new Set([...ids, ...ids.map((one) => one + 1), ...ids.map((one) => Math.max(0, one - 1))])) {
        const [z, x, y] = tileIdToZxy(id)
        const read = await pack.getZxy(z, x, y)
        const wanted = tiles.get(id)
        expect(read === undefined ? undefined : Buffer.from(read.data)).toEqual(wanted && gunzipSync(wanted))
      }
      expectSections(header, bytes)
      expect(header.numAddressedTiles).toBe(tiles.size)
      expect(header.numTileContents).toBe(new Set(tiles.values()).size)
      expect(header.numTileEntries).toBe(stored.entries.length)
      const zooms = ids.map((id) => tileIdToZxy(id)[0])
      expect([header.minZoom, header.maxZoom]).toEqual([Math.min(...zooms), Math.max(...zooms)])
      await close()
    }),
    { seed, numRuns: 60 },
  )
})

it('[R-pack-01] 30,000 entries of many lengths get leaves, and header and root stay within the first 16 KiB', async () => {
  const tiles = new Map<number, Uint8Array>()
  let state = seed
  const next = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % most
  }
  for (let id = 4 ** 9, at = 0; at < 30_000; at += 1) {
    id += 1 + next(5)
    tiles.set(id, aPicture('png', next(9) === 0 ? 'forest' : `${'x'.repeat(next(400))}${at}`))
  }
  const { bytes } = await aPack(path, tiles, { kind: 'png' })
  const { pack, close } = readerOf(path)
  const header = await pack.getHeader()
  expectSections(header, bytes)
  expect(header.leafDirectoryLength).toBeGreaterThan(0)
  for (const [id, wanted] of tiles) {
    const read = await pack.getZxy(...tileIdToZxy(id))
    if (read === undefined || Buffer.compare(new Uint8Array(read.data), wanted) !== 0)
      throw new Error(`tile ${id} is not what was written`)
    if (!tiles.has(id + 1)) expect(await pack.getZxy(...tileIdToZxy(id + 1))).toBeUndefined()
  }
  await close()
})

it('[R-pack-02] data lie in the order of the tiles, the same bytes once, neighbours with the same bytes in one entry', async () => {
  const [forest, village, road] = ['forest', 'village', 'road'].map(aPackedTile) as [Uint8Array, Uint8Array, Uint8Array]
  const tiles = [forest, forest, forest, village, forest, road, road].map((bytes, at) => [100 + at, bytes] as const)
  await aPack(path, new Map(tiles))
  const file = readFileSync(path)
  const { pack, close } = readerOf(path)
  const { rootDirectoryOffset: at, rootDirectoryLength: length, ...header } = await pack.getHeader()
  const { ids, runs, offsets } = readDirectory(file.subarray(at, at + length), header.internalCompression)
  expect([...ids]).toEqual([100, 103, 104, 105])
  expect([...runs]).toEqual([3, 1, 1, 2])
  expect([...offsets]).toEqual([0, forest.length, 0, forest.length + village.length])
  expect(header.tileDataLength).toBe(forest.length + village.length + road.length)
  expect([header.numAddressedTiles, header.numTileEntries, header.numTileContents]).toEqual([7, 4, 3])
  expect(header.clustered).toBe(true)
  await close()
})

it('[R-pack-02] what was forgotten, so that memory stays bounded, is kept twice and never taken for something else', () => {
  const known = knownContents(3)
  const numbers = ['a', 'b', 'c', 'a', 'd', 'e', 'f', 'a', 'b', 'g', 'h', 'a', 'b']
  const given = numbers.map((name, at) => known.numberOf(Buffer.from(name), at))
  // `a` is met again and again and goes on; `b` was forgotten once.
  expect(given).toEqual([0, 1, 2, 0, 4, 5, 6, 0, 8, 9, 10, 0, 8])
})

it('[R-pack-03] the header says what is there, and the metadata name, makers and layers and nothing else', async () => {
  await aPack(path, new Map([[0, aPackedTile('one')]]))
  const { pack, close } = readerOf(path)
  const header = await pack.getHeader()
  expect(header).toMatchObject({
    ...{ specVersion: 3, internalCompression: 2, tileCompression: 2, tileType: 1, minZoom: 0, maxZoom: 0 },
    ...{ minLon: 103.8, minLat: 19.1, maxLon: 104.6, maxLat: 19.8, centerLon: 104.2, centerLat: 19.45, centerZoom: 0 },
  })
  expect(await pack.getMetadata()).toEqual({
    name: 'Thử',
    attribution: '© A',
    vector_layers: [{ id: 'places', fields: { name: 'String' } }],
  })
  await close()
  // Zoom 3 ends at tile 84: what goes on beyond it goes on in zoom 4.
  await aPack(path, new Map([84, 85, 86].map((id) => [id, aPackedTile('sea')])))
  const sea = readerOf(path)
  expect(await sea.pack.getHeader()).toMatchObject({ minZoom: 3, maxZoom: 4, numTileEntries: 1 })
  await sea.close()
  for (const [kind, tileType] of [['png', 2] as const, ['jpg', 3] as const, ['webp', 4] as const]) {
    await aPack(path, new Map([[5, aPicture(kind, 'one')]]), { kind })
    const pictures = readerOf(path)
    expect(await pictures.pack.getHeader()).toMatchObject({ tileType, tileCompression: 1, centerZoom: 2 })
    expect(await pictures.pack.getMetadata()).toEqual({ name: 'Thử', attribution: '© A' })
    await pictures.close()
  }
})
