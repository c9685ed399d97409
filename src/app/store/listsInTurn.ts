import type { KeptList } from './listRows.ts'
import { isWhole } from './listSum.ts'
import type { Database } from './tables.ts'

/**
 * The books' lists that the disk gives back as they were, one after the other in the order of the books: a picture or a tap
 * comes between two. The next one is on its way while one is taken.
 */
export async function* listsInTurn({ lists }: Database, books: readonly string[]): AsyncGenerator<KeptList> {
  // What can't be read is made anew from the pages.
  const read = (book: string | undefined) => (book === undefined ? undefined : lists.get(book).catch(() => undefined))
  let coming = read(books[0])
  for (const next of books.keys()) {
    const list = await coming
    coming = read(books[next + 1])
    if (list !== undefined && isWhole(list)) yield list
  }
}
