import { announce } from './changes.ts'
import { type PhotoDelivery, type PhotoRow, stateOf } from './photoRows.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Photos that records name and that wait for a receipt. */
export const photosWaiting = (database: Database): Promise<PhotoRow[]> =>
  database.photos.where('state').equals('waiting').toArray()

/** Sets where one tier of a photo stands. */
export const setPhotoDelivery = async (
  database: Database,
  photo: string,
  tier: 'preview' | 'evidence',
  delivery: PhotoDelivery,
): Promise<void> => {
  await reopening(database, () =>
    database.transaction('rw', database.photos, async () => {
      const row = await database.photos.get(photo)
      if (row === undefined) return
      const now = { ...row, [tier]: delivery }
      await database.photos.put({ ...now, state: stateOf(now) })
    }),
  )
  announce('photos')
}

/**
 * Makes room: the large pictures of photos that are safe, oldest first, until `wanted` bytes are free. Previews stay,
 * and nothing without a receipt for that very hash is touched [L4].
 */
export const freeSafePhotos = async (database: Database, wanted: number): Promise<number> => {
  let freed = 0
  await database.transaction('rw', database.photos, database.photoBytes, async () => {
    const rows = await database.photos.toArray()
    const needed = new Set(rows.filter(({ evidence }) => evidence.at !== 'safe').map(({ body }) => body.sha256))
    for (const { body } of rows.filter(({ state }) => state === 'safe').sort((a, b) => (a.photo < b.photo ? -1 : 1))) {
      if (freed >= wanted) return
      if (needed.has(body.sha256)) continue
      const gone = await database.photoBytes.where('sha256').equals(body.sha256).delete()
      if (gone > 0) freed += body.bytes
    }
  })
  return freed
}
