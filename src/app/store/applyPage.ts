import { digestText, emptyDigest } from '../../domain/book/digest.ts'
import type { StampedEntry } from '../../domain/entries/entry.ts'
import { later } from '../../domain/time/hybridClock.ts'
import { announce } from './changes.ts'
import { noteJustPulled } from './justPulled.ts'
import { reopening } from './reopening.ts'
import type { Database, StoredPage } from './tables.ts'

/** A whole page whose seal was verified, with the book's digest after it. */
export type PulledPage = Omit<StoredPage, 'entries' | 'unproven'> & {
  title: string
  digest: string
  entries: readonly { stamp: string }[]
}

/**
 * Keeps a page and moves its book's cursor in one transaction [L7]; a page that doesn't go on where the book stands is
 * left alone. An empty page moves nothing but the moment in which the book was heard of, which is not announced. The
 * device's clock stays ahead of every stamp it has pulled, so what is written next comes after what was read.
 */
export const applyPage = async (database: Database, page: PulledPage, nowMs: number): Promise<void> => {
  const { title, digest, entries, ...kept } = page
  const empty = page.to < page.from
  let news = !empty
  await reopening(database, () =>
    database.transaction('rw', database.pages, database.cursors, database.meta, async () => {
      const before = await database.cursors.get(page.book)
      if ((before?.seq ?? 0) + 1 !== page.from) return
      news ||= before?.title !== title || before.digest !== digest
      if (!empty) await database.pages.put({ ...kept, entries: JSON.stringify(entries) })
      await database.cursors.put({ ...before, book: page.book, title, seq: page.to, digest, pulledMs: nowMs })
      await keepClockAhead(database, entries)
    }),
  )
  if (news) announce('pulled')
}

/** A page as it came in an answer that the endpoint signed, in columns. `unproven`: the book's digest after it, as it says. */
export type UnprovenPage = Omit<StoredPage, 'entries'> & {
  title: string
  unproven: string
  entries: readonly StampedEntry[]
  columns: ArrayBuffer
}

/**
 * As `applyPage`, before its own seal is asked for: the entries are there for people at once, and `markProven` or
 * `dropUnproven` follows when it is quiet.
 */
export const applyUnproven = async (database: Database, page: UnprovenPage, nowMs: number): Promise<void> => {
  const { title, entries, columns, ...kept } = page
  await reopening(database, () =>
    database.transaction('rw', database.pages, database.cursors, database.meta, async () => {
      const before = await database.cursors.get(page.book)
      const seq = before?.seq ?? 0
      if (seq + 1 !== page.from) return
      await database.pages.put({ ...kept, entries: columns })
      const digest = before?.digest ?? digestText(emptyDigest)
      const proven = before?.proven ?? seq
      await database.cursors.put({ ...before, book: page.book, title, seq: page.to, digest, proven, pulledMs: nowMs })
      await keepClockAhead(database, entries)
    }),
  )
  noteJustPulled(page.seal, entries)
  announce('pulled')
}

/** Within a transaction over `meta`. */
export const keepClockAhead = async (database: Database, entries: readonly { stamp: string }[]): Promise<void> => {
  if (entries.length === 0) return
  let clock = ((await database.meta.get('clock')) as string | undefined) ?? null
  for (const { stamp } of entries) clock = later(clock, stamp)
  await database.meta.put(clock, 'clock')
}
