import { digestText, emptyDigest } from '../../domain/book/digest.ts'
import { keepClockAhead, type PulledPage } from './applyPage.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database, FreshCopy } from './tables.ts'

/** A copy of a book that has not begun yet. */
export const emptyCopy = (book: string, title: string, notBeforeMs = 0): FreshCopy => ({
  book,
  title,
  seq: 0,
  digest: digestText(emptyDigest),
  whole: false,
  notBeforeMs,
})

/** Begins to pull a book afresh, beside the pages held, which stay what people see until the copy is whole [L7]. */
export const beginAfresh = async (database: Database, book: string, nowMs: number): Promise<void> => {
  const { cursors, fresh, freshPages } = database
  await database.transaction('rw', cursors, fresh, freshPages, async () => {
    const cursor = await cursors.get(book)
    if (cursor === undefined) return
    await freshPages.where('book').equals(book).delete()
    await fresh.put(emptyCopy(book, cursor.title))
    await cursors.put({ ...cursor, afresh: 'digest', afreshMs: nowMs })
  })
}

/** Keeps a page of the fresh copy; `whole`: it reaches the head, and the digests are equal there. */
export const applyFreshPage = async (database: Database, page: PulledPage, whole: boolean): Promise<void> => {
  const { title, digest, entries, ...kept } = page
  const { fresh, freshPages, meta } = database
  await reopening(database, () =>
    database.transaction('rw', fresh, freshPages, meta, async () => {
      const before = await fresh.get(page.book)
      if (before === undefined || before.seq + 1 !== page.from) return
      if (page.to >= page.from) await freshPages.put({ ...kept, entries: JSON.stringify(entries) })
      await fresh.put({ ...before, title, seq: page.to, digest, whole })
      await keepClockAhead(database, entries)
    }),
  )
}

/**
 * A copy that came out wrong is thrown away and the book held stays as it is, until another day. In another epoch there
 * is no going on from the old book, so the copy only waits.
 */
export const dropFresh = async (database: Database, book: string, notBeforeMs: number): Promise<void> => {
  const { cursors, fresh, freshPages } = database
  await database.transaction('rw', cursors, fresh, freshPages, async () => {
    await freshPages.where('book').equals(book).delete()
    const cursor = await cursors.get(book)
    if (cursor?.afresh === 'other-epoch') {
      await fresh.put(emptyCopy(book, cursor.title, notBeforeMs))
      return
    }
    await fresh.delete(book)
    if (cursor !== undefined) await cursors.put({ ...cursor, afresh: null })
  })
}

/** The whole copy takes the place of the pages held, in one transaction. What the endpoint would not take is kept. */
export const swapIn = async (database: Database, book: string, nowMs: number): Promise<void> => {
  const { pages, cursors, fresh, freshPages, keptAside } = database
  await reopening(database, () =>
    database.transaction('rw', pages, cursors, fresh, freshPages, keptAside, async () => {
      const copy = await fresh.get(book)
      if (copy === undefined) return
      const old = await pages.where('book').equals(book).toArray()
      await keptAside.bulkPut(old.filter(({ returned }) => returned !== undefined && returned !== 'taken'))
      await pages.where('book').equals(book).delete()
      await pages.bulkPut(await freshPages.where('book').equals(book).toArray())
      await freshPages.where('book').equals(book).delete()
      await fresh.delete(book)
      const before = await cursors.get(book)
      const { title, seq, digest } = copy
      const generation = (before?.generation ?? 0) + 1
      const afreshMs = before?.afreshMs ?? nowMs
      await cursors.put({ book, title, seq, digest, pulledMs: nowMs, generation, afresh: null, afreshMs })
    }),
  )
  announce('pulled')
}
