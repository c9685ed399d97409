import type { Page, SyncAnswer, SyncRequest } from '../messages/sync.ts'
import { type Pushed, readAcks, writeAcks } from './ackColumns.ts'
import type { ColumnReader } from './columnReader.ts'
import { ColumnWriter } from './columnWriter.ts'
import { readEntries, writeEntries } from './entryColumns.ts'
import { type KnownEntry, noteKnown, type Place, readPlaces, writeKnown } from './knownEntries.ts'
import { NotColumns } from './notColumns.ts'
import { noUuids } from './uuidColumn.ts'
import { readValues, writeValues } from './valueColumn.ts'

/** `POST /api/sync` in columns: what is asked but for entries, entries both sides hold, what is pushed, what is given back. */
export const writeSyncRequest = (
  { push = [], back = [], ...head }: SyncRequest,
  known: readonly KnownEntry[],
): ColumnWriter => {
  const out = new ColumnWriter()
  const seen = noUuids()
  writeKnown(out, seen, known)
  writeValues(out, seen, [{ ...head, ...(back.length > 0 ? { back: back.map(withoutEntries) } : {}) }])
  writeEntries(out, seen, push)
  for (const { entries } of back) writeEntries(out, seen, entries)
  return out
}

/** What a request may hold: numbers of places and entries, characters unpacked; only what gives a page back may be large. */
export type MostAsked = {
  places: number
  entries: number
  pageEntries: number
  unpackedBytes: number
  /** Not larger than a request that gives nothing back may be. */
  small: boolean
}

/** Throws NotColumns. `whatStands`: the entries at the places named, in their order. */
export const readSyncRequest = async (
  from: ColumnReader,
  most: MostAsked,
  whatStands: (places: readonly Place[]) => Promise<readonly { id: string; subject: string }[]>,
): Promise<unknown> => {
  const seen = noUuids()
  const places = readPlaces(from, seen)
  if (places.length > most.places) throw new NotColumns('places')
  noteKnown(seen, places.length === 0 ? [] : await whatStands(places))
  const [head] = readValues(from, seen, 1)
  if (typeof head !== 'object' || head === null || Array.isArray(head)) throw new NotColumns('head')
  const { back } = head as { back?: unknown }
  const pages = Array.isArray(back) ? back : []
  if (pages.length > 1 || (pages.length === 0 && !most.small)) throw new NotColumns('too large')
  if (pages.length === 0) from.atMost(most.unpackedBytes)
  const push = readEntries(from, seen, most.entries)
  const given = pages.map((page: unknown) => ({
    ...(page as object),
    entries: readEntries(from, seen, most.pageEntries),
  }))
  return { ...head, ...(push.length > 0 ? { push } : {}), ...(pages.length > 0 ? { back: given } : {}) }
}

/**
 * An answer's first part: all but entries and acks, of each page how many entries its own part holds (0: it has none), and
 * the acks beside what was pushed.
 */
export const writeAnswerHead = (answer: AnswerToHead, pushed: readonly (Pushed | null)[]): ColumnWriter => {
  const out = new ColumnWriter()
  const seen = noUuids()
  const { acks, books, ...head } = answer
  const pages = Object.entries(books).map(([book, page]) => ({
    book,
    ...withoutEntries(page),
    count: page.entries.length,
  }))
  writeValues(out, seen, [{ ...head, books: pages }])
  writeAcks(out, seen, acks, pushed)
  return out
}

/** Of its entries only the number is asked. */
type AnswerToHead = Omit<SyncAnswer, 'books'> & {
  books: { [book: string]: Omit<Page, 'entries'> & { entries: readonly unknown[] } }
}

/** A page's own part: whoever keeps it needs nothing of the others. */
export const writePage = (entries: Page['entries']): ColumnWriter => {
  const out = new ColumnWriter()
  writeEntries(out, noUuids(), entries)
  return out
}

/** Throws NotColumns. `readPart` reads the part of that number, from 1. Its shape is asked behind it, as of JSON. */
export const readSyncAnswer = async (
  from: ColumnReader,
  pushed: readonly Pushed[],
  readPart: (part: number) => Promise<ColumnReader>,
  mostEntries: number,
): Promise<unknown> => {
  const seen = noUuids()
  const [head] = readValues(from, seen, 1)
  const acks = readAcks(from, seen, pushed)
  const { books } = (head ?? {}) as { books?: unknown }
  if (!Array.isArray(books)) throw new NotColumns('books')
  const pages: [string, object][] = []
  let part = 0
  for (const { book, count, ...page } of books as ({ book: string; count: number } & Omit<Page, 'entries'>)[]) {
    if (count > 0) part += 1
    const entries = count > 0 ? readEntries(await readPart(part), noUuids(), mostEntries) : []
    if (entries.length !== count) throw new NotColumns('page')
    pages.push([book, { ...page, entries }])
  }
  return { ...(head as object), acks, books: Object.fromEntries(pages) }
}

const withoutEntries = <T extends { entries: unknown }>({ entries: _entries, ...rest }: T): Omit<T, 'entries'> => rest
