import { randomBytes } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { authorizationHeader } from '../../src/wire/signing/authorization.ts'
import { answerText, requestText } from '../../src/wire/signing/texts.ts'
import { sha256Hex, type TestDevice } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let lan: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  lan = await endpoint.device('recorder', [kengDu])
})
afterAll(() => endpoint.close())

/** Asks without fetch's own manners: any path, any packing, nothing unpacked. */
const rawAsk = async (
  method: string,
  path: string,
  { body, headers = {} }: { body?: Buffer; headers?: { [name: string]: string } } = {},
) => {
  const nonce = randomBytes(16).toString('base64url')
  const ts = Math.floor(Date.now() / 1000)
  const sig = await lan.sign(requestText(method, path, ts, nonce, sha256Hex(body ?? '')))
  const authorization = authorizationHeader({ device: lan.id, ts, nonce, sig })
  return new Promise<{ status: number; headers: { [name: string]: unknown }; said: Buffer; right: boolean }>((done) => {
    const { hostname, port } = new URL(endpoint.url)
    const asked = httpRequest({ hostname, port, method, path, headers: { ...headers, authorization } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', async () => {
        const sent = Buffer.concat(parts)
        const packing = answer.headers['content-encoding']
        const said = packing === 'br' ? brotliDecompressSync(sent) : packing === 'gzip' ? gunzipSync(sent) : sent
        const status = answer.statusCode ?? 0
        const text = answerText({ device: lan.id, nonce, status, body: sha256Hex(said) })
        const right = await lan.endpointSigned(text, String(answer.headers['x-answer'] ?? ''))
        done({ status, headers: answer.headers, said, right })
      })
    })
    // The endpoint may hang up on a body that is too large before all of it was sent.
    asked.on('error', () => undefined)
    asked.end(body)
  })
}

const json = { 'content-type': 'application/json' }

it.each([
  ['a path that is not there', 'GET', '/api/nothing', {}, 404],
  ['a path outside the interface', 'GET', '/nothing', {}, 404],
  ['a path that can’t be read', 'GET', '/api/%zz', {}, 400],
  ['a method that is not there', 'DELETE', '/api/sync', {}, 404],
  ['no JSON', 'POST', '/api/sync', { body: Buffer.from('{'), headers: json }, 400],
  ['no body', 'POST', '/api/sync', {}, 400],
  [
    'another type of body',
    'POST',
    '/api/sync',
    { body: Buffer.from('a'), headers: { 'content-type': 'text/plain' } },
    415,
  ],
  [
    'another packing',
    'POST',
    '/api/sync',
    { body: Buffer.from('a'), headers: { ...json, 'content-encoding': 'br' } },
    415,
  ],
  [
    'a broken packing',
    'POST',
    '/api/sync',
    { body: Buffer.from('a'), headers: { ...json, 'content-encoding': 'gzip' } },
    400,
  ],
  ['more than any body may have', 'POST', '/api/sync', { body: Buffer.alloc(5_000_000, 32), headers: json }, 413],
  [
    'more than an invite may have',
    'POST',
    '/api/admin/invites',
    { body: Buffer.alloc(300_000, 32), headers: json },
    413,
  ],
  ['a route of another role', 'GET', '/api/admin/devices', {}, 403],
  ['a HEAD of it', 'HEAD', '/api/admin/devices', {}, 403],
  ['a HEAD of an upload that is not there', 'HEAD', '/api/photos/uploads/nothing', {}, 404],
  ['a picture that is not there', 'GET', `/api/photos/${'0'.repeat(64)}`, {}, 404],
  ['a way out of the shelf', 'GET', '/api/photos/..%2f..%2fbooks.sqlite', {}, 404],
  ['a way out of the uploads', 'HEAD', '/api/photos/uploads/..%2f..%2fbooks.sqlite', {}, 404],
] as const)(
  '[R-wire-01, R-wire-04] the answer is signed and guarded: %s',
  async (_what, method, path, asked, status) => {
    const answer = await rawAsk(method, path, asked as never)
    expect([answer.status, answer.right]).toEqual([status, true])
    if (method !== 'HEAD') {
      const { error, message, max } = JSON.parse(answer.said.toString()) as {
        error: string
        message: string
        max?: number
      }
      expect([typeof error, typeof message, typeof max]).toEqual([
        'string',
        'string',
        status === 413 ? 'number' : 'undefined',
      ])
    }
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'")
    expect(String(answer.headers['content-security-policy'])).not.toContain('unsafe')
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
    expect(String(answer.headers['permissions-policy'])).toContain('microphone=()')
    if (path.startsWith('/api/')) expect(answer.headers['cache-control']).toBe('no-store')
  },
)

it.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['identity', undefined],
  ['nonsense', undefined],
])(
  '[R-wire-03] who accepts %s gets it, and the signature is over what was said before packing',
  async (accepts, packing) => {
    const push = [lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'mưa to, đường sạt '.repeat(40) })]
    await lan.sync({ push })
    const body = Buffer.from(JSON.stringify({ protocol: 1, pull: { [kengDu]: 0 } }))
    const answer = await rawAsk('POST', '/api/sync', { body, headers: { ...json, 'accept-encoding': accepts } })
    expect([answer.status, answer.headers['content-encoding'], answer.right]).toEqual([200, packing, true])
  },
)

it('[R-wire-04] headers beyond measure and what is no HTTP are refused in words, and the endpoint goes on', async () => {
  const { hostname, port } = new URL(endpoint.url)
  const say = (text: string) =>
    new Promise<string>((done) => {
      let heard = ''
      const line = connect(Number(port), hostname, () => line.write(text))
      line.on('data', (part) => {
        heard += String(part)
      })
      line.on('close', () => done(heard))
      line.on('error', () => done(heard))
    })
  const large = await say(`GET /api/health HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(40_000)}\r\n\r\n`)
  expect(large).toContain('HTTP/1.1 431')
  expect(large).toContain('x-content-type-options: nosniff')
  expect(await say('this is no HTTP\r\n\r\n')).toContain('HTTP/1.1 400')
  expect((await fetch(`${endpoint.url}/api/health`)).status).toBe(200)
})

it('[R-wire-01] health alone is answered without a signature, and is never kept', async () => {
  const health = await fetch(`${endpoint.url}/api/health`)
  expect([health.status, health.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(await health.json()).toMatchObject({ ok: true, service: 'mai-am', epoch: endpoint.keys.epoch, protocol: [1] })
  for (const [method, path] of [
    ['POST', '/api/sync'],
    ['POST', '/api/photos'],
    ['GET', `/api/photos/${'a'.repeat(64)}`],
    ['POST', '/api/photos/have'],
    ['GET', '/api/admin/devices'],
    ['POST', '/api/admin/invites'],
    ['POST', '/api/enrol/again'],
  ] as const) {
    const body = method === 'POST' && path !== '/api/photos' ? { body: '{}', headers: json } : {}
    const answer = await fetch(endpoint.url + path, { method, ...body })
    expect([path, answer.status >= 400 && answer.status < 402, answer.headers.get('set-cookie')]).toEqual([
      path,
      true,
      null,
    ])
  }
})

it('[R-wire-01] a clock ten minutes off either way is still heard; beyond that it is told the time', async () => {
  for (const [skew, status] of [
    [590, 200],
    [-590, 200],
    [620, 401],
    [-620, 401],
  ] as const) {
    lan.skewSeconds = skew
    const answer = await lan.sync()
    lan.skewSeconds = 0
    expect([skew, answer.status, answer.answerIsRight]).toEqual([skew, status, true])
    if (status === 401) expect(Math.abs(Date.parse(answer.body.time) - Date.now())).toBeLessThan(60_000)
  }
})

it('[R-wire-01] twenty copies of one request at once: one is heard, the others were said before', async () => {
  const nonce = randomBytes(16).toString('base64url')
  const body = { protocol: 1 }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => lan.request('POST', '/api/sync', { json: body, nonce })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.error === 'replayed')).toHaveLength(19)
})

it('[R-wire-01] a message that is refused has used its nonce up too, and what was pushed with a used one is not taken', async () => {
  const nonce = randomBytes(16).toString('base64url')
  const ask = (json: object) => lan.request<{ error: string }>('POST', '/api/sync', { json, nonce })
  const refused = await ask({ protocol: 'one' })
  expect([refused.status, refused.body.error]).toEqual([400, 'bad-request'])
  const push = [lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'lặp' })]
  const again = await ask({ protocol: 1, push })
  expect([again.status, again.body.error]).toEqual([401, 'replayed'])
  expect((await lan.sync({ push })).body.acks).toMatchObject([{ status: 'accepted' }])
})

it('[R-wire-02] who speaks is asked first: a stranger’s bomb is not unpacked', async () => {
  const bomb = Buffer.from(JSON.stringify({ protocol: 1, push: ['0'.repeat(3_000_000)] }))
  const stranger = await endpoint.device('recorder', [kengDu])
  await endpoint.books.db.deleteFrom('devices').where('id', '=', stranger.id).execute()
  const answer = await stranger.request('POST', '/api/sync', { json: JSON.parse(bomb.toString()), packed: true })
  expect([answer.status, answer.body.error]).toEqual([401, 'unknown-device'])
})
