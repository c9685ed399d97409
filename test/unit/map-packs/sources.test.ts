import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { zxyToTileId } from 'pmtiles'
import { expect, it } from 'vitest'
import { flippedRow, mbtilesSource } from '../../../src/endpoint/map-packs/sources/mbtilesSource.ts'
import { seedOf } from '../../support/size.ts'
import { aFolder } from './support/aFolder.ts'
import { anMbtiles } from './support/anMbtiles.ts'
import { aPack, readerOf } from './support/aPack.ts'
import { aPackedTile, aPicture, aVectorTile } from './support/aTile.ts'
import { packing, tilesIn } from './support/packing.ts'

const dir = aFolder()
const seed = seedOf('map packs, sources', 20261126)
const [from, out] = [join(dir, 'from.mbtiles'), join(dir, 'out.pmtiles')]
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

it('[R-pack-05] rows of MBTiles count from the south: each tile stands where it stood, and its row flips back', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 22 }), fc.nat(), (zoom, any) => {
      const row = any % 2 ** zoom
      expect(flippedRow(zoom, flippedRow(zoom, row))).toBe(row)
    }),
    { seed },
  )
  const db = new DatabaseSync(anMbtiles(from, [[1, 0, 0, aPackedTile('north-west')]]))
  expect(db.prepare('SELECT tile_row FROM tiles').get()).toEqual({ tile_row: 1 })
  db.close()
  await packing(out, '--from', from)
  expect(await tilesIn(out, 2)).toEqual({ '1/0/0': text(aVectorTile('north-west')) })
})

it('[R-pack-05] whatever tiles an MBTiles file has, packed or not, with none in some rows, the pack has them too', async () => {
  const tile = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.nat(15),
    fc.nat(15),
    fc.nat(4),
    fc.constantFrom('gzip', 'raw', 'none'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(tile, { minLength: 1, maxLength: 25 }), async (given) => {
      const tiles = new Map(
        given.map(([z, x, y, content, form]) => [[z, x % 2 ** z, y % 2 ** z].join('/'), [`${content}`, form] as const]),
      )
      fc.pre([...tiles.values()].some(([, form]) => form !== 'none'))
      const rows = [...tiles].map(([zxy, [content, form]]) => {
        const [z = 0, x = 0, y = 0] = zxy.split('/').map(Number)
        const bytes = form === 'none' ? new Uint8Array() : form === 'raw' ? aVectorTile(content) : aPackedTile(content)
        return [z, x, y, bytes] as const
      })
      const { compared } = await packing(out, '--from', anMbtiles(from, rows))
      const wanted = [...tiles].filter(([, [, form]]) => form !== 'none')
      expect(await tilesIn(out, 4)).toEqual(
        Object.fromEntries(wanted.map(([zxy, [content]]) => [zxy, text(aVectorTile(content))])),
      )
      expect(compared).toEqual({ equal: wanted.length, total: wanted.length })
    }),
    { seed, numRuns: 25 },
  )
})

it('[R-pack-05] what MBTiles say of themselves is taken over: makers, bounds, layers; zooms are those of the tiles', async () => {
  const layers = [{ id: 'water', fields: { name: 'String' }, description: 'x' }]
  const said = {
    ...{ name: 'An old name', format: 'pbf', minzoom: '0', maxzoom: '14', version: '3' },
    bounds: '103.8,19.1,104.6,19.8',
    attribution: '<a href="https://example.org">© Người vẽ &amp; OpenStreetMap</a>',
    json: JSON.stringify({ vector_layers: layers, tilestats: {} }),
  }
  anMbtiles(
    from,
    [
      [2, 3, 1, aPackedTile('a')],
      [5, 25, 14, aPackedTile('b')],
    ],
    said,
  )
  const before = createHash('sha256').update(readFileSync(from)).digest('hex')
  const { line } = await packing(out, '--from', from)
  expect(line).toEqual({
    ...{ id: 'out', title: 'Thử', books: ['40-417'], type: 'vector', minzoom: 2, maxzoom: 5 },
    bounds: [103.8, 19.1, 104.6, 19.8],
    attribution: '© Người vẽ & OpenStreetMap',
    bytes: statSync(out).size,
    sha256: createHash('sha256').update(readFileSync(out)).digest('hex'),
  })
  const { pack, close } = readerOf(out)
  expect(await pack.getMetadata()).toEqual({
    name: 'Thử',
    attribution: said.attribution,
    vector_layers: [{ id: 'water', fields: { name: 'String' } }],
  })
  await close()
  expect(createHash('sha256').update(readFileSync(from)).digest('hex')).toBe(before)
  expect((await packing(out, '--from', from, '--attribution', '© Xã', '--minzoom', '3')).line).toMatchObject({
    attribution: '© Xã',
    minzoom: 5,
  })
})

it('[R-pack-05] pictures stay as they are, and the bytes say what they are, not the name', async () => {
  for (const kind of ['png', 'jpg', 'webp'] as const) {
    anMbtiles(from, [[3, 1, 2, aPicture(kind, 'here')]], { format: 'png', bounds: 'nowhere' })
    const { line } = await packing(out, '--from', from)
    expect(line).toMatchObject({ type: 'raster', minzoom: 3, bounds: [-135, 40.9798981, -90, 66.5132604] })
    expect(await tilesIn(out, 3)).toEqual({ '3/1/2': text(aPicture(kind, 'here')) })
  }
})

it('[R-pack-05] tiles behind a view, and rows that stand twice, are each there once', async () => {
  const db = new DatabaseSync(join(dir, 'view.mbtiles'))
  db.exec(`CREATE TABLE metadata (name text, value text);
    CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
    CREATE TABLE images (tile_id text PRIMARY KEY, tile_data blob);
    CREATE INDEX map_index ON map (zoom_level, tile_column, tile_row);
    CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images USING (tile_id);
    INSERT INTO map VALUES (1, 0, 0, 'a'), (1, 1, 0, 'a'), (1, 1, 0, 'a')`)
  db.prepare('INSERT INTO images VALUES (?, ?)').run('a', aPackedTile('a'))
  db.close()
  const source = mbtilesSource(join(dir, 'view.mbtiles'))
  const ids = await source.idsWithin(Float64Array.from([0, 100]))
  expect([...ids]).toEqual([zxyToTileId(1, 0, 1), zxyToTileId(1, 1, 1)].sort())
  await source.close()
})

it('[R-pack-04] out of a larger pack, with leaves or without, come the tiles of the area and nothing else', async () => {
  const large = join(dir, 'large.pmtiles')
  const tiles = new Map<number, Uint8Array>()
  for (let id = 0; id < (4 ** 9 - 1) / 3; id += 1)
    if (id % 5 !== 0)
      tiles.set(id, aPicture('webp', Math.floor(id / 7) % 3 === 0 ? 'forest' : `tile ${(id * 7919) % 104_729}`))
  await aPack(large, tiles, { kind: 'webp', bounds: [-180, -85, 180, 85] })
  const { pack, close } = readerOf(large)
  expect((await pack.getHeader()).leafDirectoryLength).toBeGreaterThan(0)
  await close()
  const { line, compared } = await packing(
    out,
    '--from',
    large,
    '--bbox',
    '100,10,110,20',
    '--minzoom',
    '2',
    '--maxzoom',
    '7',
  )
  const cut = await tilesIn(out, 8)
  const wanted: { [zxy: string]: string } = {}
  for (let z = 2; z <= 7; z += 1)
    for (let x = 0; x < 2 ** z; x += 1)
      for (let y = 0; y < 2 ** z; y += 1) {
        const bytes = tiles.get(zxyToTileId(z, x, y))
        const [left, right] = [(x / 2 ** z) * 360 - 180, ((x + 1) / 2 ** z) * 360 - 180]
        const top = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI
        const bottom = (Math.atan(Math.sinh(Math.PI * (1 - (2 * y + 2) / 2 ** z))) * 180) / Math.PI
        if (bytes !== undefined && left < 110 && right > 100 && bottom < 20 && top > 10)
          wanted[`${z}/${x}/${y}`] = text(bytes)
      }
  expect(cut).toEqual(wanted)
  expect(compared.equal).toBe(Object.keys(wanted).length)
  expect(line).toMatchObject({ type: 'raster', minzoom: 2, maxzoom: 7, bounds: [100, 10, 110, 20], attribution: '© A' })
})

it('[R-pack-04] an area may be the polygons of a file; a cut of a cut is the same', async () => {
  const large = join(dir, 'large.pmtiles')
  const area = join(dir, 'area.geojson')
  const ring = [
    [100, 10],
    [110, 10],
    [105, 25],
    [100, 10],
  ]
  writeFileSync(
    area,
    JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [[ring]] } }),
  )
  const words = ['--area', area, '--maxzoom', '7']
  const first = await packing(out, '--from', large, ...words)
  const again = await packing(join(dir, 'again.pmtiles'), '--from', out, ...words)
  expect(first.line.bounds).toEqual([100, 10, 110, 25])
  expect(again.line).toEqual({ ...first.line, id: 'again' })
  expect(first.compared.total).toBeGreaterThan(30)
})

/** The layers of a vector tile: name, and each feature's id, type and words. */
const layersOf = (tile: Uint8Array) => {
  type Layer = {
    name: string
    keys: string[]
    values: unknown[]
    features: { id?: number; type: number; tags: number[] }[]
  }
  const value = (pbf: PbfReader) =>
    pbf.readFields<{ is?: unknown }>(
      (tag, into, from) => {
        if (tag === 1) into.is = from.readString()
        else if (tag === 3) into.is = from.readDouble()
        else if (tag === 5) into.is = from.readVarint()
        else if (tag === 6) into.is = from.readSVarint()
        else if (tag === 7) into.is = from.readBoolean()
      },
      {},
      pbf.readVarint() + pbf.pos,
    ).is
  const feature = (pbf: PbfReader) =>
    pbf.readFields<Layer['features'][number]>(
      (tag, into, from) => {
        if (tag === 1) into.id = from.readVarint()
        else if (tag === 2) into.tags = from.readPackedVarint([])
        else if (tag === 3) into.type = from.readVarint()
      },
      { type: 0, tags: [] },
      pbf.readVarint() + pbf.pos,
    )
  const layers: Layer[] = []
  new PbfReader(tile).readFields<Layer[]>((tag, into, from) => {
    if (tag !== 3) return
    into.push(
      from.readFields<Layer>(
        (inner, layer, pbf) => {
          if (inner === 1) layer.name = pbf.readString()
          else if (inner === 2) layer.features.push(feature(pbf))
          else if (inner === 3) layer.keys.push(pbf.readString())
          else if (inner === 4) layer.values.push(value(pbf))
        },
        { name: '', keys: [], values: [], features: [] },
        from.readVarint() + from.pos,
      ),
    )
  }, layers)
  return layers.map(({ name, keys, values, features }) => ({
    name,
    features: features.map(({ tags, ...rest }) => ({
      ...rest,
      words: Object.fromEntries(
        tags.filter((_, at) => at % 2 === 0).map((key, at) => [keys[key], values[tags[2 * at + 1] ?? -1]]),
      ),
    })),
  }))
}

it('[R-pack-05] files of GeoJSON become layers of their names, with what their features say', async () => {
  const point = (id: unknown, properties: object, [lon, lat] = [104.2, 19.4]) => ({
    ...{ type: 'Feature', id, properties },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })
  const ring = [
    [104, 19.2],
    [104.4, 19.2],
    [104.4, 19.6],
    [104, 19.2],
  ]
  const [villages, communes] = [join(dir, 'villages.geojson'), join(dir, 'communes.geojson')]
  const features = [
    point(7, {
      name: 'Xốp Tụ',
      households: 31,
      'name:vi': 'Xốp Tụ',
      far: true,
      km: 5.5,
      below: -3,
      none: null,
      constructor: 'x',
    }),
    point('n1', { name: 'Na Kho', households: '?' }, [104.21, 19.41]),
    point(1.5, {}, [104.22, 19.42]),
    point(-1, {}, [104.23, 19.43]),
    { type: 'Feature', properties: null, geometry: null },
  ]
  writeFileSync(villages, `\uFEFF${JSON.stringify({ type: 'FeatureCollection', features })}`)
  writeFileSync(communes, JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
  const { line } = await packing(out, '--from', villages, communes, '--minzoom', '5', '--maxzoom', '10')
  expect(line).toMatchObject({
    type: 'vector',
    minzoom: 5,
    maxzoom: 10,
    bounds: [104, 19.2, 104.4, 19.6],
    attribution: '',
  })
  const { pack, close } = readerOf(out)
  expect(await pack.getMetadata()).toEqual({
    name: 'Thử',
    vector_layers: [
      {
        id: 'villages',
        fields: {
          ...{ name: 'String', households: 'String', 'name:vi': 'String' },
          ...{ far: 'Boolean', km: 'Number', below: 'Number' },
        },
      },
      { id: 'communes', fields: {} },
    ],
  })
  const read = await pack.getZxy(5, 25, 14)
  expect(layersOf(new Uint8Array(read?.data ?? new ArrayBuffer()))).toEqual([
    {
      name: 'villages',
      features: [
        {
          ...{ id: 7, type: 1 },
          words: { name: 'Xốp Tụ', households: 31, 'name:vi': 'Xốp Tụ', far: true, km: 5.5, below: -3 },
        },
        { type: 1, words: { name: 'Na Kho', households: '?' } },
        { type: 1, words: {} },
        { type: 1, words: {} },
      ],
    },
    { name: 'communes', features: [{ type: 3, words: {} }] },
  ])
  expect(await pack.getZxy(10, 0, 0)).toBeUndefined()
  await close()
})

it('[R-pack-05] tiles that only look gzipped, or are of another kind than the first, stop the making', async () => {
  const other = [[1, 0, 0, aPackedTile('a')] as const, [1, 1, 1, aPicture('png', 'x')] as const]
  await expect(packing(out, '--from', anMbtiles(from, other))).rejects.toMatchObject({ code: 'bad-tile' })
  const cut = [[1, 0, 0, gzipSync(aVectorTile('a'.repeat(90))).subarray(0, 30)] as const]
  await expect(packing(out, '--from', anMbtiles(from, cut))).rejects.toMatchObject({ code: 'bad-tile' })
})
