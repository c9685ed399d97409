import { type BookState, emptyBookState, foldEntries } from '../../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../../src/domain/entries/entry.ts'
import { openBooks } from '../../../src/endpoint/books/openBooks.ts'

/** These books as the endpoint of a data folder holds them, folded as every phone folds them. */
export const trialBooks = async (dir: string, ids: readonly string[]): Promise<Map<string, BookState>> => {
  const { db, close } = await openBooks(dir)
  const books = new Map<string, BookState>()
  for (const id of ids) {
    const rows = await db.selectFrom('entries').select(['text', 'seq', 'stamp']).where('book', '=', id).execute()
    const state = emptyBookState(id)
    foldEntries(
      state,
      rows.map(({ text, seq, stamp }) => ({ ...JSON.parse(text), seq, stamp }) as FoldedEntry),
    )
    books.set(id, state)
  }
  await close()
  return books
}
