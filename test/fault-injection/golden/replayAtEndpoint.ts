import { webcrypto } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { answerText } from '../../../src/wire/signing/texts.ts'
import { sha256Hex } from '../../support/testDevice.ts'
import type { TestEndpoint } from '../../support/testEndpoint.ts'
import { bytesOf, deviceOf, type Exchange, nonceOf } from './exchange.ts'

/** What today's endpoint said to a request of another version. */
export type Replayed = { status: number; headers: Headers; body: Uint8Array<ArrayBuffer>; answerIsRight: boolean }

/**
 * Says it again, byte for byte, signature and all: the endpoint's clock stands where it stood. What an upload is called
 * is the endpoint's own choice and part of what was signed, so the upload is given the name it had then.
 */
export const replayAtEndpoint = async (endpoint: TestEndpoint, exchange: Exchange): Promise<Replayed> => {
  const { ms, method, path, headers, body, answer } = exchange
  endpoint.clock.aheadMs = ms - Date.now()
  const bytes = bytesOf(body)
  const response = await fetch(endpoint.url + path, { method, headers, ...(bytes.length > 0 ? { body: bytes } : {}) })
  const said = new Uint8Array(await response.arrayBuffer())
  const then = answer.headers.location?.split('/').at(-1)
  const now = response.headers.get('location')?.split('/').at(-1)
  if (then !== undefined && now !== undefined) await renameUpload(endpoint, now, then)
  const signature = response.headers.get('x-answer')
  const answerIsRight =
    deviceOf(exchange) === '' ||
    (signature !== null && (await isSigned(endpoint, exchange, response.status, said, signature)))
  return { status: response.status, headers: response.headers, body: said, answerIsRight }
}

const renameUpload = async ({ books, dir }: TestEndpoint, from: string, to: string): Promise<void> => {
  await books.db.updateTable('uploads').set({ id: to }).where('id', '=', from).execute()
  await rename(join(dir, 'uploads', from), join(dir, 'uploads', to)).catch(() => undefined)
}

const isSigned = async (
  { keys }: TestEndpoint,
  exchange: Exchange,
  status: number,
  body: Uint8Array<ArrayBuffer>,
  signature: string,
): Promise<boolean> => {
  const curve = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await webcrypto.subtle.importKey('jwk', keys.receiptKey, curve, false, ['verify'])
  const text = answerText({ device: deviceOf(exchange), nonce: nonceOf(exchange), status, body: sha256Hex(body) })
  const hashed = { name: 'ECDSA', hash: 'SHA-256' }
  return webcrypto.subtle.verify(hashed, key, Buffer.from(signature, 'base64url'), Buffer.from(text))
}
