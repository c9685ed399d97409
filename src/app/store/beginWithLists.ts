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
  /** Whose lists came ahead of their pages: they stand. */
  ahead: ReadonlyMap<string, number>
  communes: readonly BookCursor[]
  own: readonly OwnEntry[]
  district: DistrictState
}

/** The books begin with the rows that were kept, each that can; true where all do and nothing came since. */
export const beginWithLists = (lists: readonly KeptList[], held: Held): boolean => {
  const { books, known, ahead, communes, own, district } = held
  let whole = 0
  for (const cursor of communes) {
    const { book } = cursor
    if (ahead.has(book)) {
      whole += 1
      continue
    }
    const kept = lists.find((one) => one.book === book)
    if (kept === undefined || known.has(book)) continue
    try {
      const entries = own.filter(({ entry }) => entry.book === book).map(foldedOwn)
      const begun = beginWithList(kept, entries, cursor, district, books.get(book))
      if (begun === null) continue
      books.set(book, begun.state)
      known.set(book, kept.mark.seq)
      if (begun.whole) whole += 1
    } catch (error) {
      // A list that can't be read is made anew from the pages.
      console.error(error)
    }
  }
  return whole > 0 && whole === communes.length
}
