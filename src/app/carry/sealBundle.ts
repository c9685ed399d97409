import { ascii, bundleKeyText, bundlePrefix, pointOf } from '../../wire/bundle/header.ts'
import { bundleInfo, bundleLimits, frameBound, frameNonce } from '../../wire/bundle/layout.ts'
import type { PublicJwk } from '../../wire/shapes.ts'
import { toBase64url } from '../../wire/signing/base64url.ts'
import { bundleText } from '../../wire/signing/texts.ts'
import { deviceSignature } from '../transport/verify.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Whose file it is, for whom, and when (ISO 8601). */
export type Seal = { device: string; privateKey: CryptoKey; bundleKey: PublicJwk; made: string }

const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const

/**
 * A bundle's file, piece by piece: what is inside is never in memory but for one frame of 1 MB. The key that opens it is
 * the endpoint's; this phone forgets its own half with the page.
 */
export async function* sealBundle(
  inside: AsyncIterable<Bytes>,
  seal: Seal,
  ephemeral?: CryptoKeyPair,
): AsyncGenerator<Bytes> {
  const pair = ephemeral ?? (await crypto.subtle.generateKey(ecdh, false, ['deriveBits']))
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key = await frameKey(pair.privateKey, point, seal.bundleKey)
  const { device, made } = seal
  const to = hex(await hashOf(new TextEncoder().encode(bundleKeyText(seal.bundleKey))))
  const prefix = bundlePrefix({ v: 1, device, to, key: toBase64url(point), made })
  const hashes = [await hashOf(prefix)]
  yield prefix
  let frame = 0
  for await (const { bytes, last } of framesOf(inside)) {
    const how = { name: 'AES-GCM', iv: frameNonce(frame), additionalData: frameBound(prefix, last) }
    const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, bytes))
    hashes.push(await hashOf(sealed))
    frame += 1
    yield sealed
  }
  const digest = await hashOf(joined(hashes))
  yield joined([digest, await deviceSignature(seal.privateKey, bundleText({ bundle: hex(digest), device }))])
}

const frameKey = async (privateKey: CryptoKey, point: Bytes, { x, y }: PublicJwk): Promise<CryptoKey> => {
  const jwk = { kty: 'EC', crv: 'P-256', x, y }
  const endpoint = await crypto.subtle.importKey('jwk', jwk, ecdh, false, [])
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: endpoint }, privateKey, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = joined([ascii(bundleInfo), pointOf({ x, y })])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: point, info }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
}

/** A full frame waits until it is known whether more comes: only the last one is marked as such. */
async function* framesOf(inside: AsyncIterable<Bytes>): AsyncGenerator<{ bytes: Bytes; last: boolean }> {
  const frame = new Uint8Array(bundleLimits.frameBytes)
  let filled = 0
  for await (const chunk of inside) {
    for (let at = 0; at < chunk.length; ) {
      if (filled === frame.length) {
        yield { bytes: frame, last: false }
        filled = 0
      }
      const part = chunk.subarray(at, at + frame.length - filled)
      frame.set(part, filled)
      filled += part.length
      at += part.length
    }
  }
  yield { bytes: frame.subarray(0, filled), last: true }
}

const hashOf = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

const hex = (bytes: Bytes): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

const joined = (parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
