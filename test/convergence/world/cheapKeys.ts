import { createHash } from 'node:crypto'

/**
 * Signatures that cost a hash, in place of ECDSA P-256: bound to the key and to every byte, and verified by the same
 * code as real ones. Anybody could make them, so they prove no secrecy; every so manieth run has real ones. Keys keep
 * the shape of a P-256 JWK.
 */
export const takeCheapKeys = (random: (bytes: number) => Uint8Array): void => {
  const doors = {
    generateKey: async () => {
      const part = () => Buffer.from(random(32)).toString('base64url')
      const jwk = { kty: 'EC', crv: 'P-256', x: part(), y: part() }
      return { privateKey: new CheapKey(jwk), publicKey: new CheapKey(jwk) }
    },
    exportKey: async (_format: string, { jwk }: CheapKey) => jwk,
    importKey: async (_format: string, jwk: CheapKey['jwk']) => new CheapKey(jwk),
    sign: async (_how: unknown, key: CheapKey, data: Uint8Array) => signature(key, data),
    verify: async (_how: unknown, key: CheapKey, given: Uint8Array, data: Uint8Array) =>
      Buffer.compare(Buffer.from(given), Buffer.from(signature(key, data))) === 0,
  }
  for (const [name, value] of Object.entries(doors))
    Object.defineProperty(crypto.subtle, name, { value, configurable: true, writable: true })
  // The endpoint signs by Node's own doors (substitute.ts).
  Object.assign(globalThis, {
    signCheaply: (jwk: CheapKey['jwk'], text: string) => Buffer.from(signature({ jwk }, Buffer.from(text))),
  })
}

/** From now on the real ones again. */
export const takeRealKeys = (): void => {
  for (const name of ['generateKey', 'exportKey', 'importKey', 'sign', 'verify'])
    delete (crypto.subtle as unknown as { [name: string]: unknown })[name]
  delete (globalThis as { signCheaply?: unknown }).signCheaply
}

class CheapKey {
  readonly jwk: { x?: string; y?: string }

  constructor(jwk: { x?: string; y?: string }) {
    this.jwk = jwk
  }
}

const signature = ({ jwk }: CheapKey, data: Uint8Array): ArrayBuffer => {
  const half = createHash('sha256').update(`${jwk.x} ${jwk.y}`).update(data).digest()
  return new Uint8Array([...half, ...half]).buffer
}
