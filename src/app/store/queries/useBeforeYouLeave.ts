import { useMemo } from 'react'
import { checklistVersion } from '../../../domain/foundation/checklists.ts'
import { type BeforeYouLeave, beforeYouLeave } from '../../../domain/lists/villageWork.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { rowsOfBook } from './rowsOfBook.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What is still missing in a village, before somebody drives away. */
export const useBeforeYouLeave = (village: string): BeforeYouLeave => {
  const store = useLiveStore()
  const { version } = store
  const today = dayOf(store.device.nowMs())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = (id: string, number: number) => checklistVersion(store.district, id, number)
    const lists = [...store.books.values()].map((state) => {
      const rows = rowsOfBook(state).filter((row) => row.village === village)
      return beforeYouLeave(state, rows, today, checklists)
    })
    return {
      notMet: lists.flatMap(({ notMet }) => notMet),
      photosMissing: lists.flatMap(({ photosMissing }) => photosMissing),
      returned: lists.flatMap(({ returned }) => returned),
    }
  }, [version, today, village])
}
