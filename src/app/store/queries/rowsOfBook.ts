import type { BookState } from '../../../domain/book/bookState.ts'
import { type HouseholdRow, householdRows } from '../../../domain/lists/householdRows.ts'

const kept = new WeakMap<BookState, { version: number; rows: HouseholdRow[] }>()

/** A book's rows, computed once until the book changes. */
export const rowsOfBook = (state: BookState): HouseholdRow[] => {
  const before = kept.get(state)
  if (before?.version === state.version) return before.rows
  const rows = householdRows(state)
  kept.set(state, { version: state.version, rows })
  return rows
}
