import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { BookCursor, Database, StoredPage } from './tables.ts'

const noCursor: BookCursor = { book: '', title: '', seq: 0, digest: '', pulledMs: 0 }

/** The next page of a book whose seal is to be asked for, with the cursor as it stands. */
export const nextUnproven = async (
  database: Database,
  book: string,
): Promise<{ cursor: BookCursor & { proven: number }; page: StoredPage | undefined } | null> => {
  const cursor = await database.cursors.get(book)
  if (cursor?.proven === undefined) return null
  const page = await database.pages.get([book, cursor.proven + 1])
  return { cursor: { ...cursor, proven: cursor.proven }, page }
}

/** The page's seal is right: the book is proven up to its end, and so is its digest there. */
export const markProven = async (database: Database, page: StoredPage, digest: string): Promise<void> => {
  const { pages, cursors } = database
  await reopening(database, () =>
    database.transaction('rw', pages, cursors, async () => {
      const { proven, ...cursor } = (await cursors.get(page.book)) ?? noCursor
      if (proven !== page.from - 1) return
      const { unproven: _said, ...kept } = page
      await pages.put(kept)
      await cursors.put({ ...cursor, digest, ...(page.to >= cursor.seq ? {} : { proven: page.to }) })
    }),
  )
}

/** A page's seal is not right: it and what follows it is as if it had never come, and is asked for once more. */
export const dropUnproven = async (database: Database, book: string): Promise<void> => {
  const { pages, cursors } = database
  await reopening(database, () =>
    database.transaction('rw', pages, cursors, async () => {
      const { proven, ...cursor } = (await cursors.get(book)) ?? noCursor
      if (proven === undefined) return
      await pages
        .where('[book+from]')
        .between([book, proven + 1], [book, Number.MAX_SAFE_INTEGER], true, true)
        .delete()
      const generation = (cursor.generation ?? 0) + 1
      await cursors.put({ ...cursor, seq: proven, generation })
    }),
  )
  announce('pulled')
}
