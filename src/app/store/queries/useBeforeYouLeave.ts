import { useMemo } from 'react'
import { checklistsIn } from '../../../domain/foundation/checklists.ts'
import { type BeforeYouLeave, beforeYouLeave } from '../../../domain/lists/beforeYouLeave.ts'
import { householdRows } from '../../../domain/lists/householdRows.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What is still missing in a village, before somebody drives away. */
export const useBeforeYouLeave = (village: string): BeforeYouLeave => {
  const store = useLiveStore()
  const { version } = store
  const today = dayOf(store.clock().nowMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    const lists = [...store.books.values()].map((state) => {
      const rows = householdRows(state).filter((row) => row.village === village)
      return beforeYouLeave(state, rows, today, checklists)
    })
    return {
      notMet: lists.flatMap(({ notMet }) => notMet),
      photosMissing: lists.flatMap(({ photosMissing }) => photosMissing),
      returned: lists.flatMap(({ returned }) => returned),
      newHead: lists.flatMap(({ newHead }) => newHead),
    }
  }, [version, today, village])
}
