/**
 * `node test/bench/mapPacks.ts [MB] [bytes a tile]`: makes a large MBTiles of invented vector tiles in a temporary folder,
 * then a pack of it by the command itself, and says seconds, MB/s and the command's greatest memory.
 */
import { spawn } from 'node:child_process'
import { createCipheriv } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import project from '../../package.json' with { type: 'json' }
import { say } from './report.ts'

const [megabytes = 300, tileBytes = 2000] = process.argv.slice(2).map(Number)
const zoom = 14
const ticksASecond = 100
const dir = mkdtempSync(join(tmpdir(), 'mai-am-map-'))

/** Bytes that look like chance and are the same each time: AES over zeros. */
const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16))
/** One tile in eight is the empty forest, as on real maps; the others differ and don't pack. */
const forest = gzipSync(Buffer.from([0x1a, 0]))
const tile = (at: number): Uint8Array =>
  at % 8 === 0
    ? forest
    : gzipSync(Buffer.concat([Buffer.from([0x1a]), noise.update(Buffer.alloc(tileBytes))]), { level: 1 })

const writeMbtiles = (path: string): number => {
  const db = new DatabaseSync(path)
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE metadata (name text, value text);
    CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
    INSERT INTO metadata VALUES ('name', 'bench'), ('format', 'pbf'), ('json', '{"vector_layers":[]}'); BEGIN`)
  const insert = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
  const count = Math.round((megabytes * 1e6) / ((tileBytes * 7) / 8))
  const side = Math.ceil(Math.sqrt(count))
  for (let at = 0; at < count; at += 1) insert.run(zoom, 2000 + (at % side), 2000 + Math.floor(at / side), tile(at))
  db.exec('COMMIT; CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)')
  db.close()
  return count
}

type Cost = { readonly memoryBytes: number; readonly processorSeconds: number }

/** Runs the command and gives its greatest resident memory and its processor time, where there is a /proc. */
const made = (from: string, out: string): Promise<Cost> =>
  new Promise((done, failed) => {
    const words = ['--from', from, '--title', 'Bench', '--books', 'bench', '--out', out]
    // As the script runs it.
    const own = project.scripts['map-pack'].split(' ').slice(2)
    const child = spawn(process.execPath, [...own, ...words], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    let cost: Cost = { memoryBytes: 0, processorSeconds: 0 }
    const looking = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
        const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? []
        cost = {
          memoryBytes: Math.max(cost.memoryBytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024),
          processorSeconds: ticks.reduce((sum, one) => sum + Number(one), 0) / ticksASecond,
        }
      } catch {
        // It has just ended.
      }
    }, 50)
    child.once('close', (code) => {
      clearInterval(looking)
      if (code === 0) done(cost)
      else failed(new Error(`the command ended with ${code}`))
    })
  })

try {
  const [from, out] = [join(dir, 'bench.mbtiles'), join(dir, 'bench.pmtiles')]
  const tiles = writeMbtiles(from)
  const source = statSync(from).size
  say('MBTiles', source / 1e6, 'MB')
  say('tiles', tiles, '')
  const began = performance.now()
  const { memoryBytes, processorSeconds } = await made(from, out)
  const seconds = (performance.now() - began) / 1000
  say('made, read back and compared', seconds, 's')
  say('of the source', source / 1e6 / seconds, 'MB/s')
  say('processor time', processorSeconds, 's')
  say('of the source by processor time', source / 1e6 / processorSeconds, 'MB/s')
  say('greatest memory', memoryBytes / 1e6, 'MB', '512')
  say('PMTiles', statSync(out).size / 1e6, 'MB')
} finally {
  rmSync(dir, { recursive: true, force: true })
}
