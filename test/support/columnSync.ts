import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { sha256Hex } from '../../src/endpoint/keys/sha256.ts'
import { deflatedRest, joinBody, splitBody, splitParts } from '../../src/wire/columns/columnBody.ts'
import { ColumnReader } from '../../src/wire/columns/columnReader.ts'
import type { KnownEntry } from '../../src/wire/columns/knownEntries.ts'
import { readSyncAnswer, writeSyncRequest } from '../../src/wire/columns/syncColumns.ts'
import type { SyncAnswer, SyncRequest } from '../../src/wire/messages/sync.ts'

/** A sync's body in columns, as the app makes it: the check over its entries' hashes goes along. */
export const columnsOf = (asked: SyncRequest, known: readonly KnownEntry[] = []): Uint8Array<ArrayBuffer> => {
  const hashes = ((asked.push ?? []) as Entry[]).map(hashOf)
  const check = sha256Hex(hashes.join('')).slice(0, 16)
  const { bits, rest } = writeSyncRequest({ check, ...asked }, known).end()
  return new Uint8Array(joinBody(deflatedRest, bits, deflateRawSync(rest)))
}

/** A part in columns whose rest is deflated. */
export const readDeflated = (part: Uint8Array): ColumnReader => {
  const { bits, rest } = splitBody(part)
  return new ColumnReader(bits, inflateRawSync(rest), 1_000_000_000)
}

/** What the endpoint answered in columns to what was pushed. */
export const readColumns = async (said: Uint8Array, push: readonly Entry[]): Promise<SyncAnswer> => {
  const parts = splitParts(said)
  const read = async (part: number) => readDeflated(parts[part] ?? new Uint8Array(0))
  const pushed = push.map((entry) => ({ ...entry, hash: hashOf(entry) }))
  return (await readSyncAnswer(await read(0), pushed, read, 20_000)) as SyncAnswer
}

const hashOf = (entry: Entry): string => sha256Hex(entryText(entry))
