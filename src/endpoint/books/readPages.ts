import { digestText, emptyDigest } from '../../domain/book/digest.ts'
import type { StampedEntry } from '../../domain/entries/entry.ts'
import type { Page } from '../../wire/messages/sync.ts'
import { sealedLines, sealText } from '../../wire/signing/texts.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { Db } from './tables.ts'

/** The last seq of each book, by book. */
export const headsOf = async (db: Db): Promise<ReadonlyMap<string, number>> =>
  new Map((await db.selectFrom('books').select(['id', 'head']).execute()).map(({ id, head }) => [id, head]))

/**
 * One sealed page of a book: whole entries in seq order after `after`, at most `limit`. `acked` are left out of
 * `entries` (they were acknowledged in this very answer) but stand in the seal.
 */
export const readPage = async (
  db: Db,
  keys: EndpointKeys,
  {
    book,
    title,
    after,
    limit,
    acked,
  }: { book: string; title: string; after: number; limit: number; acked: ReadonlySet<string> },
): Promise<Omit<Page, 'more'>> => {
  const upTo = await lastOfPage(db, book, after, limit)
  const whole = await db
    .selectFrom('entries')
    .select(['seq', 'id', 'hash', 'stamp', 'text', 'digest'])
    .where('book', '=', book)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .execute()
  const last = whole.at(-1)
  const cursor = last?.seq ?? after
  const lines = whole.map(({ seq, hash, stamp }) => [seq, hash, stamp] as const)
  const seal = sealText({ epoch: keys.epoch, book, from: after + 1, to: cursor, digest: sha256Hex(sealedLines(lines)) })
  return {
    entries: whole
      .filter(({ id }) => !acked.has(id))
      .map(({ seq, stamp, text }) => ({ ...JSON.parse(text), seq, stamp }) as Page['entries'][number] & StampedEntry),
    from: after + 1,
    cursor,
    title,
    digest: last?.digest ?? (await digestAt(db, book, after)),
    seal: await keys.sign(seal),
  }
}

/** A page weighs no more than this, so that it can be given back whole one day, and is read whole by a small phone. */
const pageBytes = 8 * 1024 * 1024

/** The last seq of a page: at most `limit` entries and `pageBytes`, but one entry at least. */
const lastOfPage = async (db: Db, book: string, after: number, limit: number): Promise<number> => {
  const rows = await db
    .selectFrom('entries')
    .select(['seq', (select) => select.fn<number>('octet_length', ['text']).as('bytes')])
    .where('book', '=', book)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  let bytes = 0
  let last = after
  for (const row of rows) {
    bytes += Number(row.bytes)
    if (bytes > pageBytes && last > after) break
    last = Number(row.seq)
  }
  return last
}

const digestAt = async (db: Db, book: string, seq: number): Promise<string> => {
  const row = await db
    .selectFrom('entries')
    .select('digest')
    .where('book', '=', book)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row?.digest ?? digestText(emptyDigest)
}
