import { useCallback, useEffect, useState } from 'react'
import { type AppShell, readAppShell, whenShellKept } from '../../device/appShell.ts'
import { askToKeep, readStorage, type StorageFacts } from '../../device/storage.ts'
import { wasFull } from '../reserve.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What this phone says of itself, and what the last answers of the endpoint said (times in ms since 1970). */
export type Phone = StorageFacts & {
  shell: AppShell
  /** The endpoint's clock minus this phone's; null while it was never compared. */
  clockOffsetMs: number | null
  /** What was received before then is in a verified backup. */
  backedUpMs: number | null
}

/** Read again at every change of the store and whenever `again` changes; null until it was read once. */
export const usePhone = (again: unknown): { phone: Phone | null; keepData(): Promise<void> } => {
  const { database, version } = useLiveStore()
  const [phone, setPhone] = useState<Phone | null>(null)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the phone says may have changed with each of these.
  useEffect(() => {
    let gone = false
    const read = async () => {
      const [storage, full, shell, offset, backedUp] = await Promise.all([
        readStorage(),
        wasFull(database),
        readAppShell(),
        database.meta.get('clockOffsetMs'),
        database.meta.get('backedUp'),
      ])
      const backedUpMs = Date.parse(String(backedUp))
      if (gone) return
      setPhone({
        ...storage,
        // What was tried counts for more than the browser's word.
        ...(full ? { freeBytes: 0 } : {}),
        shell,
        clockOffsetMs: typeof offset === 'number' ? offset : null,
        backedUpMs: Number.isNaN(backedUpMs) ? null : backedUpMs,
      })
    }
    void read()
    return () => {
      gone = true
    }
  }, [database, version, again, asked])
  useEffect(() => whenShellKept(() => setAsked((times) => times + 1)), [])
  const keepData = useCallback(async () => {
    await askToKeep()
    setAsked((times) => times + 1)
  }, [])
  return { phone, keepData }
}
