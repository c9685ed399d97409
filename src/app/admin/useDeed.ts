import { useState } from 'react'
import { useStore } from '../store/queries/StoreContext.tsx'
import type { Store } from '../store/store.ts'
import type { Told, Trouble } from './told.ts'

/** Something an admin asked the endpoint to do, and how it stands. */
export type Deed = { at: 'idle' } | { at: 'doing'; sinceMs: number } | { at: 'trouble'; trouble: Trouble }

/** `act` is one of this room's verbs; `done` gets its answer. A second tap while it runs does nothing. */
export const useDeed = () => {
  const store = useStore()
  const [deed, setDeed] = useState<Deed>({ at: 'idle' })
  const run = async <T>(act: (store: Store) => Promise<Told<T>>, done: (value: T) => void): Promise<void> => {
    if (deed.at === 'doing') return
    setDeed({ at: 'doing', sinceMs: store.device.nowMs() })
    const told = await act(store).catch((error: unknown): Told<T> => {
      console.error(error)
      return { ok: false, trouble: 'refused' }
    })
    setDeed(told.ok ? { at: 'idle' } : { at: 'trouble', trouble: told.trouble })
    if (told.ok) done(told.value)
  }
  return { deed, run }
}
