import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { columnsType } from '../../../src/wire/columns/columnBody.ts'
import type { SyncAnswer, SyncRequest } from '../../../src/wire/messages/sync.ts'
import { authorizationHeader } from '../../../src/wire/signing/authorization.ts'
import { answerText, receiptText, requestText } from '../../../src/wire/signing/texts.ts'
import { columnsOf, readColumns } from '../../support/columnSync.ts'
import { sha256Hex, type TestDevice } from '../../support/testDevice.ts'

/** A hand-in that is packed and signed already: a thousand phones do that beside each other, one test can't. */
export type Prepared = {
  device: TestDevice
  nonce: string
  headers: { [name: string]: string }
  body: Uint8Array<ArrayBuffer>
  send(url: string): Promise<Heard>
}
export type Heard = { status: number; said: Buffer; xAnswer: string; ms: number }

export const prepareSync = (device: TestDevice, asked: Partial<SyncRequest>): Promise<Prepared> => {
  const body = new Uint8Array(gzipSync(JSON.stringify({ ...whoAsks(device), ...asked })))
  return prepared(device, body, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
}

/** The same in columns, both ways. */
export const prepareSyncInColumns = (device: TestDevice, asked: Partial<SyncRequest>): Promise<Prepared> =>
  prepared(device, columnsOf({ ...whoAsks(device), ...asked }), { 'content-type': columnsType, accept: columnsType })

const whoAsks = ({ enrolled }: TestDevice) => ({ protocol: 1, build: 'test', epoch: enrolled?.endpoint.epoch ?? null })

const prepared = async (
  device: TestDevice,
  body: Uint8Array<ArrayBuffer>,
  types: { [name: string]: string },
): Promise<Prepared> => {
  const path = '/api/sync'
  const ts = Math.floor(Date.now() / 1000)
  const nonce = randomBytes(16).toString('base64url')
  const sig = await device.sign(requestText('POST', path, ts, nonce, sha256Hex(body)))
  const authorization = authorizationHeader({ device: device.id, ts, nonce, sig })
  const headers = { authorization, ...types }
  const send = async (url: string): Promise<Heard> => {
    const begun = performance.now()
    const answer = await fetch(url + path, { method: 'POST', headers, body })
    const said = Buffer.from(await answer.arrayBuffer())
    const ms = performance.now() - begun
    return { status: answer.status, said, xAnswer: answer.headers.get('x-answer') ?? '', ms }
  }
  return { device, nonce, headers, body, send }
}

/** The answer's body, once its signature and its receipt were found right; else null. `pushed`: it came in columns. */
export const believed = async (
  { device, nonce }: Pick<Prepared, 'device' | 'nonce'>,
  { status, said, xAnswer }: Pick<Heard, 'status' | 'said' | 'xAnswer'>,
  pushed?: readonly Entry[],
): Promise<SyncAnswer | null> => {
  const answer = answerText({ device: device.id, nonce, status, body: sha256Hex(said) })
  if (status !== 200 || !(await device.endpointSigned(answer, xAnswer))) return null
  const body =
    pushed === undefined ? (JSON.parse(said.toString('utf8')) as SyncAnswer) : await readColumns(said, pushed)
  const { epoch, acks, upTo, receipt } = body
  const lines = acks.map(({ id, hash, status: how }) => [id, hash, how] as const)
  return (await device.endpointSigned(receiptText({ device: device.id, epoch, nonce, acks: lines, upTo }), receipt))
    ? body
    : null
}
