import { useEffect, useState } from 'react'
import { openSharedFile } from '../../device/sharedFile.ts'
import { onChange } from '../changes.ts'
import { dropShared } from '../dropShared.ts'
import { useStore } from './StoreContext.tsx'

/** A map that was shared with the app and waits, if one does; `drop` throws the copy of that very one away. */
export const useSharedMap = (): { shared: File | null; drop(one: File): Promise<void> } => {
  const { database } = useStore()
  const [shared, setShared] = useState<File | null>(null)
  useEffect(() => {
    let gone = false
    const read = () =>
      void openSharedFile(database.name).then((file) => {
        if (!gone) setShared(file)
      })
    read()
    const stop = onChange((change) => (change === 'maps' || change === 'wiped') && read())
    return () => {
      gone = true
      stop()
    }
  }, [database])
  return { shared, drop: (one) => dropShared(database, one) }
}
