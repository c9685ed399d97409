import { useMemo } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { undecidedIn } from '../../../domain/lists/undecided.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Families that moved away and heads who died, in all books here, until somebody has decided. */
export const useUndecided = (): HouseholdRow[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => [...store.books.values()].flatMap(undecidedIn), [version])
}
