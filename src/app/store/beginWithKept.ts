import type { BookState } from '../../domain/book/bookState.ts'
import type { DistrictState } from '../../domain/people/districtState.ts'
import { foldedOwn } from './foldedOwn.ts'
import { beginWithList } from './keptList.ts'
import type { KeptList } from './listRows.ts'
import type { BookCursor, OwnEntry } from './tables.ts'

type Held = {
  books: Map<string, BookState>
  /** Up to which seq a book's rows were kept. */
  known: Map<string, number>
  cursors: readonly BookCursor[]
  own: readonly OwnEntry[]
  district: DistrictState
}

/** The book begins with the rows that were kept, where it can; true where they stand as they are: nothing came since. */
export const beginWithKept = (kept: KeptList, { books, known, cursors, own, district }: Held): boolean => {
  const { book } = kept
  const cursor = cursors.find((one) => one.book === book)
  if (cursor === undefined || known.has(book)) return false
  try {
    const entries = own.filter(({ entry }) => entry.book === book).map(foldedOwn)
    const begun = beginWithList(kept, entries, cursor, district, books.get(book))
    if (begun === null) return false
    books.set(book, begun.state)
    known.set(book, kept.mark.seq)
    return begun.whole
  } catch (error) {
    // A list that can't be read is made anew from the pages.
    console.error(error)
    return false
  }
}
