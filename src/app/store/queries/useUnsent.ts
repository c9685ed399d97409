import { useEffect, useState } from 'react'
import { backupDue } from '../../../domain/carry/backupDue.ts'
import { clockParts } from '../../../domain/time/hybridClock.ts'
import { uuid7Ms } from '../../../domain/time/uuid7Ms.ts'
import { type BackupSaved, readBackupSaved } from '../backupSaved.ts'
import { onChange } from '../changes.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useOwnPhotos } from './usePhotoRows.ts'

/** What of this phone has no receipt yet, counted from storage [L5]. */
export type Unsent = {
  entries: number
  photos: number
  saved: BackupSaved | null
  /** Much or old, and in no sealed file. */
  due: boolean
}

export const useUnsent = (): Unsent => {
  const { own, database, device } = useLiveStore()
  const photos = useOwnPhotos().filter(({ state }) => state !== 'safe')
  const [saved, setSaved] = useState<BackupSaved | null>(null)
  useEffect(() => {
    const read = () => void readBackupSaved(database).then(setSaved, console.error)
    read()
    return onChange((change) => {
      if (change === 'room') read()
    })
  }, [database])
  const entries = own.filter(({ state }) => state !== 'handed-in')
  const entriesMs = entries.map(({ entry }) => clockParts(entry.at).ms)
  // By when it came into a form: a gallery’s picture may be years older than its record.
  const unsent = { entriesMs, photosMs: photos.map(({ photo }) => uuid7Ms(photo)), savedMs: saved?.ms ?? null }
  return {
    entries: entries.length,
    photos: photos.length,
    saved,
    due: backupDue(unsent, device.nowMs()),
  }
}
