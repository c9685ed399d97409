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
