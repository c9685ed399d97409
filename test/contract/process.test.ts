import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { requestText } from '../../src/wire/signing/texts.ts'
import { sha256Hex, TestDevice } from '../support/testDevice.ts'
import { kengDu } from '../support/testEndpoint.ts'

const run = promisify(execFile)
const work = mkdtempSync(join(tmpdir(), 'mai-am-process-'))
const data = join(work, 'data')

const admin = async (...words: string[]): Promise<{ [field: string]: string }> => {
  const { stdout } = await run(process.execPath, ['src/endpoint/admin/main.ts', '--data', data, ...words])
  return stdout.trim() === '' ? {} : JSON.parse(stdout)
}

type Endpoint = { url: string; child: ChildProcess; exit: Promise<number | null> }
const started: Endpoint[] = []
const startEndpoint = (): Promise<Endpoint> =>
  new Promise((ready, failed) => {
    const child = spawn(process.execPath, ['src/endpoint/main.ts', 'serve', '--data', data, '--port', '0'])
    const exit = new Promise<number | null>((done) => child.once('exit', done))
    let complaint = ''
    child.stderr.on('data', (part) => {
      complaint += String(part)
    })
    child.stdout.once('data', (line) => {
      const one = { url: (JSON.parse(String(line)) as { url: string }).url, child, exit }
      started.push(one)
      ready(one)
    })
    exit.then((code) => failed(new Error(`${code}: ${complaint}`)))
  })

let endpoint: Endpoint
let lan: TestDevice
beforeAll(async () => {
  const areas = join(work, 'areas.json')
  writeFileSync(areas, JSON.stringify([{ id: kengDu, title: 'Keng Đu', level: 'commune', border: true }]))
  await admin('init', '--district', '40-417', '--title', 'Kỳ Sơn', '--areas', areas)
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  rmSync(work, { recursive: true, force: true })
})

it('[R-run-01] commands and the endpoint work in one folder at once: invite, verify and backup while phones hand in', async () => {
  const { code = '' } = await admin('invite', '--name', 'Lan', '--role', 'recorder', '--books', kengDu)
  lan = await TestDevice.enrolled(endpoint.url, code)
  const note = () => lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'ghi' })
  const handIn = async () => {
    const statuses: number[] = []
    for (let i = 0; i < 30; i += 1) statuses.push((await lan.sync({ push: [note()], pull: { [kengDu]: 0 } })).status)
    return statuses
  }
  const [statuses, second, verified] = await Promise.all([
    handIn(),
    admin('invite', '--name', 'Hùng', '--role', 'inspector', '--books', kengDu),
    admin('verify'),
    admin('backup', '--to', join(work, 'b.tar.gz')),
  ])
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect((await TestDevice.enrolled(endpoint.url, second.code ?? '')).enrolled?.role).toBe('inspector')
  expect(verified).toMatchObject({ books: 2 })
  const { entries = 0 } = (await admin('verify')) as unknown as { entries: number }
  expect(entries).toBeGreaterThan(30)
})

it('[R-run-02] a second endpoint on the same folder is refused in words, and the first goes on', async () => {
  await expect(startEndpoint()).rejects.toThrow('running with the folder')
  expect((await fetch(`${endpoint.url}/api/health`)).status).toBe(200)
})

it('[R-run-03] books that another program holds are busy: 503 with a time to come back, and nothing is lost', async () => {
  const other = new DatabaseSync(join(data, 'books.sqlite'))
  other.exec('BEGIN IMMEDIATE')
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'ghi' })
  const busy = await lan.sync({ push: [entry] })
  other.exec('COMMIT')
  other.close()
  expect([busy.status, busy.body.error, busy.headers.get('retry-after'), busy.answerIsRight]).toEqual([
    503,
    'busy',
    '2',
    true,
  ])
  expect((await lan.sync({ push: [entry] })).body.acks[0]?.status).toBe('accepted')
})

it('[R-run-04, R-wire-01] SIGTERM finishes what is under way and ends well; what was said before stays said', async () => {
  const path = '/api/sync'
  const body = Buffer.from(
    JSON.stringify({ protocol: 1, push: [lan.entry(kengDu, 'note.added', uuid7(1), { text: 'chậm' })] }),
  )
  const nonce = 'DDDDDDDDDDDDDDDDDDDDDD'
  const ts = Math.floor(Date.now() / 1000)
  const sig = await lan.sign(requestText('POST', path, ts, nonce, sha256Hex(body)))
  const headers = { 'content-type': 'application/json', authorization: `Device ${lan.id}.${ts}.${nonce}.${sig}` }
  const slow = httpRequest(endpoint.url + path, {
    method: 'POST',
    headers: { ...headers, 'content-length': body.length },
  })
  const answered = new Promise<string>((done, failed) => {
    slow.on('error', failed)
    slow.on('response', (answer) => {
      let said = ''
      answer.on('data', (part) => {
        said += String(part)
      })
      answer.on('end', () => done(said))
    })
  })
  await new Promise<void>((done) => slow.write(body.subarray(0, 10), () => setTimeout(done, 100)))
  endpoint.child.kill('SIGTERM')
  await new Promise((done) => setTimeout(done, 200))
  slow.end(body.subarray(10))
  expect(JSON.parse(await answered).acks).toMatchObject([{ status: 'accepted' }])
  expect(await endpoint.exit).toBe(0)
  endpoint = await startEndpoint()
  const again = await fetch(endpoint.url + path, { method: 'POST', headers, body })
  expect([again.status, ((await again.json()) as { error: string }).error]).toEqual([401, 'replayed'])
})

it('[R-run-04] a signal to npm reaches the endpoint: nothing is left behind, and npm says 0', async () => {
  const words = ['run', 'endpoint', '--', '--data', join(work, 'other'), '--port', '0']
  const npm = spawn('npm', words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const exit = new Promise<number | null>((done) => npm.once('exit', done))
  const url = await new Promise<string>((ready) => {
    npm.stdout.on('data', (part) => {
      const [, said] = /"url":"([^"]+)"/.exec(String(part)) ?? []
      if (said !== undefined) ready(said)
    })
  })
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  npm.kill('SIGTERM')
  expect(await exit).toBe(0)
  await expect(fetch(`${url}/api/health`)).rejects.toThrow()
})

it('[R-run-02, I3] killed without a goodbye, the folder is free again and what was receipted is there', async () => {
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'mất điện' })
  Object.assign(lan, { url: endpoint.url })
  const first = await lan.sync({ push: [entry] })
  endpoint.child.kill('SIGKILL')
  await endpoint.exit
  endpoint = await startEndpoint()
  Object.assign(lan, { url: endpoint.url })
  expect((await lan.sync({ push: [entry] })).body.acks[0]).toMatchObject({
    status: 'duplicate',
    seq: first.body.acks[0]?.seq,
  })
})
