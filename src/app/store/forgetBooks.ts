import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Books out of reach are forgotten: others' pages only, never what this device wrote [I4]. */
export const forgetBooks = async (database: Database, books: readonly string[]): Promise<void> => {
  if (books.length === 0) return
  const { pages, cursors, fresh, freshPages, keptAside, lists } = database
  await reopening(database, () =>
    database.transaction('rw', [pages, cursors, fresh, freshPages, keptAside, lists], async () => {
      for (const table of [pages, freshPages, keptAside]) {
        await table
          .where('book')
          .anyOf([...books])
          .delete()
      }
      await cursors.bulkDelete([...books])
      await fresh.bulkDelete([...books])
      await lists.bulkDelete([...books])
    }),
  )
  announce('pulled')
}
