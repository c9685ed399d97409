import type { KeptList } from './listRows.ts'
import { isWhole } from './listSum.ts'
import type { Database } from './tables.ts'

/**
 * The books' lists that the disk gives back as they were, one after the other in the order of the books: a picture or a tap
 * comes between two. The next one is on its way while one is taken.
 */
async function* listsInTurn({ lists }: Database, books: readonly string[]): AsyncGenerator<KeptList> {
  // What can't be read is made anew from the pages.
  const read = (book: string | undefined) => (book === undefined ? undefined : lists.get(book).catch(() => undefined))
  let coming = read(books[0])
  for (const next of books.keys()) {
    const list = await coming
    coming = read(books[next + 1])
    if (list !== undefined && isWhole(list)) yield list
  }
}

/**
 * [R-open-01] Rows stand before pages are read: those of the first commune as soon as it has begun, then the others. `begin`:
 * true where a book's rows stand as they were kept; `told`: of so many communes, once those of the first do.
 */
export const standInTurn = async (
  database: Database,
  communes: readonly string[],
  begin: (list: KeptList) => boolean,
  told: (lists: { stand: number; of: number }) => void,
): Promise<void> => {
  const standing = new Set<string>()
  for await (const list of listsInTurn(database, communes)) {
    if (begin(list)) standing.add(list.book)
    if (standing.has(communes[0] ?? '')) told({ stand: standing.size, of: communes.length })
  }
}
