/**
 * A bundle's bytes, written out in README.md: prefix (magic, length, header), frames, trailer (digest, signature).
 * Every number is big-endian.
 */
export const bundleMagic = 'MAIAM-B1'
/** What `HKDF` is told that the key is for; the endpoint's public point follows it. */
export const bundleInfo = 'mai-am bundle 1'

export const bundleLimits = {
  /** A whole file. */
  bytes: 200 * 1024 * 1024,
  headerBytes: 1024,
  /** Of one frame, before it is sealed; only the last one is shorter. */
  frameBytes: 1024 * 1024,
  tagBytes: 16,
  digestBytes: 32,
  signatureBytes: 64,
  /** The packed entries, and what they may unpack to. */
  packedBytes: 32 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  entries: 20_000,
  items: 10_000,
} as const

export const trailerBytes = bundleLimits.digestBytes + bundleLimits.signatureBytes
export const sealedFrameBytes = bundleLimits.frameBytes + bundleLimits.tagBytes

/** A frame's nonce is its place in the file: 8 zero bytes, then its number from 0. */
export const frameNonce = (frame: number): Uint8Array<ArrayBuffer> => {
  const nonce = new Uint8Array(12)
  new DataView(nonce.buffer).setUint32(8, frame)
  return nonce
}

/** What a frame is bound to: the whole prefix, and whether it is the last. No frame can be moved, cut off or added. */
export const frameBound = (prefix: Uint8Array, last: boolean): Uint8Array<ArrayBuffer> => {
  const bound = new Uint8Array(prefix.length + 1)
  bound.set(prefix)
  bound[prefix.length] = last ? 1 : 0
  return bound
}
