import { useCallback, useEffect, useRef, useState } from 'react'
import { addToWay, type Step } from '../../../domain/map/wayWalked.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { everyInSight } from '../../device/everyInSight.ts'
import { onChange } from '../changes.ts'
import { eraseWay, keepWay, readWay } from '../way.ts'
import { useStore } from './StoreContext.tsx'

export type WayToday = {
  /** Null: no way is kept. */
  steps: readonly Step[] | null
  /** `from`: where one stands, where that is known. */
  begin(from: Fix | null): void
  /** Ends it and erases what was kept. */
  erase(): void
  walked(fix: Fix): void
}

/** A step is on the disk so long after it was made, in ms, or when the page goes out of sight: not one write a step. */
const writtenAfterMs = 15_000

/** Today's way, kept on this phone where somebody asked for it; gone with the day. */
export const useWay = (): WayToday => {
  const store = useStore()
  const { database } = store
  const today = dayOf(store.clock().nowMs)
  const [steps, setSteps] = useState<readonly Step[] | null>(null)
  const unwritten = useRef<readonly Step[] | null>(null)
  const write = useCallback(() => {
    const now = unwritten.current
    unwritten.current = null
    if (now !== null) keepWay(database, { day: today, steps: now }).catch((error: unknown) => console.error(error))
  }, [database, today])
  useEffect(() => {
    let gone = false
    const read = () =>
      readWay(database, today).then(
        (kept) => gone || setSteps(kept?.steps ?? null),
        (error: unknown) => console.error(error),
      )
    void read()
    const stop = onChange((change) => {
      if (change !== 'way') return
      // Erased, here or in another tab: what waits to be written goes too.
      unwritten.current = null
      void read()
    })
    const end = everyInSight(writtenAfterMs, write)
    const hidden = () => document.visibilityState === 'hidden' && write()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      gone = true
      stop()
      end()
      document.removeEventListener('visibilitychange', hidden)
      write()
    }
  }, [database, today, write])
  const begin = useCallback(
    (from: Fix | null) => {
      const steps = from === null ? [] : addToWay([], from)
      unwritten.current = steps
      setSteps(steps)
      write()
    },
    [write],
  )
  const erase = useCallback(() => {
    unwritten.current = null
    setSteps(null)
    eraseWay(database).catch((error: unknown) => console.error(error))
  }, [database])
  const walked = useCallback((fix: Fix) => {
    setSteps((before) => {
      if (before === null) return null
      const after = addToWay(before, fix)
      if (after !== before) unwritten.current = after
      return after
    })
  }, [])
  return { steps, begin, erase, walked }
}
