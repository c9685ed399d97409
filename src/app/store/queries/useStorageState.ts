import { useEffect, useState } from 'react'
import { afterPaint } from '../../device/afterPaint.ts'
import { forgetLoss, keepMark, type Loss, lookForLoss } from '../canary.ts'
import { onChange } from '../changes.ts'
import { type RoomLeft, roomLeft } from '../roomLeft.ts'
import type { Database } from '../tables.ts'
import { useLiveStore } from './StoreContext.tsx'

/** What people must know of this phone's storage. */
export type StorageState = {
  loss: Loss | null
  room: RoomLeft | null
  /** An order to wipe was received and waits for the last receipts; or it has been carried out. */
  wipe: 'ordered' | 'done' | null
  waiting: number
  forgetLoss(): void
}

export const useStorageState = (): StorageState => {
  const { database, own, version } = useLiveStore()
  const [loss, setLoss] = useState<Loss | null>(null)
  const [looked, setLooked] = useState(false)
  const [rest, setRest] = useState<Pick<StorageState, 'room' | 'wipe'>>({ room: null, wipe: null })

  // [L9] Looked for before anything new is written down, or a loss would be covered up.
  // Again whenever the database was opened anew: what the browser found broken it has thrown away.
  useEffect(() => {
    let gone = false
    const look = () =>
      lookForLoss(database).then((found) => {
        if (gone) return
        setLoss((before) => found ?? before)
        setLooked(true)
      })
    // The opening waits for what this returns, and would wait for itself.
    const opened = () => void setTimeout(() => gone || look().catch((error: unknown) => console.error(error)))
    database.on('ready', opened, true)
    return () => {
      gone = true
      database.on('ready').unsubscribe(opened)
    }
  }, [database])

  // biome-ignore lint/correctness/useExhaustiveDependencies: at every change of what is stored.
  useEffect(() => {
    if (looked && loss === null) return afterPaint(() => void keepMark(database))
  }, [database, looked, loss, version])

  // biome-ignore lint/correctness/useExhaustiveDependencies: at every change of what is stored.
  useEffect(() => afterPaint(() => void read(database).then(setRest)), [database, version])

  useEffect(() => onChange((change) => change === 'room' && void read(database).then(setRest)), [database])

  // Nothing of what was wiped stays in this page's memory.
  useEffect(() => onChange((change) => change === 'wiped' && location.reload()), [])

  return {
    loss,
    ...rest,
    waiting: own.length,
    forgetLoss: () => void forgetLoss(database).then(() => setLoss(null)),
  }
}

const read = async (database: Database): Promise<Pick<StorageState, 'room' | 'wipe'>> => {
  const { meta } = database
  const enrolled = (await meta.get('enrolment')) !== undefined
  const ordered = (await meta.get('wipeOrdered')) !== undefined
  const done = (await meta.get('wiped')) !== undefined
  return {
    room: enrolled ? await roomLeft(database) : null,
    wipe: ordered ? 'ordered' : done && !enrolled ? 'done' : null,
  }
}
