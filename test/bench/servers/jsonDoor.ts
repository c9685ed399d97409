import type { DatabaseSync } from 'node:sqlite'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { entryText } from '../../../src/domain/book/entryHash.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { sha256Hex } from '../../support/testDevice.ts'
import { inOne } from './durable.ts'

/** What our contract's answer says of these entries, in plain JSON: ids, hashes, numbers, stamps. */
const plainAnswer = (entries: readonly Entry[]): object => ({
  protocol: 1,
  time: new Date().toISOString(),
  acks: entries.map((entry, at) => {
    return { id: entry.id, hash: sha256Hex(entryText(entry)), status: 'accepted', seq: at + 1, stamp: entry.at }
  }),
  upTo: entries.at(-1)?.n ?? 0,
})

/** A day in one POST of JSON packed by brotli: kept by one durable transaction, answered by brotli. */
export const takeJson = (database: DatabaseSync, body: Buffer): Buffer => {
  const { push } = JSON.parse(brotliDecompressSync(body).toString('utf8')) as { push: Entry[] }
  const put = database.prepare('INSERT OR IGNORE INTO kept VALUES (?, ?)')
  inOne(database, () => {
    for (const entry of push) put.run(entry.id, JSON.stringify(entry))
  })
  return brotliCompressSync(JSON.stringify(plainAnswer(push)))
}
