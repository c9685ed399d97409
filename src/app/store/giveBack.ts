import { entriesOf } from './entriesOf.ts'
import type { Database, StoredPage } from './tables.ts'

/**
 * The old pages of a book that hold an entry which the fresh copy lacks: what a restored endpoint has lost. Those it was
 * already given are not among them.
 */
export const pagesLacking = async (database: Database, book: string): Promise<StoredPage[]> => {
  const there = new Set<string>()
  const copy = await database.freshPages.where('book').equals(book).toArray()
  for (const page of copy) for (const { id } of await entriesOf(page)) there.add(id)
  const old = await database.pages.where('book').equals(book).toArray()
  const lacking: StoredPage[] = []
  for (const page of old)
    if (page.returned === undefined && (await entriesOf(page)).some(({ id }) => !there.has(id))) lacking.push(page)
  return lacking
}

/** Keeps what the endpoint said of a page: `taken`, or why not. */
export const setReturned = async (database: Database, { book, from }: StoredPage, returned: string): Promise<void> => {
  await database.pages.update([book, from], { returned })
}
