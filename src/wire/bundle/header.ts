import * as z from 'zod/mini'
import { canonicalJson } from '../../domain/book/canonicalJson.ts'
import { base64url, moment, type PublicJwk, sha256, uuid4 } from '../shapes.ts'
import { fromBase64url } from '../signing/base64url.ts'
import { bundleLimits, bundleMagic } from './layout.ts'

/** In clear before the frames, bound into each of them: whose file it is, for which endpoint, and how it is sealed. */
export const bundleHeader = z.object({
  v: z.literal(1),
  /** The author's device. */
  device: uuid4,
  /** Hash of the JCS of the endpoint's `bundleKey`. */
  to: sha256,
  /** The ephemeral key's public point, uncompressed (65 bytes). */
  key: base64url.check(z.length(87)),
  made: moment,
})
export type BundleHeader = z.infer<typeof bundleHeader>

const lengthAt = bundleMagic.length
const headerAt = lengthAt + 2

/** The file's first bytes; the header is JCS and ASCII. */
export const bundlePrefix = (header: BundleHeader): Uint8Array<ArrayBuffer> => {
  const text = canonicalJson(header)
  const prefix = new Uint8Array(headerAt + text.length)
  prefix.set(ascii(bundleMagic))
  new DataView(prefix.buffer).setUint16(lengthAt, text.length)
  prefix.set(ascii(text), headerAt)
  return prefix
}

/** The longest prefix there can be: so much is read to find the header. */
export const mostPrefixBytes = headerAt + bundleLimits.headerBytes

/** Header and prefix of a file that begins with these bytes, or null where it is no bundle of this version. */
export const readBundlePrefix = (
  start: Uint8Array,
): { header: BundleHeader; prefix: Uint8Array<ArrayBuffer> } | null => {
  if (start.length < headerAt || said(start.subarray(0, lengthAt)) !== bundleMagic) return null
  const length = new DataView(start.buffer, start.byteOffset).getUint16(lengthAt)
  if (length > bundleLimits.headerBytes || start.length < headerAt + length) return null
  try {
    const header = bundleHeader.safeParse(JSON.parse(said(start.subarray(headerAt, headerAt + length))))
    return header.success ? { header: header.data, prefix: start.slice(0, headerAt + length) } : null
  } catch {
    return null
  }
}

/** An endpoint's `bundleKey` as the text whose hash a header names. */
export const bundleKeyText = ({ x, y }: PublicJwk): string => canonicalJson({ kty: 'EC', crv: 'P-256', x, y })

/** A public key as its point, uncompressed: 4, x, y. */
export const pointOf = ({ x, y }: Pick<PublicJwk, 'x' | 'y'>): Uint8Array<ArrayBuffer> => {
  const point = new Uint8Array(65)
  point[0] = 4
  point.set(fromBase64url(x), 1)
  point.set(fromBase64url(y), 33)
  return point
}

export const ascii = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f)

const said = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
