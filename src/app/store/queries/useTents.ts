import { useMemo } from 'react'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { tentsOf } from '../../../domain/lists/tents.ts'
import { rowsOfBooks } from './rowsOfBooks.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useAreas } from './useAreas.ts'

/** Families in a tent in an area: a village, a commune, one of today's communes, or everywhere (''). */
export const useTents = (area: string): HouseholdRow[] => {
  const store = useLiveStore()
  const areas = useAreas()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const within = ({ book, village }: HouseholdRow) =>
      area === '' || village === area || book === area || areas.byId(book)?.successor === area
    return tentsOf(rowsOfBooks(store).filter(within))
  }, [version, area, areas])
}
