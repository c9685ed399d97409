import { useEffect, useState } from 'react'
import { onChange } from '../changes.ts'
import type { PhotoRow } from '../photoRows.ts'
import { reopening } from '../reopening.ts'
import type { Database } from '../tables.ts'
import { useStore } from './StoreContext.tsx'

export type { PhotoRow } from '../photoRows.ts'

/** All photos that records of this phone name, newest first: where each stands is read from storage [L5]. */
export const useOwnPhotos = (): PhotoRow[] => usePhotoRows(namedPhotos, 'named')

const namedPhotos = async (database: Database): Promise<PhotoRow[]> => {
  const rows = await database.photos.where('state').notEqual('staged').toArray()
  return rows.sort((a, b) => (a.photo < b.photo ? 1 : -1))
}

/** What `read` finds, anew whenever photos changed; `key` says which question it is. */
export const usePhotoRows = (read: (database: Database) => Promise<PhotoRow[]>, key: string): PhotoRow[] => {
  const { database } = useStore()
  const [rows, setRows] = useState<PhotoRow[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says which question it is.
  useEffect(() => {
    let gone = false
    const again = () =>
      reopening(database, () => read(database)).then(
        (found) => {
          if (!gone) setRows(found)
        },
        (error: unknown) => console.error(error),
      )
    void again()
    const stop = onChange((change) => {
      if (change === 'photos') void again()
    })
    return () => {
      gone = true
      stop()
    }
  }, [database, key])
  return rows
}
