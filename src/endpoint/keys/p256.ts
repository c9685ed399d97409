import { createPrivateKey, createPublicKey, type KeyObject, sign, verify, type webcrypto } from 'node:crypto'

/**
 * ECDSA P-256 over SHA-256 of a text’s UTF-8 bytes, raw r‖s. Done here and now: WebCrypto’s way through another thread costs
 * three times the work itself (decision 60).
 */

export const readPrivateKey = (jwk: webcrypto.JsonWebKey): KeyObject =>
  createPrivateKey({ key: { ...jwk }, format: 'jwk' })

/** Throws where it is no point of the curve. */
export const readPublicKey = (jwk: webcrypto.JsonWebKey): KeyObject =>
  createPublicKey({ key: { ...jwk }, format: 'jwk' })

export const signText = (key: KeyObject, text: string): Buffer =>
  sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })

export const textIsSigned = (key: KeyObject, text: string, signature: Uint8Array): boolean =>
  verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, signature)
