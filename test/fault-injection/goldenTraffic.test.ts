import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar'
import { expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { restore } from '../../src/endpoint/admin/backup.ts'
import type { SyncAnswer } from '../../src/wire/messages/sync.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { startEndpointOn } from '../support/testEndpoint.ts'
import { bytesOf, deviceOf, type Exchange, type Traffic } from './golden/exchange.ts'
import { replayAtEndpoint } from './golden/replayAtEndpoint.ts'

const folders = globSync('test/fault-injection/golden/*/traffic.json').map((path) => dirname(path))
const trafficOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'traffic.json'), 'utf8')) as Traffic

it('[I9, R-golden-01] the traffic of the version that stands here was recorded', () => {
  expect(existsSync(`test/fault-injection/golden/${project.version}/traffic.json`)).toBe(true)
})

it.each(folders)(
  '[I9, I7, R-golden-01] what devices of %s said, today’s endpoint takes or holds, and keeps to the byte',
  async (folder) => {
    const took = stopwatch()
    const { exchanges } = trafficOf(folder)
    const dir = mkdtempSync(join(tmpdir(), 'mai-am-golden-'))
    await extract({ file: join(folder, 'endpoint.tar.gz'), cwd: dir })
    const endpoint = await startEndpointOn(dir)
    const handed = new Map<string, string>()
    let acked = 0
    let receipts = 0
    try {
      for (const exchange of exchanges) {
        const { method, path, answer } = exchange
        const now = await replayAtEndpoint(endpoint, exchange)
        expect([method, path, now.status, now.answerIsRight]).toEqual([method, path, answer.status, true])
        if (answer.headers['x-receipt'] !== undefined) {
          expect(now.headers.get('x-receipt'), path).not.toBeNull()
          receipts += 1
        }
        if (path !== '/api/sync') continue
        const said = jsonOf<SyncAnswer>(now.body)
        const then = jsonOf<SyncAnswer>(bytesOf(answer.body))
        expect(said.acks.map(lineOf)).toEqual(then.acks.map(lineOf))
        for (const { status } of said.acks) expect(['accepted', 'held']).toContain(status)
        expect([said.upTo, Object.keys(said.books ?? {})]).toEqual([then.upTo, Object.keys(then.books ?? {})])
        // Whatever stands there today, a client of then finds every field that it was told.
        expect(Object.keys(said)).toEqual(expect.arrayContaining(Object.keys(then)))
        for (const entry of pushOf(exchange)) handed.set(entry.id, entryText(entry))
        acked += said.acks.length
      }
      const { db } = endpoint.books
      const taken = await db.selectFrom('entries').select(['id', 'text']).execute()
      const held = await db.selectFrom('held').select(['entry as id', 'raw as text']).execute()
      const kept = new Map([...taken, ...held].map(({ id, text }) => [id, text]))
      expect(Object.fromEntries([...handed.keys()].map((id) => [id, kept.get(id)]))).toEqual(Object.fromEntries(handed))
    } finally {
      await endpoint.close()
    }
    const devices = new Set(exchanges.map(deviceOf)).size - 1
    const counts = {
      requests: exchanges.length,
      devices,
      'entries taken or held': acked,
      'photo receipts': receipts,
      lost: 0,
    }
    figure({
      line: 16,
      test: `What ${basename(folder)} said, at today's endpoint`,
      seed: null,
      counts,
      seconds: took(),
    })
  },
)

it.each(folders)('[L16, R-golden-02] a backup of an endpoint of %s restores in today’s', async (folder) => {
  const dir = mkdtempSync(join(tmpdir(), 'mai-am-golden-'))
  rmSync(dir, { recursive: true })
  const verified = await restore(join(folder, 'endpoint.tar.gz'), dir, Date.now())
  expect(verified.books).toBeGreaterThan(1)
  expect(verified.entries).toBeGreaterThan(1)
  rmSync(dir, { recursive: true, force: true })
})

const jsonOf = <Body>(bytes: Uint8Array): Body => JSON.parse(new TextDecoder().decode(bytes)) as Body

const lineOf = ({ id, hash, status, code }: SyncAnswer['acks'][number]) => [id, hash, status, code]

const pushOf = ({ headers, body }: Exchange): Entry[] => {
  const bytes = headers['content-encoding'] === 'gzip' ? gunzipSync(bytesOf(body)) : bytesOf(body)
  return jsonOf<{ push?: Entry[] }>(bytes).push ?? []
}
