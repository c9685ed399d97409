import { useMemo } from 'react'
import { type MyDay, myDay } from '../../../domain/lists/myDay.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What was recorded on this phone today, counted from storage. */
export const useMyDay = (): MyDay => {
  const store = useLiveStore()
  const { own } = store
  const today = dayOf(store.clock().nowMs)
  return useMemo(
    () =>
      myDay(
        own.map(({ entry }) => entry),
        today,
      ),
    [own, today],
  )
}
