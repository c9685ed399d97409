import { useMemo } from 'react'
import { checklistsIn } from '../../../domain/foundation/checklists.ts'
import type { HouseholdRow } from '../../../domain/lists/householdRows.ts'
import { workOf } from '../../../domain/lists/rowWork.ts'
import { type MapFilter, rowsForMap } from '../../../domain/map/mapFilter.ts'
import { rowsOfBooks } from './rowsOfBooks.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The households that stand on the map, of all books on this phone; the same list until something changes. */
export const useMapRows = (filter: MapFilter, mine: ReadonlySet<string>): readonly HouseholdRow[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    const isReturned = (row: HouseholdRow): boolean => {
      const state = store.books.get(row.book)
      return state !== undefined && workOf(state, row, checklists).tasks.some(({ task }) => answers.has(task))
    }
    return rowsForMap(rowsOfBooks(store), filter, { mine, isReturned })
  }, [version, filter, mine])
}

/** What a recorder does about a check that was sent back. */
const answers: ReadonlySet<string> = new Set(['supplement', 'mend-again'])
