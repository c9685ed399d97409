import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, it } from 'vitest'
import { PackRefused } from '../../../src/endpoint/map-packs/packRefused.ts'
import { aFolder } from './support/aFolder.ts'
import { anMbtiles } from './support/anMbtiles.ts'
import { aPack } from './support/aPack.ts'
import { aPackedTile } from './support/aTile.ts'
import { packing } from './support/packing.ts'

const dir = aFolder()
const home = join(dir, 'maps')
const out = join(home, 'ky-son.pmtiles')
const path = (name: string) => join(dir, name)
let before: { [name: string]: Buffer }

const inHome = (): { [name: string]: Buffer } =>
  Object.fromEntries(readdirSync(home).map((name) => [name, readFileSync(join(home, name))]))

beforeAll(async () => {
  mkdirSync(home)
  const tiles = new Map(Array.from({ length: 85 }, (_, id) => [id, aPackedTile(`tile ${id}`)]))
  await aPack(path('good.pmtiles'), tiles, { bounds: [-180, -85, 180, 85] })
  anMbtiles(path('good.mbtiles'), [[3, 4, 3, aPackedTile('a')]])
  await packing(out, '--from', path('good.pmtiles'))
  before = inHome()
  expect(Object.keys(before)).toEqual(['ky-son.json', 'ky-son.pmtiles'])
})

/** Why these words make no pack; what was there stays to the byte, and nothing is left beside it. */
const refusal = async (...words: string[]): Promise<string> => {
  const error = await packing(out, ...words).then(
    () => null,
    (thrown) => thrown,
  )
  if (!(error instanceof PackRefused)) throw error ?? new Error('a pack was made')
  expect(inHome()).toEqual(before)
  const sentences = error.message.split('\n')
  for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|undefined/)
  // In Vietnamese, then in English.
  if (error.code !== 'usage') expect([sentences.length, /[^\u0020-\u007e“”’–…]/.test(sentences[0]!)]).toEqual([2, true])
  return error.code
}

/** The good pack with some bytes of its header changed. */
const changed = (name: string, at: number, ...bytes: number[]): string => {
  const file = readFileSync(path('good.pmtiles'))
  file.set(bytes, at)
  writeFileSync(path(name), file)
  return path(name)
}

const fromPack = (name: string) => refusal('--from', path(name))

it('[R-pack-06] a pack that is cut off, is none, or is of an old version is refused', async () => {
  writeFileSync(path('cut.pmtiles'), readFileSync(path('good.pmtiles')))
  truncateSync(path('cut.pmtiles'), 1500)
  expect(await fromPack('cut.pmtiles')).toBe('truncated')
  truncateSync(path('cut.pmtiles'), 100)
  expect(await fromPack('cut.pmtiles')).toBe('truncated')
  expect(await refusal('--from', changed('magic.pmtiles', 0, 0x51))).toBe('not-pmtiles')
  writeFileSync(path('empty.pmtiles'), '')
  expect(await fromPack('empty.pmtiles')).toBe('not-pmtiles')
  // Version 2 began with `PM`, the version in two bytes, then lengths and the metadata.
  writeFileSync(path('two.pmtiles'), Buffer.concat([Buffer.from('PM\x02\x00'), Buffer.alloc(600, 1)]))
  expect(await fromPack('two.pmtiles')).toBe('other-pmtiles')
  expect(await refusal('--from', changed('four.pmtiles', 7, 4))).toBe('other-pmtiles')
  expect(await fromPack('nowhere.pmtiles')).toBe('no-file')
  mkdirSync(path('folder.pmtiles'))
  expect(await fromPack('folder.pmtiles')).toBe('no-file')
})

it('[R-pack-06] packings and kinds of tiles that phones don’t read are named', async () => {
  const says = async (...change: [name: string, at: number, byte: number]) =>
    packing(out, '--from', changed(...change)).catch((error: PackRefused) => [error.code, error.message])
  expect(await says('b.pmtiles', 98, 3)).toEqual(['unknown-compression', expect.stringContaining('brotli')])
  expect(await says('z.pmtiles', 98, 4)).toEqual(['unknown-compression', expect.stringContaining('zstd')])
  expect(await says('u.pmtiles', 98, 0)).toEqual(['unknown-compression', expect.stringContaining('“unknown”')])
  expect(await says('i.pmtiles', 97, 4)).toEqual(['unknown-compression', expect.stringContaining('zstd')])
  expect(await says('t.pmtiles', 99, 0)).toEqual(['unknown-tiles', expect.stringContaining('“unknown”')])
  expect(await says('a.pmtiles', 99, 5)).toEqual(['unknown-tiles', expect.stringContaining('AVIF')])
  expect(await says('m.pmtiles', 99, 6)).toEqual(['unknown-tiles', expect.stringContaining('MLT')])
  expect(await says('p.pmtiles', 99, 2)).toEqual(['bad-tile', expect.stringContaining('PNG')])
  expect(inHome()).toEqual(before)
})

it('[R-pack-06] a directory or metadata with changed bytes is said to be damaged', async () => {
  for (const at of [130, 140, 160])
    expect(await refusal('--from', changed('d.pmtiles', at, 0xff, 0xff, 0xff))).toBe('damaged')
  // Sections that lie elsewhere than they are said to.
  expect(await refusal('--from', changed('d.pmtiles', 24, 127))).toBe('damaged')
  expect(await refusal('--from', changed('d.pmtiles', 40, 0xff, 0xff, 0xff, 0xff))).toBe('truncated')
  // Tiles that end before what the entries say.
  expect(await refusal('--from', changed('d.pmtiles', 64, 10, 0))).toBe('damaged')
})

it('[R-pack-06] MBTiles without tables, without tiles, with nothing in them, or of something else are refused', async () => {
  const database = (name: string, sql: string) => {
    rmSync(path(name), { force: true })
    const db = new DatabaseSync(path(name))
    db.exec(sql)
    db.close()
    return refusal('--from', path(name))
  }
  const tables =
    'CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level, tile_column, tile_row, tile_data)'
  const index = '; CREATE UNIQUE INDEX i ON tiles (zoom_level, tile_column, tile_row)'
  expect(await database('none.mbtiles', 'CREATE TABLE other (x)')).toBe('not-mbtiles')
  expect(await database('half.mbtiles', 'CREATE TABLE metadata (name text, value text)')).toBe('not-mbtiles')
  expect(await database('empty.mbtiles', tables + index)).toBe('empty-mbtiles')
  expect(
    await database('null.mbtiles', `${tables}${index}; INSERT INTO tiles VALUES (1, 0, 0, x''), (1, 1, 0, NULL)`),
  ).toBe('empty-mbtiles')
  expect(await database('index.mbtiles', `${tables}; INSERT INTO tiles VALUES (1, 0, 0, x'1a00')`)).toBe('no-index')
  expect(await database('kind.mbtiles', `${tables}${index}; INSERT INTO tiles VALUES (1, 0, 0, x'2a2a')`)).toBe(
    'unknown-tiles',
  )
  expect(await database('place.mbtiles', `${tables}${index}; INSERT INTO tiles VALUES (1, 7, 0, x'1a00')`)).toBe(
    'damaged',
  )
  expect(await database('text.mbtiles', `${tables}${index}; INSERT INTO tiles VALUES ('a', 7, 0, x'1a00')`)).toBe(
    'damaged',
  )
  writeFileSync(path('no.mbtiles'), 'This is a text and no database, however long it may be.'.repeat(50))
  expect(await fromPack('no.mbtiles')).toBe('not-mbtiles')
  expect(await fromPack('nowhere.mbtiles')).toBe('no-file')
  const whole = readFileSync(path('good.mbtiles'))
  writeFileSync(path('cut.mbtiles'), whole.subarray(0, 4096 + 100))
  expect(await fromPack('cut.mbtiles')).toMatch(/not-mbtiles|damaged/)
})

it('[R-pack-06] a GeoJSON that is none, or not in degrees, is refused', async () => {
  const geojson = (text: string) => {
    writeFileSync(path('x.geojson'), text)
    return refusal('--from', path('x.geojson'))
  }
  expect(await geojson('{"type": "FeatureColl')).toBe('not-geojson')
  expect(await geojson('null')).toBe('not-geojson')
  expect(await geojson('{"type":"Topology","objects":{}}')).toBe('not-geojson')
  expect(await geojson('{"type":"FeatureCollection"}')).toBe('not-geojson')
  expect(await geojson('{"type":"Feature","properties":{}}')).toBe('not-geojson')
  expect(await geojson('{"type":"Point","coordinates":["104","19"]}')).toBe('not-geojson')
  expect(await geojson('{"type":"Polygon","coordinates":[[104,19],[105,19]]}')).toBe('not-geojson')
  expect(await geojson('{"type":"GeometryCollection","geometries":[null]}')).toBe('not-geojson')
  // Metres of VN-2000, as land offices have them.
  expect(await geojson('{"type":"Point","coordinates":[523456.1,2145678.9]}')).toBe('not-degrees')
  expect(await geojson('{"type":"Point","coordinates":[194.2,19.4]}')).toBe('not-degrees')
  expect(await geojson('{"type":"Point","coordinates":[19.4,104.2]}')).toBe('not-degrees')
  expect(await geojson('{"type":"FeatureCollection","features":[]}')).toBe('nothing-there')
  mkdirSync(path('b'), { recursive: true })
  writeFileSync(path('x.geojson'), '{"type":"Point","coordinates":[104,19]}')
  writeFileSync(path('b/x.geojson'), '{"type":"Point","coordinates":[104,19]}')
  expect(await refusal('--from', path('x.geojson'), path('b/x.geojson'))).toBe('same-layer')
})

it('[R-pack-06] an area that makes no sense, or in which there is nothing, is refused', async () => {
  const good = ['--from', path('good.mbtiles')]
  for (const bbox of [
    '1,2,3',
    '10,20,5,30',
    '10,30,20,20',
    '10,20,10,30',
    'a,b,c,d',
    '1,2,3,',
    '100,10,190,20',
    '1,-95,2,3',
  ])
    expect(await refusal(...good, `--bbox=${bbox}`), bbox).toBe('bad-bbox')
  expect(await refusal(...good, '--bbox=-100,-20,-90,-10')).toBe('nothing-there')
  expect(await refusal(...good, '--minzoom', '4')).toBe('nothing-there')
  for (const zooms of [
    ['--maxzoom', '2.5'],
    ['--maxzoom', '40'],
    ['--minzoom', '9', '--maxzoom', '3'],
    ['--minzoom', ''],
  ])
    expect(await refusal(...good, ...zooms), zooms.join()).toBe('bad-zooms')
  writeFileSync(path('points.geojson'), '{"type":"Point","coordinates":[104,19]}')
  expect(await refusal(...good, '--area', path('points.geojson'))).toBe('no-polygon')
  expect(await refusal(...good, '--area', path('nowhere.geojson'))).toBe('no-file')
  expect(await refusal(...good, '--area', path('points.geojson'), '--bbox', '1,2,3,4')).toBe('usage')
})

it('[R-pack-06] words that are missing or make no sense are named, with how it goes', async () => {
  expect(await refusal()).toBe('usage')
  expect(await refusal('--from', path('good.mbtiles'), '--colour', 'red')).toBe('usage')
  expect(await refusal('--from', path('good.mbtiles'), '--books', 'Kỳ Sơn')).toBe('usage')
  expect(await refusal('--from', path('good.mbtiles'), '--title', ' ')).toBe('usage')
  expect(await refusal('--from', path('map.osm.pbf'))).toBe('unknown-kind')
  expect(await refusal('--from', path('good.mbtiles'), path('good.pmtiles'))).toBe('unknown-kind')
  for (const name of ['Kỳ Sơn.pmtiles', 'ky-son.zip', `${'a'.repeat(61)}.pmtiles`])
    await expect(packing(join(home, name), '--from', path('good.mbtiles'))).rejects.toMatchObject({ code: 'bad-out' })
  const online = packing(join(home, 'online.pmtiles'), '--from', path('good.mbtiles'))
  await expect(online).rejects.toMatchObject({ code: 'taken-out' })
  expect(inHome()).toEqual(before)
})

it('[R-pack-06] where nothing can be written it is said', async () => {
  const from = ['--from', path('good.mbtiles')]
  await expect(packing(join(dir, 'no-folder', 'a.pmtiles'), ...from)).rejects.toMatchObject({ code: 'unwritable' })
  await expect(packing(join(path('good.mbtiles'), 'a.pmtiles'), ...from)).rejects.toMatchObject({ code: 'unwritable' })
  mkdirSync(join(dir, 'taken.pmtiles'))
  await expect(packing(join(dir, 'taken.pmtiles'), ...from)).rejects.toMatchObject({ code: 'unwritable' })
})

const command = (...words: string[]) =>
  spawnSync(process.execPath, ['src/endpoint/map-packs/main.ts', '--title', 'T', '--books', 'b', ...words], {
    encoding: 'utf8',
  })

it('[R-pack-06] as a command: a sentence and exit code 1, or one line of JSON and how many tiles were equal', () => {
  const refused = command('--from', path('two.pmtiles'), '--out', out)
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toMatch(/phiên bản 2.*\n.*version 2/)
  expect(refused.stderr).not.toContain('at ')
  expect(inHome()).toEqual(before)
  const made = command('--from', path('good.pmtiles'), '--out', join(dir, 'made.pmtiles'))
  expect(made.status).toBe(0)
  expect(JSON.parse(made.stdout)).toEqual(JSON.parse(readFileSync(path('made.json'), 'utf8')))
  expect(made.stderr).toMatch(/Tiles: 85\/85, .*\nRead back: 85\/85, .*\n85 of 85 tiles read back equal/)
})

/** A disk of so many KB, with our own process in it; needs namespaces of a user's own, or root. */
const onSmallDisk = (kilobytes: number, script: string): string =>
  execFileSync(
    'unshare',
    ['-rm', 'sh', '-c', `mount -t tmpfs -o size=${kilobytes}k small "$0" && ${script}`, join(dir, 'disk')],
    {
      encoding: 'utf8',
    },
  )
const whyNoDisk = (): string | null => {
  try {
    mkdirSync(join(dir, 'disk'), { recursive: true })
    onSmallDisk(100, 'true')
    return null
  } catch (error) {
    return String(error).split('\n')[0] ?? ''
  }
}
const noDisk = whyNoDisk()
if (noDisk !== null) console.log(`no small disk here (${noDisk}): the story of a full one is left out`)

it.skipIf(noDisk !== null)(
  '[R-pack-06] a disk that gets full at any moment: a sentence, the old pack, and nothing beside it',
  async () => {
    const noisy = Array.from({ length: 1365 }, (_, id) => [id, aPackedTile(`${id * 7919}`.repeat(12))] as const)
    await aPack(path('noisy.pmtiles'), new Map(noisy))
    const node = `'${process.execPath}' src/endpoint/map-packs/main.ts --title T --books b --out "$0/ky-son.pmtiles"`
    const seen = new Set<string>()
    // The old pack takes 8 KB of it; the new one some 100 KB while its tiles are gathered, and as much put together.
    for (const kilobytes of [12, 60, 120, 180, 2000]) {
      const said = onSmallDisk(
        kilobytes,
        `cp '${out}' "$0/ky-son.pmtiles" && { ${node} --from '${path('noisy.pmtiles')}' 2>"$0.said"; echo $?; ls -A "$0"; cmp -s '${out}' "$0/ky-son.pmtiles" && echo same; cat "$0.said"; }`,
      )
      const full = said.startsWith('1\nky-son.pmtiles\nsame\n') && said.includes('The disk got full')
      const whole =
        said.includes('1365 of 1365 tiles read back equal') && said.includes('ky-son.json\nky-son.pmtiles\n')
      expect(full || whole, `${kilobytes} KB: ${said}`).toBe(true)
      seen.add(full ? 'full' : 'whole')
    }
    expect([...seen]).toEqual(['full', 'whole'])
  },
)
