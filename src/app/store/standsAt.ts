import { type BookState, entryIn } from '../../domain/book/bookState.ts'
import type { Store } from './store.ts'

/** An entry that the endpoint numbered, and where. */
export type StandsAt = { book: string; seq: number; id: string; subject: string }

/** Where an id's entry stands in a book, or the first entry of a subject; null where the endpoint has numbered none yet. */
export const standsAt = ({ books, cursors }: Store, book: string, uuid: string): StandsAt | null => {
  const state = books.get(book)
  const cursor = cursors.find((one) => one.book === book)
  // While a book is pulled afresh its numbers are another's.
  if (state === undefined || cursor === undefined || (cursor.afresh ?? null) !== null) return null
  const entry = entryIn(state, uuid) ?? firstOf(state, uuid, cursor.seq)
  if (entry === undefined || entry.seq === null || entry.seq > cursor.seq) return null
  return { book, seq: entry.seq, id: entry.id, subject: entry.subject }
}

const firstOf = ({ histories }: BookState, subject: string, upTo: number) =>
  histories.get(subject)?.find(({ seq }) => seq !== null && seq <= upTo)
