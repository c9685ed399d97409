import { useMemo } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { tentsFirst } from '../../../domain/lists/tentsFirst.ts'
import { rowsOfBooks } from './rowsOfBooks.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The households that live in a village, families in a tent first, else as lists stand. */
export const useVillage = (village: string): HouseholdRow[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(
    () =>
      rowsOfBooks(store)
        .filter((row) => row.village === village && row.standing !== 'moved')
        .sort(tentsFirst),
    [version, village],
  )
}
