import { foldVersion } from '../device/build.ts'
import { announce } from './changes.ts'
import { sumOf } from './listSum.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** As the endpoint says it: made of the book's pages up to `seq`, by those checklists. */
type Made = { book: string; seq: number; digest: string; checklists: string; text: string }

/** Keeps lists that came ahead of their books' pages; one that the pages have caught up with meanwhile is left alone. */
export const keepListsAhead = async (database: Database, made: readonly Made[]): Promise<void> => {
  const { lists, cursors } = database
  await reopening(database, () =>
    database.transaction('rw', lists, cursors, async () => {
      const held = new Map((await cursors.toArray()).map(({ book, seq }) => [book, seq]))
      const ahead = made.filter(({ book, seq }) => seq > (held.get(book) ?? 0))
      await lists.bulkPut(
        ahead.map(({ book, seq, digest, checklists, text }) => ({
          book,
          mark: { fold: foldVersion, generation: 0, seq, digest, checklists, pending: [] },
          sum: sumOf(text),
          text,
          ahead: true,
        })),
      )
    }),
  )
  announce('listed')
}
