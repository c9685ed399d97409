import { gzipSync } from 'node:zlib'
import { sealBundle } from '../../src/app/carry/sealBundle.ts'
import { type ItemKind, itemHead, lengthOf } from '../../src/wire/bundle/items.ts'
import type { PublicJwk } from '../../src/wire/shapes.ts'
import { sha256Hex, type TestDevice } from './testDevice.ts'

export type TestItem = { kind: ItemKind; bytes: Uint8Array; sha256?: string }

/** What lies in a bundle's frames: the packed entries, then items. */
export const insideBytes = (entries: readonly unknown[], items: readonly TestItem[]): Uint8Array<ArrayBuffer> => {
  const lines = entries.map((entry) => `${typeof entry === 'string' ? entry : JSON.stringify(entry)}\n`).join('')
  const packed = new Uint8Array(gzipSync(lines))
  const parts = items.flatMap(({ kind, bytes, sha256 = sha256Hex(bytes) }) => [
    itemHead({ kind, sha256, bytes: bytes.length }),
    bytes,
  ])
  return new Uint8Array(Buffer.concat([lengthOf(packed), packed, ...parts]))
}

/** In pieces of that many bytes, as a phone reads them from its storage. */
export async function* inPieces(
  bytes: Uint8Array<ArrayBuffer>,
  piece: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}

export type TestSeal = { device: string; privateKey: CryptoKey; bundleKey: PublicJwk }

export const sealedFile = async (inside: AsyncIterable<Uint8Array<ArrayBuffer>>, seal: TestSeal): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  for await (const part of sealBundle(inside, { ...seal, made: '2026-11-24T10:00:00.000Z' })) parts.push(part)
  return Buffer.concat(parts)
}

/** A device's bundle, sealed to the endpoint that it enrolled at unless another key is named. */
export const aBundle = (
  device: TestDevice,
  entries: readonly unknown[],
  items: readonly TestItem[] = [],
  other: Partial<TestSeal> = {},
): Promise<Buffer> => {
  const bundleKey = device.enrolled?.endpoint.bundleKey
  if (bundleKey === undefined) throw new Error('this device is not enrolled')
  const seal = { device: device.id, privateKey: device.keys.privateKey as CryptoKey, bundleKey, ...other }
  return sealedFile(inPieces(insideBytes(entries, items), 256 * 1024), seal)
}
