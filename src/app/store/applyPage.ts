import { later } from '../../domain/time/hybridClock.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database, StoredPage } from './tables.ts'

export type PulledPage = Omit<StoredPage, 'entries'> & {
  title: string
  digest: string
  entries: readonly { stamp: string }[]
}

/**
 * Keeps a page and moves its book's cursor in one transaction [L7]. The device's clock stays ahead of every stamp it
 * has pulled, so what is written next comes after what was read.
 */
export const applyPage = async (database: Database, page: PulledPage, nowMs: number): Promise<void> => {
  const { title, digest, entries, ...kept } = page
  await reopening(database, () =>
    database.transaction('rw', database.pages, database.cursors, database.meta, async () => {
      if (page.to >= page.from) await database.pages.put({ ...kept, entries: JSON.stringify(entries) })
      await database.cursors.put({ book: page.book, title, seq: page.to, digest, pulledMs: nowMs })
      let clock = ((await database.meta.get('clock')) as string | undefined) ?? null
      for (const { stamp } of entries) clock = later(clock, stamp)
      if (clock !== null) await database.meta.put(clock, 'clock')
    }),
  )
  announce('pulled')
}

/** Books out of reach are forgotten: others' pages only, never what this device wrote [I4]. */
export const forgetBooks = async (database: Database, books: readonly string[]): Promise<void> => {
  if (books.length === 0) return
  await database.transaction('rw', database.pages, database.cursors, async () => {
    await database.pages
      .where('book')
      .anyOf([...books])
      .delete()
    await database.cursors.bulkDelete([...books])
  })
  announce('pulled')
}

/** Begins the books afresh from the next pull on; the old pages are written over as the new ones come. */
export const restartBooks = async (database: Database): Promise<void> => {
  await database.transaction('rw', database.pages, database.cursors, async () => {
    await database.pages.clear()
    await database.cursors.toCollection().modify({ seq: 0 })
  })
  announce('pulled')
}
