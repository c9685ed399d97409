import { useMemo } from 'react'
import { checklistsIn } from '../../../domain/foundation/checklists.ts'
import { householdRows } from '../../../domain/lists/householdRows.ts'
import { type VillageSheet, villageSheet } from '../../../domain/lists/villageSheet.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

/** A village's households as they stand on its printed list. */
export const useVillageSheet = (village: string): VillageSheet => {
  const store = useLiveStore()
  const { version } = store
  const today = dayOf(store.clock().nowMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    const sheets = [...store.books.values()].map((state) => {
      const rows = householdRows(state).filter((row) => row.village === village)
      return villageSheet(state, rows, { today, checklists })
    })
    return { tents: sheets.flatMap(({ tents }) => tents), others: sheets.flatMap(({ others }) => others) }
  }, [version, today, village])
}
