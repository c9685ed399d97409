import type { BookState } from '../../domain/book/bookState.ts'
import type { DistrictState } from '../../domain/people/districtState.ts'
import { foldedOwn } from './foldedOwn.ts'
import { beginWithListAhead } from './keptList.ts'
import type { GivenList } from './listRows.ts'
import type { BookCursor, BookRef, OwnEntry } from './tables.ts'

type Held = {
  books: Map<string, BookState>
  /** Up to which seq a list was made that came ahead of the pages. */
  ahead: Map<string, number>
  readable: readonly BookRef[]
  cursors: readonly BookCursor[]
  own: readonly OwnEntry[]
  district: DistrictState
}

/** [R-ahead-03] Books whose pages are still on their way begin with the lists that came ahead of them. */
export const beginAhead = (lists: readonly GivenList[], held: Held): void => {
  const { books, ahead, readable, cursors, own, district } = held
  for (const kept of lists) {
    const { book } = kept
    if (ahead.has(book) || !readable.some(({ id }) => id === book)) continue
    const cursor = cursors.find((one) => one.book === book) ?? { book, title: '', seq: 0, digest: '', pulledMs: 0 }
    const entries = own.filter(({ entry }) => entry.book === book).map(foldedOwn)
    try {
      const state = beginWithListAhead(kept, entries, cursor, district, books.get(book))
      if (state === null) continue
      books.set(book, state)
      ahead.set(book, kept.mark.seq)
    } catch (error) {
      // One that can't be read costs time alone: the pages follow.
      console.error(error)
    }
  }
}
