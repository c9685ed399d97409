import { type HouseholdRow, householdRows } from '../../../domain/lists/householdRows.ts'
import type { Store } from '../store.ts'

const kept = new WeakMap<Store, { version: number; rows: readonly HouseholdRow[] }>()

/** The rows of all books on this phone, one list until something changes. */
export const rowsOfBooks = (store: Store): readonly HouseholdRow[] => {
  const before = kept.get(store)
  if (before?.version === store.version) return before.rows
  const none: readonly HouseholdRow[] = []
  const rows = none.concat(...[...store.books.values()].map(householdRows))
  kept.set(store, { version: store.version, rows })
  return rows
}
