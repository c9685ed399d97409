import { announce } from './changes.ts'
import { forgetPacks } from './forgetPacks.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/**
 * Books out of reach are forgotten: others' pages and maps only, never what this device wrote [I4]. What is held is
 * compared with what may be read now, so that a phone which died between hearing of it and forgetting does so the next
 * time [I8].
 */
export const forgetBooks = async (database: Database, readable: readonly string[]): Promise<void> => {
  await forgetPacks(database, readable)
  const { pages, cursors, fresh, freshPages, keptAside, lists } = database
  // A list may be here before any page of its book is.
  const held = [
    await cursors.toCollection().primaryKeys(),
    await fresh.toCollection().primaryKeys(),
    await lists.toCollection().primaryKeys(),
  ]
  const books = held.flat().filter((book) => !readable.includes(book))
  if (books.length === 0) return
  await reopening(database, () =>
    database.transaction('rw', [pages, cursors, fresh, freshPages, keptAside, lists], async () => {
      for (const table of [pages, freshPages, keptAside]) await table.where('book').anyOf(books).delete()
      await cursors.bulkDelete(books)
      await fresh.bulkDelete(books)
      await lists.bulkDelete(books)
    }),
  )
  announce('pulled')
}
