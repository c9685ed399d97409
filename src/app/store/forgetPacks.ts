import { dropPacks } from './dropPacks.ts'
import { forgetCatalogue } from './keptCatalogue.ts'
import type { Database } from './tables.ts'

/** Maps that were here for books out of reach alone go with them, and what was offered is asked for anew [I8]. */
export const forgetPacks = async (database: Database, readable: readonly string[]): Promise<void> => {
  const gone = await dropPacks(
    database,
    ({ pack: { books } }) => books.length > 0 && !books.some((book) => readable.includes(book)),
  )
  if (gone > 0) await forgetCatalogue(database)
}
