import type { Database, StoredPage } from './tables.ts'

/**
 * The old pages of a book that hold an entry which the fresh copy lacks: what a restored endpoint has lost. Those it was
 * already given are not among them.
 */
export const pagesLacking = async (database: Database, book: string): Promise<StoredPage[]> => {
  const there = new Set<string>()
  await database.freshPages
    .where('book')
    .equals(book)
    .each((page) => {
      for (const id of idsOf(page)) there.add(id)
    })
  const old = await database.pages.where('book').equals(book).toArray()
  return old.filter((page) => page.returned === undefined && idsOf(page).some((id) => !there.has(id)))
}

/** Keeps what the endpoint said of a page: `taken`, or why not. */
export const setReturned = async (database: Database, { book, from }: StoredPage, returned: string): Promise<void> => {
  await database.pages.update([book, from], { returned })
}

const idsOf = (page: StoredPage): string[] => (JSON.parse(page.entries) as { id: string }[]).map(({ id }) => id)
