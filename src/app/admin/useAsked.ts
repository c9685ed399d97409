import { useCallback, useEffect, useState } from 'react'
import { afterInSight } from '../device/afterInSight.ts'
import { useStore } from '../store/queries/StoreContext.tsx'
import type { Store } from '../store/store.ts'
import type { Told, Trouble } from './told.ts'

type Now = { at: 'asking'; sinceMs: number } | { at: 'well' } | { at: 'trouble'; trouble: Trouble; ms: number }

/** What the endpoint last told, and how the question stands now. What was told stays readable when the signal goes. */
export type Asked<T> = { last: { value: T; ms: number } | null; now: Now; again(): void }

/** How long a question without an answer rests before it asks itself again. */
export const againMs = 30_000

/** In this tab's memory only: who may see it is asked anew each time the app opens. */
const kept = new WeakMap<Store, Map<unknown, { value: unknown; ms: number }>>()

/**
 * Asks when the screen opens, when the network comes back, every while in trouble, and by `again`, a person's tap. `ask`
 * is one of this room's questions.
 */
export const useAsked = <T>(ask: (store: Store) => Promise<Told<T>>): Asked<T> => {
  const store = useStore()
  const [turn, setTurn] = useState(0)
  const [now, setNow] = useState<Now>(() => ({ at: 'asking', sinceMs: store.device.nowMs() }))
  // By itself it asks in silence: what kept the last question stays in sight until there is an answer to this one.
  const quietly = useCallback(() => setTurn((times) => times + 1), [])
  const again = useCallback(() => {
    setNow({ at: 'asking', sinceMs: store.device.nowMs() })
    quietly()
  }, [store, quietly])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks once more.
  useEffect(() => {
    let gone = false
    const show = (told: Told<T>) => {
      const ms = store.device.nowMs()
      if (told.ok) keptOf(store).set(ask, { value: told.value, ms })
      if (!gone) setNow(told.ok ? { at: 'well' } : { at: 'trouble', trouble: told.trouble, ms })
    }
    ask(store).then(show, (error: unknown) => {
      console.error(error)
      show({ ok: false, trouble: 'refused' })
    })
    return () => {
      gone = true
    }
  }, [store, ask, turn])
  useEffect(() => {
    window.addEventListener('online', quietly)
    return () => window.removeEventListener('online', quietly)
  }, [quietly])
  useEffect(() => {
    if (now.at !== 'trouble') return
    return afterInSight(againMs, quietly)
  }, [now, quietly])
  return { last: (keptOf(store).get(ask) as { value: T; ms: number } | undefined) ?? null, now, again }
}

const keptOf = (store: Store): Map<unknown, { value: unknown; ms: number }> => {
  const here = kept.get(store) ?? new Map()
  kept.set(store, here)
  return here
}
