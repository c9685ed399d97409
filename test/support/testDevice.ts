import { createHash, randomBytes, randomUUID, webcrypto } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../src/domain/entries/kinds.ts'
import { tick } from '../../src/domain/time/hybridClock.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { columnsType } from '../../src/wire/columns/columnBody.ts'
import type { KnownEntry } from '../../src/wire/columns/knownEntries.ts'
import type { EnrolAnswer } from '../../src/wire/messages/enrol.ts'
import type { SyncAnswer, SyncRequest } from '../../src/wire/messages/sync.ts'
import type { PublicJwk } from '../../src/wire/shapes.ts'
import { authorizationHeader } from '../../src/wire/signing/authorization.ts'
import { answerText, receiptText, requestText } from '../../src/wire/signing/texts.ts'
import { columnsOf, readColumns } from './columnSync.ts'

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const hashed = { name: 'ECDSA', hash: 'SHA-256' } as const

export const sha256Hex = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** What came back: status, headers, the body parsed where it is JSON, and whether `X-Answer` is right. */
export type Answer<Body = unknown> = {
  status: number
  headers: Headers
  body: Body
  answerIsRight: boolean
  nonce: string
}

/** A device that keeps the contract to the letter, in a test's hand: it can also be told to break it. */
export class TestDevice {
  readonly id = randomUUID()
  readonly url: string
  readonly keys: webcrypto.CryptoKeyPair
  readonly publicKey: PublicJwk
  enrolled: EnrolAnswer | null = null
  counter = 0
  lastAt: string | null = null
  /** Added to this device's clock, in seconds. */
  skewSeconds = 0

  private constructor(url: string, keys: webcrypto.CryptoKeyPair, publicKey: PublicJwk) {
    this.url = url
    this.keys = keys
    this.publicKey = publicKey
  }

  static async make(url: string): Promise<TestDevice> {
    const keys = (await webcrypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair
    const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', keys.publicKey)
    return new TestDevice(url, keys, { kty: 'EC', crv: 'P-256', x, y })
  }

  static async enrolled(url: string, code: string): Promise<TestDevice> {
    const device = await TestDevice.make(url)
    const { status, body } = await device.enrol(code)
    if (status !== 201) throw new Error(`enrolment failed: ${status} ${JSON.stringify(body)}`)
    return device
  }

  async enrol(code: string): Promise<{ status: number; body: EnrolAnswer }> {
    const device = { id: this.id, name: 'máy thử', model: 'test' }
    const response = await fetch(`${this.url}/api/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, device, publicKey: this.publicKey }),
    })
    const body = (await response.json()) as EnrolAnswer
    if (response.status === 201) this.enrolled = body
    return { status: response.status, body }
  }

  get person(): string {
    return this.enrolled?.person.id ?? 'nobody'
  }

  /** The next entry of this device, with its counter and clock. */
  entry<K extends KnownKind>(
    book: string,
    kind: K,
    subject: string,
    body: BodyOf<K>,
    more: Partial<Entry> = {},
  ): Entry {
    this.counter += 1
    this.lastAt = tick(this.lastAt, Date.now(), this.id)
    return {
      id: uuid7(Date.now()),
      book,
      kind,
      v: 1,
      subject,
      at: this.lastAt,
      device: this.id,
      person: this.person,
      n: this.counter,
      body,
      ...more,
    }
  }

  async sign(text: string): Promise<string> {
    const signature = await webcrypto.subtle.sign(hashed, this.keys.privateKey, Buffer.from(text))
    return Buffer.from(signature).toString('base64url')
  }

  async request<Body = { [field: string]: unknown }>(
    method: string,
    path: string,
    { json, bytes, headers = {}, nonce = randomBytes(16).toString('base64url'), packed = false }: RequestOptions = {},
  ): Promise<Answer<Body>> {
    const body =
      json === undefined ? bytes : packed ? gzipSync(JSON.stringify(json)) : Buffer.from(JSON.stringify(json))
    const signedBody = method === 'PATCH' && /^\/api\/(photos|bundles)\//.test(path) ? '' : (body ?? '')
    const ts = Math.floor(Date.now() / 1000) + this.skewSeconds
    const sig = await this.sign(requestText(method, path, ts, nonce, sha256Hex(signedBody)))
    const response = await fetch(this.url + path, {
      method,
      headers: {
        authorization: authorizationHeader({ device: this.id, ts, nonce, sig }),
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    })
    const said = Buffer.from(await response.arrayBuffer())
    const type = response.headers.get('content-type') ?? ''
    const parsed = type.includes('application/json') && said.length > 0 ? JSON.parse(said.toString('utf8')) : said
    return {
      status: response.status,
      headers: response.headers,
      body: parsed as Body,
      answerIsRight: await this.isRightAnswer(response, isFile(type) ? Buffer.alloc(0) : said, nonce),
      nonce,
    }
  }

  sync(asked: Partial<SyncRequest> = {}): Promise<Answer<SyncAnswer & { error?: string }>> {
    return this.request('POST', '/api/sync', {
      json: { protocol: 1, build: 'test', epoch: this.enrolled?.endpoint.epoch ?? null, ...asked },
    })
  }

  /** The same in columns, both ways; `body` may be changed on its way out. */
  async syncInColumns(
    asked: Partial<SyncRequest> & { known?: readonly KnownEntry[] } = {},
    changed: (body: Uint8Array) => Uint8Array = (body) => body,
  ): Promise<Answer<SyncAnswer & { error?: string }> & { bytes: { asked: number; answered: number } }> {
    const { known = [], ...message } = asked
    const epoch = this.enrolled?.endpoint.epoch ?? null
    const body = changed(columnsOf({ protocol: 1, build: 'test', epoch, ...message }, known))
    const answer = await this.request<unknown>('POST', '/api/sync', {
      bytes: body,
      headers: { 'content-type': columnsType, accept: columnsType },
    })
    const bytes = { asked: body.length, answered: Buffer.isBuffer(answer.body) ? answer.body.length : 0 }
    if (!Buffer.isBuffer(answer.body)) return { ...answer, body: answer.body as SyncAnswer & { error?: string }, bytes }
    return { ...answer, body: await readColumns(answer.body, (message.push ?? []) as Entry[]), bytes }
  }

  /** The endpoint's word: a receipt over these acks, this nonce, this device. */
  async receiptIsRight(answer: Answer<SyncAnswer>): Promise<boolean> {
    const { acks, upTo, receipt, epoch } = answer.body
    const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
    return this.endpointSigned(receiptText({ device: this.id, epoch, nonce: answer.nonce, acks: lines, upTo }), receipt)
  }

  async endpointSigned(text: string, signature: string): Promise<boolean> {
    if (this.enrolled === null) return false
    const key = await webcrypto.subtle.importKey('jwk', this.enrolled.endpoint.receiptKey, ecdsa, false, ['verify'])
    return webcrypto.subtle.verify(hashed, key, Buffer.from(signature, 'base64url'), Buffer.from(text))
  }

  private async isRightAnswer(response: Response, said: Uint8Array, nonce: string): Promise<boolean> {
    const signature = response.headers.get('x-answer')
    if (signature === null) return false
    return this.endpointSigned(
      answerText({ device: this.id, nonce, status: response.status, body: sha256Hex(said) }),
      signature,
    )
  }
}

/** Files are signed over no bytes: their hash is known beforehand. */
const isFile = (type: string): boolean => type.startsWith('image/') || type === 'application/vnd.pmtiles'

type RequestOptions = {
  json?: unknown
  bytes?: Uint8Array
  headers?: { [name: string]: string }
  nonce?: string
  packed?: boolean
}

export const hashOf = (entry: Entry): string => sha256Hex(entryText(entry))
