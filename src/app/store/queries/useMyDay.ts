import { useMemo } from 'react'
import { type MyDay, myDay } from '../../../domain/lists/myDay.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What was recorded on this phone today, counted from storage. */
export const useMyDay = (): MyDay => {
  const { own, device } = useLiveStore()
  const today = dayOf(device.nowMs())
  return useMemo(
    () =>
      myDay(
        own.map(({ entry }) => entry),
        today,
      ),
    [own, today],
  )
}
