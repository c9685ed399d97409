import { columnsType } from '../../wire/columns/columnBody.ts'
import { authorizationHeader } from '../../wire/signing/authorization.ts'
import { toBase64url } from '../../wire/signing/base64url.ts'
import { answerText, requestText } from '../../wire/signing/texts.ts'
import type { Device } from '../device/device.ts'
import { bodyOf } from './bodyOf.ts'
import { timeLimit } from './timeLimit.ts'
import { deviceSignature, endpointSigned } from './verify.ts'

export type Credentials = { device: string; keys: CryptoKeyPair; receiptKey: JsonWebKey }

export type SignedRequest = {
  method: 'GET' | 'POST' | 'HEAD' | 'PATCH'
  path: string
  /** The body as it is sent (packed). */
  body?: Uint8Array<ArrayBuffer>
  headers?: { [name: string]: string }
  timeoutMs: number
  /** Added to this device's clock to get the endpoint's, in ms. */
  clockOffsetMs: number
  /** Gives the request up from outside: a watchdog, a page that goes away. */
  signal?: AbortSignal
  /** A longer answer's bytes are left on the line, and none of them are told. */
  mostBytes?: number
}

/**
 * What came back. `no-signal` is a result, not an exception: no network, a time-out, a captive portal's page, a proxy's
 * 200, a forged answer are all the same to the phone, and nothing is acted on.
 */
export type Answer =
  | {
      at: 'answer'
      status: number
      json: unknown
      bytes: Uint8Array<ArrayBuffer>
      headers: Headers
      nonce: string
    }
  | { at: 'no-signal'; why: 'network' | 'time-out' | 'not-the-endpoint' }

export const signedRequest = async (
  device: Device,
  credentials: Credentials,
  request: SignedRequest,
): Promise<Answer> => {
  const { method, path, body, headers = {}, timeoutMs, clockOffsetMs, signal, mostBytes } = request
  const nonce = device.nonce()
  const ts = Math.floor((device.nowMs() + clockOffsetMs) / 1000)
  // Pieces of a picture or a bundle are signed without their bytes: their hash is what counts at the end.
  const piece = method === 'PATCH' && /^\/api\/(photos|bundles)\//.test(path)
  const signedBody = piece || body === undefined ? '' : body
  const text = requestText(method, path, ts, nonce, await device.sha256(signedBody))
  const sig = toBase64url(await deviceSignature(credentials.keys.privateKey, text))
  const authorization = authorizationHeader({ device: credentials.device, ts, nonce, sig })
  const timeout = timeLimit(timeoutMs)
  try {
    const response = await device.fetch(path, {
      method,
      headers: { ...headers, authorization },
      cache: 'no-store',
      redirect: 'error',
      signal: signal === undefined ? timeout.signal : AbortSignal.any([timeout.signal, signal]),
      ...(body === undefined ? {} : { body }),
    })
    const said = await bodyOf(response, mostBytes)
    // A file's answer is signed over no bytes: its hash is known beforehand, and whoever asked checks it.
    const type = response.headers.get('content-type') ?? ''
    const isFile = /^(image\/|application\/vnd\.pmtiles)/.test(type)
    const hash = await device.sha256(isFile ? '' : said)
    const answered = answerText({ device: credentials.device, nonce, status: response.status, body: hash })
    const signature = response.headers.get('x-answer') ?? ''
    if (!(await endpointSigned(credentials.receiptKey, answered, signature)))
      return { at: 'no-signal', why: 'not-the-endpoint' }
    const json = isFile || type === columnsType ? null : jsonOf(said)
    return { at: 'answer', status: response.status, json, bytes: said, headers: response.headers, nonce }
  } catch (error) {
    return { at: 'no-signal', why: (error as { name?: string }).name === 'TimeoutError' ? 'time-out' : 'network' }
  } finally {
    timeout.over()
  }
}

const jsonOf = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}
