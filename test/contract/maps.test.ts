import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { backup, restore } from '../../src/endpoint/admin/backup.ts'
import { verifyBooks } from '../../src/endpoint/admin/verifyBooks.ts'
import type { MapPack } from '../../src/wire/messages/maps.ts'
import { aPack } from '../support/aPack.ts'
import { layPack, packLine } from '../support/layPack.ts'
import { sha256Hex, type TestDevice } from '../support/testDevice.ts'
import { district, kengDu, muongLong, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let maps: string
const work = mkdtempSync(join(tmpdir(), 'mai-am-maps-'))
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  maps = join(endpoint.dir, 'maps')
})
beforeEach(() => rmSync(maps, { recursive: true, force: true }))
afterAll(async () => {
  await endpoint.close()
  rmSync(work, { recursive: true, force: true })
})

const bytes = aPack(1).bytes
const catalogue = async (device: TestDevice) => {
  const answer = await device.request<MapPack[]>('GET', '/api/maps')
  return { status: answer.status, right: answer.answerIsRight, ids: answer.body.map?.(({ id }) => id) }
}
const asked = (device: TestDevice, id: string, headers: { [name: string]: string } = {}, method = 'GET') =>
  device.request<Buffer>(method, `/api/maps/${id}.pmtiles`, { headers })

it('[I8] a device sees and reads the packs of its books, the office all of them, a stranger to them none', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const mai = await endpoint.device('district')
  expect(await catalogue(lan)).toEqual({ status: 200, right: true, ids: [] })
  layPack(maps, 'keng-du', bytes, [kengDu, myLy])
  layPack(maps, 'muong-long', bytes, [muongLong])
  layPack(maps, 'ky-son', bytes, [district])
  layPack(maps, 'nobody', bytes, [])
  expect(await catalogue(lan)).toEqual({ status: 200, right: true, ids: ['keng-du', 'ky-son'] })
  expect((await catalogue(mai)).ids).toEqual(['keng-du', 'ky-son', 'muong-long', 'nobody'])
  for (const id of ['muong-long', 'nobody', 'not-there', '..%2fbooks']) {
    const refused = await asked(lan, id)
    expect([id, refused.status, refused.answerIsRight], id).toEqual([id, 404, true])
    expect(refused.body, id).toMatchObject({ error: 'not-found' })
  }
  expect((await asked(mai, 'muong-long')).status).toBe(200)
})

it('[I8] neither a device whose rights were taken back nor one that waits for a confirmation sees any', async () => {
  layPack(maps, 'keng-du', bytes, [kengDu])
  const { db } = endpoint.books
  const waiting = await endpoint.device('recorder', [kengDu])
  await db.updateTable('devices').set({ confirmed: 0 }).where('id', '=', waiting.id).execute()
  expect(await catalogue(waiting)).toEqual({ status: 200, right: true, ids: [] })
  expect((await asked(waiting, 'keng-du')).status).toBe(404)
  const revoked = await endpoint.device('district')
  await db.updateTable('devices').set({ revokedAt: 1 }).where('id', '=', revoked.id).execute()
  expect((await revoked.request('GET', '/api/maps')).body).toMatchObject({ error: 'revoked' })
  expect((await asked(revoked, 'keng-du')).status).toBe(404)
  expect((await fetch(`${endpoint.url}/api/maps`)).status).toBe(401)
  expect((await fetch(`${endpoint.url}/api/maps/keng-du.pmtiles`)).status).toBe(401)
})

it('[R-maps-01] a pack is read whole, in ranges, or by its tag; each answer is signed over no bytes', async () => {
  layPack(maps, 'keng-du', bytes, [kengDu])
  const etag = `"${sha256Hex(bytes)}"`
  const lan = await endpoint.device('recorder', [kengDu])
  const whole = await asked(lan, 'keng-du', { 'accept-encoding': 'br, gzip' })
  expect([whole.status, whole.answerIsRight]).toEqual([200, true])
  expect(sha256Hex(whole.body)).toBe(sha256Hex(bytes))
  const said = (name: string) => whole.headers.get(name)
  expect(['content-type', 'etag', 'accept-ranges', 'content-encoding', 'cache-control'].map(said)).toEqual([
    'application/vnd.pmtiles',
    etag,
    'bytes',
    null,
    'no-store',
  ])
  const part = await asked(lan, 'keng-du', { range: 'bytes=1000-1999', 'if-range': etag })
  expect([part.status, part.answerIsRight]).toEqual([206, true])
  expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${bytes.length}`)
  expect(part.body.equals(bytes.subarray(1000, 2000))).toBe(true)
  const last = await asked(lan, 'keng-du', { range: `bytes=${bytes.length - 5}-${bytes.length + 100}` })
  expect([last.status, last.body.length]).toEqual([206, 5])
  const other = await asked(lan, 'keng-du', { range: 'bytes=0-9', 'if-range': '"another"' })
  expect([other.status, other.body.length]).toEqual([200, bytes.length])
  const same = await asked(lan, 'keng-du', { 'if-none-match': etag })
  expect([same.status, same.body.length, same.answerIsRight]).toEqual([304, 0, true])
  const beyond = await asked(lan, 'keng-du', { range: `bytes=${bytes.length}-` })
  expect([beyond.status, beyond.answerIsRight, beyond.headers.get('content-range')]).toEqual([
    416,
    true,
    `bytes */${bytes.length}`,
  ])
  const head = await asked(lan, 'keng-du', {}, 'HEAD')
  expect([head.status, head.headers.get('content-length'), head.answerIsRight]).toEqual([
    200,
    String(bytes.length),
    true,
  ])
})

it('[R-maps-02] a line without its file, or with another length, is left out and said once; what is laid in shows at once', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const lan = await endpoint.device('recorder', [kengDu])
  mkdirSync(maps, { recursive: true })
  const line = packLine('late', bytes, [kengDu])
  writeFileSync(join(maps, 'late.json'), JSON.stringify(line))
  writeFileSync(join(maps, 'broken.json'), '{ "id": ')
  writeFileSync(join(maps, 'other-name.json'), JSON.stringify(line))
  writeFileSync(join(maps, 'notes.txt'), 'của tôi')
  for (let times = 0; times < 3; times += 1) expect((await catalogue(lan)).ids).toEqual([])
  const lines = () => said.mock.calls.map(([text]) => String(text)).filter((text) => text.startsWith('Maps: '))
  expect(lines()).toHaveLength(3)
  expect(lines().join()).toContain('late.pmtiles is not there')
  writeFileSync(join(maps, 'late.pmtiles'), bytes.subarray(1))
  await catalogue(lan)
  expect((await asked(lan, 'late')).status).toBe(404)
  expect(lines()).toHaveLength(4)
  expect(lines().at(-1)).toContain(`has ${bytes.length - 1} bytes, late.json says ${bytes.length}`)
  writeFileSync(join(maps, 'late.pmtiles'), bytes)
  expect((await catalogue(lan)).ids).toEqual(['late'])
  const newer = aPack(2).bytes
  layPack(maps, 'late', newer, [kengDu])
  expect(sha256Hex((await asked(lan, 'late')).body)).toBe(sha256Hex(newer))
  said.mockRestore()
})

it('[L16, R-maps-03] a backup holds the packs that are what they say, verify names one that is not, and a damaged one never keeps a backup from being made', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  layPack(maps, 'keng-du', bytes, [kengDu])
  layPack(maps, 'my-ly', aPack(3).bytes, [myLy])
  expect((await verifyBooks(endpoint.books)).maps).toBe(2)
  const damaged = aPack(3).bytes
  damaged[40_000] = (damaged[40_000] ?? 0) ^ 1
  writeFileSync(join(maps, 'my-ly.pmtiles'), damaged)
  await expect(verifyBooks(endpoint.books)).rejects.toThrow('my-ly is not what was hashed')
  const to = join(work, 'b.tar.gz')
  expect((await backup(endpoint.books, to, Date.now())).maps).toBe(1)
  expect(said.mock.calls.map(([text]) => String(text)).join()).toContain('my-ly is not in the backup')
  const dir = join(work, 'restored')
  expect((await restore(to, dir, Date.now())).maps).toBe(1)
  rmSync(join(maps, 'my-ly.pmtiles'))
  await expect(verifyBooks(endpoint.books)).rejects.toThrow('my-ly.pmtiles is not there')
  said.mockRestore()
})
