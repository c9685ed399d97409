import { canonicalJson } from '../../domain/book/canonicalJson.ts'

/** Exactly what is signed, as text; every signature is ECDSA P-256 over SHA-256 of its UTF-8 bytes, raw r‖s. */

/** A request: `bodyHash` is the hex SHA-256 of the body as sent (packed), or of nothing (tus PATCH, no body). */
export const requestText = (
  method: string,
  pathAndQuery: string,
  ts: number,
  nonce: string,
  bodyHash: string,
): string => `${method}\n${pathAndQuery}\n${ts}\n${nonce}\n${bodyHash}`

/** `X-Answer`: `body` is the hex SHA-256 of the body before packing, of no bytes for streams, pictures and empty bodies. */
export const answerText = (answer: { device: string; nonce: string; status: number; body: string }): string =>
  canonicalJson(answer)

/** A sync's receipt; an entry that could not be read stands in it as [null, null, "refused"]. */
export const receiptText = (receipt: {
  device: string
  epoch: string
  nonce: string
  acks: readonly (readonly [string | null, string | null, string])[]
  upTo: number
}): string => canonicalJson(receipt)

/** A photo's receipt (`X-Receipt`). */
export const photoReceiptText = (receipt: { device: string; epoch: string; nonce: string; sha256: string }): string =>
  canonicalJson(receipt)

/** A page's seal: `digest` is the hex SHA-256 of JCS [[seq, hash, stamp], …] of the whole page. */
export const sealText = (seal: { epoch: string; book: string; from: number; to: number; digest: string }): string =>
  canonicalJson(seal)
export const sealedLines = (entries: readonly (readonly [seq: number, hash: string, stamp: string])[]): string =>
  canonicalJson(entries)

export const wipeText = (wipe: { device: string; epoch: string; nonce: string; wipe: true }): string =>
  canonicalJson(wipe)

/** A certificate without its `sig`. */
export const certificateText = (certificate: object): string => {
  const { sig: _sig, ...signed } = certificate as { sig?: string }
  return canonicalJson(signed)
}

/** A bundle's signature by its author's device: `bundle` is the file's digest, hex. */
export const bundleText = (bundle: { bundle: string; device: string }): string => canonicalJson(bundle)

/** A bundle's receipt, addressed to its author; the file's digest stands where a request's nonce would. */
export const bundleReceiptText = (receipt: {
  device: string
  epoch: string
  bundle: string
  acks: readonly (readonly [string | null, string | null, string])[]
  upTo: number
  photos: readonly string[]
}): string => canonicalJson(receipt)
