import { useCallback, useEffect, useState } from 'react'
import { dayOf } from '../../../domain/time/day.ts'
import { onChange } from '../changes.ts'
import { changeMine, readMine } from '../mine.ts'
import { useStore } from './StoreContext.tsx'

export type Mine = {
  /** Households that are mine today. */
  ids: ReadonlySet<string>
  /** False where the phone could not keep it. */
  change(act: (mine: ReadonlySet<string>) => ReadonlySet<string>): Promise<boolean>
}

const none: ReadonlySet<string> = new Set()

/** Chia việc: a suggestion that stays on this phone and is gone with the day. */
export const useMine = (): Mine => {
  const store = useStore()
  const { database } = store
  const today = dayOf(store.clock().nowMs)
  const [kept, setKept] = useState({ day: today, ids: none })
  useEffect(() => {
    let gone = false
    const read = () =>
      readMine(database, today).then(
        (ids) => {
          if (!gone) setKept({ day: today, ids })
        },
        (error: unknown) => console.error(error),
      )
    void read()
    const stop = onChange((change) => {
      if (change === 'mine') void read()
    })
    return () => {
      gone = true
      stop()
    }
  }, [database, today])
  const change = useCallback(
    async (act: (mine: ReadonlySet<string>) => ReadonlySet<string>) => {
      // The mark answers the finger; what the phone then holds is read again, also where it could not keep it.
      setKept((now) => ({ day: today, ids: act(now.day === today ? now.ids : none) }))
      try {
        await changeMine(database, today, act)
        return true
      } catch (error) {
        console.error(error)
        setKept({ day: today, ids: await readMine(database, today).catch(() => none) })
        return false
      }
    },
    [database, today],
  )
  return { ids: kept.day === today ? kept.ids : none, change }
}
