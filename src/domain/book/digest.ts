import type { Sha256 } from './entryHash.ts'

/**
 * A book's digest at a cursor: `count:xor`, the xor of the first 16 bytes of SHA-256(hash ‖ stamp, as text) of each
 * entry, 32 hex digits [I6]. Order does not matter and an entry can be taken out by adding it again.
 */
export type Digest = { readonly count: number; readonly xor: bigint }

export const emptyDigest: Digest = { count: 0, xor: 0n }

export const digestMark = async (hash: string, stamp: string, sha256: Sha256): Promise<bigint> =>
  BigInt(`0x${(await sha256(hash + stamp)).slice(0, 32)}`)

export const withMark = (digest: Digest, mark: bigint): Digest => ({ count: digest.count + 1, xor: digest.xor ^ mark })

export const digestText = (digest: Digest): string => `${digest.count}:${digest.xor.toString(16).padStart(32, '0')}`

export const parseDigest = (text: string): Digest => {
  const [count, xor] = text.split(':')
  return { count: Number(count), xor: BigInt(`0x${xor}`) }
}
