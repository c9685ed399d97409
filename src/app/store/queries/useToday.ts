import { useMemo } from 'react'
import { checklistsIn } from '../../../domain/foundation/checklists.ts'
import { type HouseholdRow, householdRows } from '../../../domain/lists/householdRows.ts'
import { byUrgency } from '../../../domain/lists/urgency.ts'
import { type TodayItem, todayList } from '../../../domain/lists/villageWork.ts'
import type { Point } from '../../../domain/place/distance.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

export type Today = { due: TodayItem[]; done: HouseholdRow[] }

/** What is due here today, in one village or in all of this phone's communes; the nearest first where `here` is known. */
export const useToday = (village: string | null, here: Point | null = null): Today => {
  const store = useLiveStore()
  const { version } = store
  const today = dayOf(store.clock().nowMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    const lists = [...store.books.values()].map((state) => {
      const all = householdRows(state)
      const rows = village === null ? all : all.filter((row) => row.village === village)
      return todayList(state, rows, { today, here, checklists })
    })
    return { due: lists.flatMap(({ due }) => due).sort(byUrgency), done: lists.flatMap(({ done }) => done) }
  }, [version, today, village, here])
}
