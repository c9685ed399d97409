import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { everywhere } from '../../../src/endpoint/map-packs/area/area.ts'
import { inWorkFolder } from '../../../src/endpoint/map-packs/inWorkFolder.ts'
import { makePack } from '../../../src/endpoint/map-packs/makePack.ts'
import { plainText } from '../../../src/endpoint/map-packs/plainText.ts'
import { noProgress, screenProgress } from '../../../src/endpoint/map-packs/progress.ts'
import { publishPack } from '../../../src/endpoint/map-packs/publishPack.ts'
import type { TileSource } from '../../../src/endpoint/map-packs/sources/tileSource.ts'
import { listening } from '../../support/listening.ts'
import { aFolder } from './support/aFolder.ts'
import { aVectorTile } from './support/aTile.ts'

const dir = aFolder()

/** Two tiles; the second time it is asked, what `second` says stands in the place of tile 2, or nothing. */
const aSource = (second: string | null): TileSource => {
  let asked = 0
  return {
    name: 'made up',
    facts: { kind: 'mvt', zooms: [1, 1], bounds: null, attribution: null, vectorLayers: [] },
    idsWithin: async () => Float64Array.from([1, 2]),
    prepare: async () => {},
    tiles: async function* () {
      asked += 1
      yield { id: 1, bytes: aVectorTile('one') }
      const says = asked === 1 ? 'two' : second
      if (says !== null) yield { id: 2, bytes: aVectorTile(says) }
    },
    close: async () => {},
  }
}

const wish = { id: 'x', title: 'X', books: ['b'], attribution: null, area: everywhere, zooms: [null, null] } as const

const making = (source: TileSource) => {
  const to = join(dir, 'x.pmtiles')
  return inWorkFolder(to, async (work) => {
    expect(readdirSync(dir)).toContain(work.split('/').at(-1))
    const made = await makePack(source, wish, work, noProgress)
    expect(existsSync(to) && readFileSync(to, 'latin1') === readFileSync(made.path, 'latin1')).toBe(false)
    await publishPack(made, to)
    return made
  })
}

it('[R-pack-08] a pack takes its name only when every tile reads back as in the source; else nothing is there', async () => {
  for (const second of ['another', null])
    await expect(making(aSource(second))).rejects.toMatchObject({
      code: 'not-equal',
      message: expect.stringContaining('1 of 2 tiles'),
    })
  expect(readdirSync(dir)).toEqual([])
  expect((await making(aSource('two'))).compared).toEqual({ equal: 2, total: 2 })
  expect(readdirSync(dir).sort()).toEqual(['x.json', 'x.pmtiles'])
})

it('[R-pack-08] a fault of our own is thrown as it is, and leaves nothing behind either', async () => {
  mkdirSync(join(dir, 'other'))
  const to = join(dir, 'other', 'y.pmtiles')
  await expect(inWorkFolder(to, () => Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError)
  expect(readdirSync(join(dir, 'other'))).toEqual([])
  expect(process.listenerCount('SIGTERM')).toBe(0)
})

it('[R-pack-08] told to end, it leaves nothing; killed, it leaves a folder that goes a day later, and the old pack as it was', async () => {
  const home = join(dir, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'x.pmtiles'), 'the old one')
  const silent = await listening(() => new Promise(() => {}))
  const words = ['--from', `${silent.url}/x.pmtiles`, '--bbox', '1,2,3,4', '--title', 'X', '--books', 'b']
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const child = spawn(
      process.execPath,
      ['src/endpoint/map-packs/main.ts', ...words, '--out', join(home, 'x.pmtiles')],
      { stdio: 'ignore' },
    )
    const ended = new Promise((done) => child.once('exit', (code, by) => done(by ?? code)))
    await expect.poll(() => readdirSync(home).length).toBe(2)
    child.kill(signal)
    expect(await ended).toBe(signal === 'SIGTERM' ? 1 : 'SIGKILL')
    expect(readFileSync(join(home, 'x.pmtiles'), 'utf8')).toBe('the old one')
    expect(readdirSync(home).length).toBe(signal === 'SIGTERM' ? 1 : 2)
  }
  await silent.close()
  await inWorkFolder(join(home, 'x.pmtiles'), async () => {})
  const [left = ''] = readdirSync(home)
  expect(left).toMatch(/^\.map-pack-/)
  const longAgo = new Date(Date.now() - 25 * 3_600_000)
  utimesSync(join(home, left), longAgo, longAgo)
  await inWorkFolder(join(home, 'x.pmtiles'), async () => {})
  expect(readdirSync(home)).toEqual(['x.pmtiles'])
})

it('[R-pack-09] how far it is is said in numbers: a bar on a terminal, lines elsewhere, not more than one in five seconds', () => {
  const said = (isTTY: boolean) => {
    let [text, nowMs] = ['', 0]
    const progress = screenProgress({ isTTY, write: (more) => (text += more) }, () => nowMs)
    progress.begin('Fetched', null)
    progress.begin('Tiles', 2000)
    for (let at = 0; at < 2000; at += 1) {
      nowMs += 10
      progress.step(1, 1500)
    }
    progress.end()
    return text
  }
  expect(said(false).split('\n')).toEqual([
    'Tiles: 500/2,000, 0.8 MB',
    'Tiles: 1,000/2,000, 1.5 MB',
    'Tiles: 1,500/2,000, 2.3 MB',
    'Tiles: 2,000/2,000, 3.0 MB',
    '',
  ])
  const drawn = said(true).split('\r\u001b[K')
  expect(drawn.length).toBe(202)
  expect(drawn[100]).toBe(`[${'#'.repeat(12)}${'·'.repeat(12)}] Tiles: 1,000/2,000, 1.5 MB`)
  expect(drawn.at(-1)).toBe(`[${'#'.repeat(24)}] Tiles: 2,000/2,000, 3.0 MB\n`)
})

it('[R-pack-08] the catalogue names the makers in plain text, whatever HTML they wrote', () => {
  expect(plainText('<a href="https://osm.org/copyright">&copy; OpenStreetMap</a>\n &#233;&amp;co')).toBe(
    '© OpenStreetMap é&co',
  )
  expect(plainText('1 < 2 & 3 &unknown; <script>alert(1)</script>')).toBe('1 < 2 & 3 &unknown; alert(1)')
  expect(plainText('x'.repeat(5000))).toHaveLength(2000)
})
