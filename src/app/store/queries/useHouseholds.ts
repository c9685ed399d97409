import { useDeferredValue, useMemo } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { type RowFilter, searchRows } from '../../../domain/lists/searchRows.ts'
import { rowsOfBooks } from './rowsOfBooks.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Households of all books on this phone that match, by village and given name. */
export const useHouseholds = ({ text = '', village = null, stage = null }: RowFilter): HouseholdRow[] => {
  const store = useLiveStore()
  const { version } = store
  const sought = useDeferredValue(text)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(
    () => searchRows(rowsOfBooks(store), { text: sought, village, stage }),
    [version, sought, village, stage],
  )
}
