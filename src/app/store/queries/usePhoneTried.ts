import { useCallback, useEffect, useState } from 'react'
import type { PhoneTried } from '../../../domain/try-phone/phoneTried.ts'
import { pageLife } from '../../device/pageLife.ts'
import { onChange } from '../changes.ts'
import { changeTried, readTried } from '../phoneTried.ts'
import { useStore } from './StoreContext.tsx'

export type Trying = {
  /** null where nobody has begun; undefined until it was read. */
  tried: PhoneTried | null | undefined
  /** Whether this very page wrote that. */
  isMine(life: string): boolean
  change(change: (tried: PhoneTried | null) => PhoneTried | null): Promise<void>
  /** This page's name. */
  life: string
}

/** How far this phone was tried out, as it lies on its disk. */
export const usePhoneTried = (): Trying => {
  const { database } = useStore()
  const [tried, setTried] = useState<PhoneTried | null | undefined>(undefined)
  useEffect(() => {
    let gone = false
    const read = () =>
      readTried(database, pageLife).then(
        (now) => {
          if (!gone) setTried(now)
        },
        (error: unknown) => console.error(error),
      )
    void read()
    const stop = onChange((change) => {
      if (change === 'tried') void read()
    })
    return () => {
      gone = true
      stop()
    }
  }, [database])
  const change = useCallback(
    (act: (tried: PhoneTried | null) => PhoneTried | null) => changeTried(database, pageLife, act),
    [database],
  )
  return { tried, change, life: pageLife, isMine: (life) => life === pageLife }
}
