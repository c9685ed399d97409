import { randomUUID, webcrypto } from 'node:crypto'
import type { PublicJwk } from '../../wire/shapes.ts'
import { readMeta, writeMeta } from '../books/openBooks.ts'
import type { Db } from '../books/tables.ts'
import { readPrivateKey, readPublicKey, signText, textIsSigned } from './p256.ts'

/**
 * Who this endpoint is: its epoch, its own device id for what it writes itself, the key it signs receipts, seals and
 * answers with, and the key that bundles are sealed to. A restore keeps the keys and begins a new epoch and device.
 */
export type EndpointKeys = {
  readonly epoch: string
  readonly device: string
  readonly receiptKey: PublicJwk
  readonly bundleKey: PublicJwk
  /** ECDSA P-256/SHA-256, raw r‖s, base64url. */
  sign(text: string): Promise<string>
  /** Whether this endpoint signed that text. */
  signed(text: string, signature: string): Promise<boolean>
  /** The secret shared by the bundle key and a public point (uncompressed): 32 bytes. Throws where it is no point. */
  agree(point: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Reads the endpoint's keys, making them on the first day. */
export const endpointKeys = async (db: Db): Promise<EndpointKeys> => {
  // One transaction: a command and an endpoint that begin a folder together must end up with the same keys.
  const { epoch, device, receipt, bundle } = await db.transaction().execute(async (tx) => ({
    epoch: await kept(tx, 'epoch', async () => randomUUID()),
    device: await kept(tx, 'endpointDevice', async () => randomUUID()),
    receipt: JSON.parse(await kept(tx, 'receiptKey', () => newKey('ECDSA', ['sign', 'verify']))) as JsonWebKey,
    bundle: JSON.parse(await kept(tx, 'bundleKey', () => newKey('ECDH', ['deriveBits']))) as JsonWebKey,
  }))
  const privateKey = readPrivateKey(receipt)
  const publicKey = readPublicKey(publicPart(receipt))
  const bundlePrivate = await webcrypto.subtle.importKey('jwk', bundle, ecdh, false, ['deriveBits'])
  return {
    epoch,
    device,
    receiptKey: publicPart(receipt),
    bundleKey: publicPart(bundle),
    sign: async (text) => signText(privateKey, text).toString('base64url'),
    signed: async (text, signature) => textIsSigned(publicKey, text, Buffer.from(signature, 'base64url')),
    agree: async (point) => {
      const other = await webcrypto.subtle.importKey('raw', point, ecdh, false, [])
      return new Uint8Array(await webcrypto.subtle.deriveBits({ name: 'ECDH', public: other }, bundlePrivate, 256))
    },
  }
}

/** Whether this is a key at all: a point of the curve. */
export const isPublicKey = (key: PublicJwk): Promise<boolean> =>
  webcrypto.subtle.importKey('jwk', key, ecdsa, false, ['verify']).then(
    () => true,
    () => false,
  )

/** Whether the device with this public key signed that text. */
export const deviceSigned = async (publicKey: PublicJwk, text: string, signature: string): Promise<boolean> =>
  textIsSigned(readPublicKey(publicKey), text, Buffer.from(signature, 'base64url'))

type JsonWebKey = webcrypto.JsonWebKey

const publicPart = ({ x = '', y = '' }: JsonWebKey): PublicJwk => ({ kty: 'EC', crv: 'P-256', x, y })

const newKey = async (name: 'ECDSA' | 'ECDH', uses: readonly webcrypto.KeyUsage[]): Promise<string> => {
  const pair = (await webcrypto.subtle.generateKey(
    { name, namedCurve: 'P-256' },
    true,
    uses,
  )) as webcrypto.CryptoKeyPair
  return JSON.stringify(await webcrypto.subtle.exportKey('jwk', pair.privateKey))
}

const kept = async (db: Db, key: string, make: () => Promise<string>): Promise<string> => {
  const before = await readMeta(db, key)
  if (before !== null) return before
  const value = await make()
  await writeMeta(db, key, value)
  return value
}
