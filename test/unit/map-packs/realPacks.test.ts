import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { aFolder } from './support/aFolder.ts'
import { readerOf } from './support/aPack.ts'
import { packing } from './support/packing.ts'

const real = '../shared/data'
const missing = !existsSync(`${real}/kyson_z8-14.mbtiles`)
if (missing) console.log(`${real} is not here: the story of real packs is left out`)

const dir = aFolder()
const file = (name: string) => join(real, name)
const out = (name: string) => join(dir, `${name}.pmtiles`)

it.skipIf(missing)(
  '[R-pack-05] the district’s real MBTiles: 876 of 876 tiles, and the pack made elsewhere has the same',
  async () => {
    const { compared, line } = await packing(out('a'), '--from', file('kyson_z8-14.mbtiles'))
    expect(compared).toEqual({ equal: 876, total: 876 })
    expect(line).toMatchObject({ type: 'vector', minzoom: 8, maxzoom: 14, bounds: [103.84842, 19.05, 104.55, 19.8] })
    const db = new DatabaseSync(file('kyson_z8-14.mbtiles'), { readOnly: true })
    const [ours, theirs] = [readerOf(out('a')), readerOf(file('kyson_z8-14.pmtiles'))]
    for (const { z, x, row } of db.prepare('SELECT zoom_level z, tile_column x, tile_row row FROM tiles').all()) {
      const place = [Number(z), Number(x), 2 ** Number(z) - 1 - Number(row)] as const
      const [one, other] = [await ours.pack.getZxy(...place), await theirs.pack.getZxy(...place)]
      expect(Buffer.compare(Buffer.from(one!.data), Buffer.from(other!.data)), place.join('/')).toBe(0)
    }
    expect(
      ((await ours.pack.getMetadata()) as { vector_layers: { id: string }[] }).vector_layers.map(({ id }) => id),
    ).toEqual([...['communes', 'outline', 'commune_lines', 'commune_labels', 'places', 'rivers', 'country_border']])
    await ours.close()
    await theirs.close()
    db.close()
  },
)

it.skipIf(missing)('[R-pack-04] real packs, vector and pictures, whole and cut along a commune', async () => {
  const pictures = await packing(out('b'), '--from', file('kyson_raster_z8-14.pmtiles'))
  expect([pictures.compared, pictures.line.type]).toEqual([{ equal: 1366, total: 1366 }, 'raster'])
  const commune = await packing(out('c'), '--from', file('my-ly_z8-16.pmtiles'))
  expect([commune.compared.equal, commune.line.maxzoom]).toEqual([1716, 16])
  const all = JSON.parse(readFileSync(file('kyson_communes_2025.geojson'), 'utf8'))
  const one = all.features.find(({ properties }: { properties: { name: string } }) => properties.name === 'Mỹ Lý')
  writeFileSync(join(dir, 'my-ly.geojson'), JSON.stringify(one))
  const cut = await packing(out('d'), '--from', file('kyson_z8-14.mbtiles'), '--area', join(dir, 'my-ly.geojson'))
  expect(cut.compared.total).toBeGreaterThan(60)
  expect(cut.compared.total).toBeLessThan(876 / 4)
  expect(cut.line.bytes).toBeLessThan(200_000)
})

it.skipIf(missing)(
  '[R-pack-05] real layers of GeoJSON: each commune’s polygon and label is in the tile of its place',
  async () => {
    const names = ['kyson_communes_2025', 'kyson_commune_label_points', 'osm_places_kyson_partial']
    const files = names.map((name) => file(`${name}.geojson`))
    const { line, compared } = await packing(
      out('e'),
      '--from',
      ...files,
      '--area',
      file('kyson_outline_2025.geojson'),
      '--maxzoom',
      '12',
    )
    expect(compared.equal).toBe(compared.total)
    expect([line.minzoom, line.maxzoom]).toEqual([0, 12])
    const { pack, close } = readerOf(out('e'))
    const labels = JSON.parse(readFileSync(files[1]!, 'utf8')).features
    for (const { geometry, properties } of labels) {
      const [lon, lat] = geometry.coordinates
      const x = Math.floor((lon / 360 + 0.5) * 2 ** 12)
      const y = Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** 12)
      const tile = Buffer.from((await pack.getZxy(12, x, y))!.data)
      for (const word of ['kyson_communes_2025', 'kyson_commune_label_points', properties.name])
        expect(tile.includes(Buffer.from(word)), `${word} in ${x}/${y}`).toBe(true)
    }
    await close()
  },
)
