import { later } from '../../domain/time/hybridClock.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database, StoredPage } from './tables.ts'

/** A whole page whose seal was verified, with the book's digest after it. */
export type PulledPage = Omit<StoredPage, 'entries'> & {
  title: string
  digest: string
  entries: readonly { stamp: string }[]
}

/**
 * Keeps a page and moves its book's cursor in one transaction [L7]; a page that doesn't go on where the book stands is
 * left alone. The device's clock stays ahead of every stamp it has pulled, so what is written next comes after what was
 * read.
 */
export const applyPage = async (database: Database, page: PulledPage, nowMs: number): Promise<void> => {
  const { title, digest, entries, ...kept } = page
  const empty = page.to < page.from
  await reopening(database, () =>
    database.transaction('rw', database.pages, database.cursors, database.meta, async () => {
      const before = await database.cursors.get(page.book)
      if ((before?.seq ?? 0) + 1 !== page.from) return
      if (!empty) await database.pages.put({ ...kept, entries: JSON.stringify(entries) })
      await database.cursors.put({ ...before, book: page.book, title, seq: page.to, digest, pulledMs: nowMs })
      await keepClockAhead(database, entries)
    }),
  )
  announce('pulled')
}

/** Within a transaction over `meta`. */
export const keepClockAhead = async (database: Database, entries: readonly { stamp: string }[]): Promise<void> => {
  if (entries.length === 0) return
  let clock = ((await database.meta.get('clock')) as string | undefined) ?? null
  for (const { stamp } of entries) clock = later(clock, stamp)
  await database.meta.put(clock, 'clock')
}
