import type { StampedEntry } from '../../domain/entries/entry.ts'
import { entriesOf } from './entriesOf.ts'
import { takeJustPulled } from './justPulled.ts'
import type { Database, StoredPage } from './tables.ts'

/**
 * A book's pages in order, from the one that begins with `from` up to seq `to`. One at a time, and the next: what it
 * takes to read a book must not stand in memory twice.
 */
export const eachPage = async (
  database: Database,
  book: string,
  from: number,
  to: number,
  take: (page: Pick<StoredPage, 'from' | 'to'>, entries: readonly StampedEntry[]) => void,
): Promise<void> => {
  const pageFrom = (first: number) =>
    database.pages.where('[book+from]').between([book, first], [book, to], true, true).first()
  for (let page = await pageFrom(from); page !== undefined; ) {
    const next = Math.max(page.to, page.from) + 1
    // The disk brings the next page while this one is taken.
    const coming = next > to ? undefined : pageFrom(next)
    take(page, takeJustPulled(page.seal) ?? (await entriesOf(page)))
    page = await coming
  }
}
