import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { photoReceiptText } from '../../src/wire/signing/texts.ts'
import { aPicture } from '../support/aPicture.ts'
import { type Answer, sha256Hex, type TestDevice } from '../support/testDevice.ts'
import { kengDu, muongLong, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

const announce = (bytes: Uint8Array, tier = 'evidence', sha256 = sha256Hex(bytes)) => ({
  'tus-resumable': '1.0.0',
  'upload-length': String(bytes.length),
  'upload-metadata': Object.entries({ photo: 'p1', sha256, tier })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(','),
})
const octets = { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0' }

const create = async (device: TestDevice, bytes: Uint8Array, tier = 'evidence', sha256?: string) =>
  device.request('POST', '/api/photos', { headers: announce(bytes, tier, sha256) })
const place = (answer: Answer): string => new URL(answer.headers.get('location') ?? '', endpoint.url).pathname
const patch = (device: TestDevice, path: string, offset: number, bytes: Uint8Array) =>
  device.request('PATCH', path, { bytes, headers: { ...octets, 'upload-offset': String(offset) } })

const receiptIsRight = (device: TestDevice, answer: Answer, sha256: string) =>
  device.endpointSigned(
    photoReceiptText({ device: device.id, epoch: endpoint.keys.epoch, nonce: answer.nonce, sha256 }),
    answer.headers.get('x-receipt') ?? '',
  )

it('[L2, L3] a photo goes in two pieces, the offset is asked, and the receipt is for its hash', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(1)
  const made = await create(lan, bytes)
  expect([made.status, made.answerIsRight]).toEqual([201, true])
  await patch(lan, place(made), 0, bytes.subarray(0, 1000))
  const asked = await lan.request('HEAD', place(made))
  expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, '1000'])
  const done = await patch(lan, place(made), 1000, bytes.subarray(1000))
  expect(done.status).toBe(204)
  expect(await receiptIsRight(lan, done, sha256Hex(bytes))).toBe(true)
  const again = await create(lan, bytes)
  expect([again.status, await receiptIsRight(lan, again, sha256Hex(bytes))]).toEqual([200, true])
  const head = await lan.request('HEAD', place(made))
  expect([head.status, await receiptIsRight(lan, head, sha256Hex(bytes))]).toEqual([200, true])
  const have = await lan.request('POST', '/api/photos/have', { json: { sha256: [sha256Hex(bytes), 'f'.repeat(64)] } })
  expect(have.body).toEqual({ have: [sha256Hex(bytes)] })
})

it('[L3] a preview goes in one request and is receipted at once; a larger one is none', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(2, 2000)
  const made = await lan.request('POST', '/api/photos', {
    bytes,
    headers: { ...octets, ...announce(bytes, 'preview') },
  })
  expect([made.status, await receiptIsRight(lan, made, sha256Hex(bytes))]).toEqual([201, true])
  const large = await create(lan, aPicture(3, 21 * 1024), 'preview')
  expect([large.status, large.body]).toMatchObject([413, { error: 'too-large' }])
})

it('[L3] bytes that are not what was said are not kept: 460, and the offset is 0 again', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(4)
  const made = await create(lan, bytes)
  const wrong = Buffer.from(bytes)
  wrong[2999] = 99
  const answer = await patch(lan, place(made), 0, wrong)
  expect([answer.status, answer.headers.get('upload-offset'), answer.headers.get('x-receipt')]).toEqual([
    460,
    '0',
    null,
  ])
  const right = await patch(lan, place(made), 0, bytes)
  expect([right.status, await receiptIsRight(lan, right, sha256Hex(bytes))]).toEqual([204, true])
})

it('[R-photo-01] what is not a picture, or too large a one, is refused with its reason', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const text = Buffer.from('<script>alert(1)</script>'.repeat(40))
  const answer = await patch(lan, place(await create(lan, text)), 0, text)
  expect([answer.status, answer.body]).toMatchObject([415, { error: 'not-a-picture' }])
  const huge = aPicture(5, 3000, 9000, 9000)
  const pixels = await patch(lan, place(await create(lan, huge)), 0, huge)
  expect([pixels.status, pixels.body]).toMatchObject([413, { error: 'too-large' }])
  const long = await lan.request('POST', '/api/photos', {
    headers: { ...announce(text), 'upload-length': String(11 * 1024 * 1024) },
  })
  expect([long.status, long.body]).toMatchObject([413, { max: 10 * 1024 * 1024 }])
})

it('[L2] the line breaks in the middle of a piece: what arrived is kept', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const bytes = aPicture(6, 200_000)
  const path = place(await create(lan, bytes))
  const { authorization } = await signedHeaders(lan, path)
  await new Promise<void>((done) => {
    const request = httpRequest(endpoint.url + path, {
      method: 'PATCH',
      headers: { ...octets, 'upload-offset': '0', 'content-length': String(bytes.length), authorization },
    })
    request.on('error', () => done())
    request.write(bytes.subarray(0, 120_000), () => setTimeout(() => request.destroy(), 150))
    request.on('close', () => done())
  })
  await new Promise((done) => setTimeout(done, 150))
  const offset = Number((await lan.request('HEAD', path)).headers.get('upload-offset'))
  expect(offset).toBeGreaterThan(0)
  const done = await patch(lan, path, offset, bytes.subarray(offset))
  expect([done.status, await receiptIsRight(lan, done, sha256Hex(bytes))]).toEqual([204, true])
})

it('[I8] a picture is for those who may read a book that names it', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const hung = await endpoint.device('inspector', [kengDu])
  const stranger = await endpoint.device('recorder', [muongLong])
  const bytes = aPicture(7)
  const sha256 = sha256Hex(bytes)
  await patch(lan, place(await create(lan, bytes)), 0, bytes)
  expect((await hung.request('GET', `/api/photos/${sha256}`)).status).toBe(404)
  const entry = lan.entry(kengDu, 'photo.taken', uuid7(Date.now()), {
    photo: 'p1',
    sha256,
    bytes: bytes.length,
    width: 640,
    height: 480,
    mime: 'image/jpeg',
    preview: { sha256: 'a'.repeat(64), bytes: 10 },
    thumbhash: 'abc',
    takenAt: '2026-03-01T08:00:00+07:00',
    source: 'camera',
  })
  expect((await lan.sync({ push: [entry] })).body.acks[0]?.status).toBe('accepted')
  const seen = await hung.request<Buffer>('GET', `/api/photos/${sha256}`)
  expect([seen.status, seen.answerIsRight, seen.headers.get('x-content-type-options')]).toEqual([200, true, 'nosniff'])
  expect(sha256Hex(seen.body)).toBe(sha256)
  const part = await hung.request<Buffer>('GET', `/api/photos/${sha256}`, { headers: { range: 'bytes=10-19' } })
  expect([part.status, part.body.length, part.headers.get('content-range')]).toEqual([
    206,
    10,
    `bytes 10-19/${bytes.length}`,
  ])
  const same = await hung.request('GET', `/api/photos/${sha256}`, { headers: { 'if-none-match': `"${sha256}"` } })
  expect(same.status).toBe(304)
  expect((await stranger.request('GET', `/api/photos/${sha256}`)).status).toBe(404)
})

const signedHeaders = async (device: TestDevice, path: string): Promise<{ authorization: string }> => {
  const ts = Math.floor(Date.now() / 1000)
  const nonce = 'BBBBBBBBBBBBBBBBBBBBBB'
  const sig = await device.sign(`PATCH\n${path}\n${ts}\n${nonce}\n${sha256Hex('')}`)
  return { authorization: `Device ${device.id}.${ts}.${nonce}.${sig}` }
}
