import { emptyBookState } from '../../domain/book/bookState.ts'
import { afterInSight } from '../device/afterInSight.ts'
import { keptListOf, markOf } from './keptList.ts'
import { isWhole } from './listSum.ts'
import type { Store } from './store.ts'

/**
 * The lists are written when nobody has saved or pulled for so long, soon where none stands yet, and when the app goes out
 * of sight.
 */
const quietMs = 20_000
const soonMs = 1_000
const firstMs = 5_000

/**
 * Keeps each book's rows beside its pages, so that the next opening shows them before it has read the pages. They are
 * made of the pages and can be made again: what does not fit on the phone, or is lost, costs time alone.
 */
export const keepLists = (store: Store): (() => void) => {
  let noLonger = afterInSight(firstMs, () => void keep(store))
  const stop = store.subscribe(() => {
    noLonger()
    // The first opening after the books came is the one that would wait longest.
    noLonger = afterInSight(hasNone(store) ? soonMs : quietMs, () => void keep(store))
  })
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void keep(store)
  }
  document.addEventListener('visibilitychange', onHidden)
  return () => {
    stop()
    noLonger()
    document.removeEventListener('visibilitychange', onHidden)
  }
}

const hasNone = (store: Store): boolean => (written.get(store)?.size ?? 0) === 0

const written = new WeakMap<Store, Map<string, string>>()

/** Writes the lists that are not what they were made of any more. */
export const keep = async (store: Store): Promise<void> => {
  if (store.opening !== null) return
  const { database, cursors, district } = store
  const before = written.get(store) ?? new Map<string, string>()
  written.set(store, before)
  try {
    for (const cursor of cursors) {
      // A list that came ahead stands until its book's pages are here.
      if (cursor.book === district.book || store.ahead.has(cursor.book)) continue
      const state = store.books.get(cursor.book) ?? emptyBookState(cursor.book)
      const mark = markOf(state, cursor, district)
      const text = JSON.stringify(mark)
      const last = before.get(cursor.book) ?? (await markKept(store, cursor.book))
      before.set(cursor.book, text)
      if (last !== text) await database.lists.put(keptListOf(state, mark, district))
    }
  } catch (error) {
    before.clear()
    console.error(error)
  }
}

/** Of a list that can be read, as it lies on the disk. */
const markKept = async ({ database }: Store, book: string): Promise<string | null> => {
  const kept = await database.lists.get(book)
  return kept !== undefined && kept.ahead !== true && isWhole(kept) ? JSON.stringify(kept.mark) : null
}
