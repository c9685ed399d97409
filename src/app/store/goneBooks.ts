import type { BookCursor, BookRef } from './tables.ts'

type InMemory = {
  cursors: readonly BookCursor[]
  /** The last seq folded of each book, and which pages it was folded from. */
  folded: ReadonlyMap<string, number>
  generations: ReadonlyMap<string, number>
  ahead: ReadonlyMap<string, number>
  readable: readonly BookRef[]
}

/** Books in memory that were begun afresh, or may be read no more, lists that came ahead too. */
export const goneBooks = ({ cursors, folded, generations, ahead, readable }: InMemory): Set<string> => {
  const held = new Map(cursors.map((cursor) => [cursor.book, cursor]))
  const gone = new Set<string>()
  for (const book of ahead.keys()) if (!held.has(book) && !readable.some(({ id }) => id === book)) gone.add(book)
  for (const [book, seq] of folded) {
    const cursor = held.get(book)
    const generation = cursor?.generation ?? 0
    const isSame = generation === (generations.get(book) ?? generation)
    if (!isSame || (cursor?.seq ?? 0) < seq) gone.add(book)
  }
  return gone
}
