import { digestText, emptyDigest } from '../../domain/book/digest.ts'
import type { Page } from '../../wire/messages/sync.ts'
import { sealedLines, sealText } from '../../wire/signing/texts.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { type KeptPages, keptPages } from './keptPages.ts'
import { saidOnce } from './saidOnce.ts'
import { stampedRows, stampedText } from './stampedRows.ts'
import type { Db } from './tables.ts'

/** The last seq of each book, by book. */
export const headsOf = async (db: Db): Promise<ReadonlyMap<string, number>> =>
  new Map((await allHeads(db)).map(({ id, head }) => [id, Number(head)]))

/** A page whose entries are still the texts that they are kept as: the answer is put together from them as it is. */
export type PageOfTexts = Omit<Page, 'more' | 'entries'> & { entries: readonly string[] }

type Asked = {
  book: string
  title: string
  /** The last seq that the asker holds. */
  after: number
  limit: number
  /** The book's last seq, as it was read before. */
  head: number
  /** Left out of `entries`, for they were acknowledged in this very answer; they stand in the seal. */
  acked: ReadonlySet<string>
}

/**
 * One sealed page of a book: whole entries in seq order after `after`, at most `limit`. What stands in a book between two
 * seqs never changes, so a page that somebody asked for is kept, with its seal, while there is room (decision 60).
 */
export const readPage = async (
  db: Db,
  keys: EndpointKeys,
  { book, title, after, limit, head, acked }: Asked,
): Promise<PageOfTexts> => {
  const upTo = Math.max(after, Math.min(head, after + limit))
  const kept = keptOf(db)
  const sealed = await kept.page(`${book} ${after} ${upTo}`, () => sealPage(db, keys, book, after, upTo))
  const { ids, texts, cursor, digest, seal } = sealed
  const entries = acked.size === 0 ? texts : texts.filter((_, at) => !acked.has(ids[at] ?? ''))
  return { entries, from: after + 1, cursor, title, digest, seal }
}

/** They go with the database that they were read from. */
const keptBy = new WeakMap<Db, KeptPages<Sealed>>()

const keptOf = (db: Db): KeptPages<Sealed> => {
  const kept = keptBy.get(db) ?? keptPages<Sealed>(mostKeptBytes, ({ bytes }) => bytes)
  keptBy.set(db, kept)
  return kept
}

/** Several first pages of a small phone, or the last ones of every book. */
const mostKeptBytes = 8 * 1024 * 1024

type Sealed = { ids: string[]; texts: string[]; cursor: number; digest: string; seal: string; bytes: number | null }

const sealPage = async (db: Db, keys: EndpointKeys, book: string, after: number, upTo: number): Promise<Sealed> => {
  const last = await lastOfPage(db, book, after, upTo)
  const whole = last === after ? [] : await stampedRows(db, book, after, last)
  const lines = whole.map(({ seq, hash, stamp }) => [seq, hash, stamp] as const)
  const page = { epoch: keys.epoch, book, from: after + 1, to: last, digest: sha256Hex(sealedLines(lines)) }
  const texts = whole.map(stampedText)
  return {
    ids: whole.map(({ id }) => id),
    texts,
    cursor: last,
    digest: whole.at(-1)?.digest ?? (await digestAt(db, book, after)),
    seal: await keys.sign(sealText(page)),
    // A page that the disk damaged is found out by the phones: it must not outlive its mending.
    bytes: whole.every(({ text, hash }) => sha256Hex(text) === hash)
      ? texts.reduce((sum, { length }) => sum + 2 * length + 150, 500)
      : null,
  }
}

/** A page weighs no more than this, so that it can be given back whole one day, and is read whole by a small phone. */
const pageBytes = 8 * 1024 * 1024

/** The last seq of a page: at most up to `upTo` and `pageBytes`, but one entry at least. */
const lastOfPage = async (db: Db, book: string, after: number, upTo: number): Promise<number> => {
  let bytes = 0
  let last = after
  for (const row of upTo > after ? await weightsOf(db, book, after, upTo) : []) {
    bytes += Number(row.bytes)
    if (bytes > pageBytes && last > after) break
    last = Number(row.seq)
  }
  return last
}

const digestAt = async (db: Db, book: string, seq: number): Promise<string> =>
  (await digestOf(db, book, seq))[0]?.digest ?? digestText(emptyDigest)

const allHeads = saidOnce((db) => db.selectFrom('books').select(['id', 'head']))

const weightsOf = saidOnce((db, book: string, after: number, upTo: number) =>
  db
    .selectFrom('entries')
    .select(['seq', (select) => select.fn<number>('octet_length', ['text']).as('bytes')])
    .where('book', '=', book)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq'),
)

const digestOf = saidOnce((db, book: string, seq: number) =>
  db.selectFrom('entries').select('digest').where('book', '=', book).where('seq', '=', seq),
)
