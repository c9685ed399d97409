import { existsSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { expireUploads } from '../../src/endpoint/routes/expireUploads.ts'
import { openShelf } from '../../src/endpoint/shelf/shelf.ts'
import { aPicture } from '../support/aPicture.ts'
import { type Answer, sha256Hex, type TestDevice } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let lan: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  lan = await endpoint.device('recorder', [kengDu])
})
afterAll(() => endpoint.close())

const octets = { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0' }
const announce = (bytes: Uint8Array, tier = 'evidence') => ({
  'tus-resumable': '1.0.0',
  'upload-length': String(bytes.length),
  'upload-metadata': Object.entries({ photo: 'p1', sha256: sha256Hex(bytes), tier })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(','),
})
const create = (device: TestDevice, bytes: Uint8Array) =>
  device.request('POST', '/api/photos', { headers: announce(bytes) })
const place = (answer: Answer): string => answer.headers.get('location') ?? ''
const patch = (device: TestDevice, path: string, offset: number, bytes: Uint8Array, headers = {}) =>
  device.request('PATCH', path, { bytes, headers: { ...octets, 'upload-offset': String(offset), ...headers } })
const photoTaken = (device: TestDevice, bytes: Buffer) =>
  device.entry(kengDu, 'photo.taken', uuid7(Date.now()), {
    photo: 'p1',
    sha256: sha256Hex(bytes),
    bytes: bytes.length,
    width: 640,
    height: 480,
    mime: 'image/jpeg',
    preview: { sha256: 'a'.repeat(64), bytes: 10 },
    thumbhash: 'abc',
    takenAt: '2026-03-01T08:00:00+07:00',
    source: 'camera',
  })

it('[R-upload-01] tus says what it can, on every answer its version, and refuses another', async () => {
  const can = await lan.request('OPTIONS', '/api/photos')
  expect([can.status, can.headers.get('tus-version')]).toEqual([204, '1.0.0'])
  expect(can.headers.get('tus-extension')?.split(',')).toEqual([
    'creation',
    'creation-with-upload',
    'expiration',
    'termination',
  ])
  const bytes = aPicture(1)
  const other = await lan.request('POST', '/api/photos', { headers: { ...announce(bytes), 'tus-resumable': '0.2.2' } })
  expect([other.status, other.headers.get('tus-version')]).toEqual([412, '1.0.0'])
  const made = await create(lan, bytes)
  const answers = [
    can,
    other,
    made,
    await lan.request('HEAD', place(made)),
    await patch(lan, place(made), 7, bytes),
    await patch(lan, place(made), 0, bytes.subarray(0, 10)),
    await lan.request('GET', '/api/photos/nothing'),
    await lan.request('POST', '/api/photos', { headers: { 'upload-length': 'many' } }),
    await lan.request('DELETE', place(made)),
    await lan.request('HEAD', place(made)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([204, 412, 201, 200, 409, 204, 404, 400, 204, 404])
  expect(answers.map(({ headers }) => headers.get('tus-resumable'))).toEqual(answers.map(() => '1.0.0'))
  expect(answers.every(({ answerIsRight }) => answerIsRight)).toBe(true)
  expect([2, 3, 5].map((i) => Date.parse(answers[i]?.headers.get('upload-expires') ?? '') > Date.now())).toEqual([
    true,
    true,
    true,
  ])
  expect(answers[4]?.headers.get('upload-offset')).toBe('0')
})

it('[R-upload-01] an upload that nobody went on with is dropped when it expires, and its bytes with it', async () => {
  const bytes = aPicture(2)
  const path = place(await create(lan, bytes))
  await patch(lan, path, 0, bytes.subarray(0, 100))
  const file = join(endpoint.dir, 'uploads', path.split('/').at(-1) ?? '')
  expect(existsSync(file)).toBe(true)
  const shelf = await openShelf(endpoint.dir)
  expect(await expireUploads(endpoint.books.db, shelf, Date.now())).toBe(0)
  expect(await expireUploads(endpoint.books.db, shelf, Date.now() + 31 * 86_400_000)).toBeGreaterThan(0)
  expect([existsSync(file), (await lan.request('HEAD', path)).status]).toEqual([false, 404])
})

it('[I8] another phone’s upload is not there for it; neither to ask, to go on with, nor to end', async () => {
  const hung = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(3)
  const path = place(await create(lan, bytes))
  const answers = [
    await hung.request('HEAD', path),
    await patch(hung, path, 0, bytes),
    await hung.request('DELETE', path),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect((await patch(lan, path, 0, bytes)).status).toBe(204)
})

it('[L2] a dead line still holds the upload: the phone asks again, is heard at once, and the picture is whole', async () => {
  const bytes = aPicture(4, 300_000)
  const path = place(await create(lan, bytes))
  const ts = Math.floor(Date.now() / 1000)
  const nonce = 'CCCCCCCCCCCCCCCCCCCCCC'
  const authorization = `Device ${lan.id}.${ts}.${nonce}.${await lan.sign(`PATCH\n${path}\n${ts}\n${nonce}\n${sha256Hex('')}`)}`
  const headers = { ...octets, 'upload-offset': '0', 'content-length': String(bytes.length), authorization }
  const dead = httpRequest(endpoint.url + path, { method: 'PATCH', headers })
  dead.on('error', () => undefined)
  await new Promise<void>((done) => dead.write(bytes.subarray(0, 100_000), () => setTimeout(done, 100)))
  // The first line hangs: nothing was ended, nothing was closed.
  const offset = Number((await lan.request('HEAD', path)).headers.get('upload-offset'))
  expect(offset).toBeGreaterThan(0)
  const done = await patch(lan, path, offset, bytes.subarray(offset))
  expect([done.status, done.headers.has('x-receipt')]).toEqual([204, true])
  dead.destroy()
})

it('[L2] one piece sent twice at the same time does not spoil the picture', async () => {
  const bytes = aPicture(5, 200_000)
  const path = place(await create(lan, bytes))
  const both = await Promise.all([
    patch(lan, path, 0, bytes).catch(() => null),
    patch(lan, path, 0, bytes).catch(() => null),
  ])
  expect(both.some((answer) => answer?.status === 460)).toBe(false)
  const offset = Number((await lan.request('HEAD', path)).headers.get('upload-offset'))
  if (offset < bytes.length) await patch(lan, path, offset, bytes.subarray(offset))
  expect((await lan.request('HEAD', path)).headers.has('x-receipt')).toBe(true)
  const again = await lan.request('POST', '/api/photos/have', { json: { sha256: [sha256Hex(bytes)] } })
  expect(again.body).toEqual({ have: [sha256Hex(bytes)] })
})

it('[R-upload-01] more bytes than were said, another type of body, more hashes than may be asked: each refused in words', async () => {
  const bytes = aPicture(6)
  const path = place(await create(lan, bytes))
  expect(await patch(lan, path, 0, Buffer.concat([bytes, bytes]))).toMatchObject({
    status: 413,
    body: { error: 'too-large' },
  })
  const json = await patch(lan, path, 0, Buffer.from('{}'), { 'content-type': 'application/json' })
  expect(json.status).toBe(415)
  const first = await lan.request('POST', '/api/photos', {
    bytes: Buffer.concat([bytes, bytes]),
    headers: { ...octets, ...announce(bytes) },
  })
  expect(first.status).toBe(413)
  const many = Array.from({ length: 1001 }, (_, i) => i.toString(16).padStart(64, '0'))
  expect(await lan.request('POST', '/api/photos/have', { json: { sha256: many } })).toMatchObject({
    status: 413,
    body: { max: 1000 },
  })
  expect((await lan.request('POST', '/api/photos/have', { json: { sha256: many.slice(1) } })).body).toEqual({
    have: [],
  })
})

it('[R-upload-02] a picture in pieces, by its tag, by its head: what a viewer asks for', async () => {
  const bytes = aPicture(7)
  await patch(lan, place(await create(lan, bytes)), 0, bytes)
  await lan.sync({ push: [photoTaken(lan, bytes)] })
  const path = `/api/photos/${sha256Hex(bytes)}`
  const tag = `"${sha256Hex(bytes)}"`
  const ask = (headers: { [name: string]: string }, method = 'GET') => lan.request<Buffer>(method, path, { headers })
  const table: [{ [name: string]: string }, number, number, string | null][] = [
    [{}, 200, 3000, null],
    [{ range: 'bytes=0-0' }, 206, 1, 'bytes 0-0/3000'],
    [{ range: 'bytes=2990-' }, 206, 10, 'bytes 2990-2999/3000'],
    [{ range: 'bytes=-5' }, 206, 5, 'bytes 2995-2999/3000'],
    [{ range: 'bytes=0-99999' }, 206, 3000, 'bytes 0-2999/3000'],
    [{ range: 'bytes=0-1,5-6' }, 200, 3000, null],
    [{ range: 'bytes=9-3' }, 200, 3000, null],
    [{ range: 'bytes=0-0', 'if-range': '"other"' }, 200, 3000, null],
    [{ range: 'bytes=0-0', 'if-range': tag }, 206, 1, 'bytes 0-0/3000'],
    [{ 'if-none-match': tag }, 304, 0, null],
    [{ 'if-none-match': `"other", W/${tag}` }, 304, 0, null],
    [{ 'if-none-match': '"other"' }, 200, 3000, null],
  ]
  for (const [headers, status, length, range] of table) {
    const answer = await ask(headers)
    const said = [answer.status, answer.body.length, answer.headers.get('content-range'), answer.answerIsRight]
    expect([headers, said]).toEqual([headers, [status, length, range, true]])
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')?.includes('private, immutable')]).toEqual([
      tag,
      true,
    ])
  }
  const beyond = await ask({ range: 'bytes=3000-' })
  expect([beyond.status, beyond.headers.get('content-range'), beyond.answerIsRight]).toEqual([
    416,
    'bytes */3000',
    true,
  ])
  const head = await ask({}, 'HEAD')
  expect([
    head.status,
    head.headers.get('content-length'),
    head.headers.get('content-type'),
    head.answerIsRight,
  ]).toEqual([200, '3000', 'image/jpeg', true])
})

it('[I7, R-upload-02] a revoked phone’s picture is receipted into quarantine, and comes out with the entry an admin takes in', async () => {
  const admin = await endpoint.device('admin', [], 'An')
  const hung = await endpoint.device('inspector', [kengDu], 'Hùng')
  const lost = await endpoint.device('recorder', [kengDu])
  const [early, late] = [aPicture(8), aPicture(9)]
  await lost.sync({ push: [photoTaken(lost, early)] })
  await admin.request('POST', `/api/admin/devices/${lost.id}/revoke`, { json: { wipe: false } })
  for (const bytes of [early, late]) {
    const done = await patch(lost, place(await create(lost, bytes)), 0, bytes)
    expect([done.status, done.headers.has('x-receipt')]).toEqual([204, true])
    expect((await hung.request('GET', `/api/photos/${sha256Hex(bytes)}`)).status).toBe(404)
  }
  const have = { json: { sha256: [sha256Hex(early)] } }
  expect((await hung.request('POST', '/api/photos/have', have)).body).toEqual({ have: [] })
  expect((await lost.request('POST', '/api/photos/have', have)).body).toEqual({ have: [sha256Hex(early)] })
  const entry = photoTaken(lost, late)
  await lost.sync({ push: [entry] })
  const { body: held } = await admin.request<{ id: string; entry: string }[]>('GET', '/api/admin/held')
  await admin.request('POST', `/api/admin/held/${held.find((row) => row.entry === entry.id)?.id}/admit`)
  expect((await hung.request('GET', `/api/photos/${sha256Hex(late)}`)).status).toBe(200)
  // Brought by a phone in good standing too, it is out of quarantine.
  expect((await create(hung, early)).status).toBe(200)
  expect((await hung.request('GET', `/api/photos/${sha256Hex(early)}`)).status).toBe(200)
})

it('[R-kill-03, L2] the endpoint fell after a photo came to its place and before its row: it is receipted, not one byte goes again', async () => {
  const bytes = aPicture(77, 5000)
  const path = place(await create(lan, bytes))
  await patch(lan, path, 0, bytes.subarray(0, 4000))
  const shelf = await openShelf(endpoint.dir)
  const upload = path.split('/').at(-1) ?? ''
  await shelf.append(upload, bytes.subarray(4000))
  await shelf.keep(upload, sha256Hex(bytes))
  const head = await lan.request('HEAD', path)
  expect([head.status, head.headers.get('upload-offset'), head.headers.has('x-receipt')]).toEqual([200, '5000', true])
  const { body } = await lan.request<{ have: string[] }>('POST', '/api/photos/have', {
    json: { sha256: [sha256Hex(bytes)] },
  })
  expect(body.have).toEqual([sha256Hex(bytes)])
})
