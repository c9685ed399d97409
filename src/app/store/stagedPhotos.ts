import { announce } from './changes.ts'
import { dropUnnamedBytes, putPhotoBytes } from './photoBytes.ts'
import type { PhotoRow } from './photoRows.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Keeps a photo with its bytes in one strict transaction, the moment it exists [L12]. */
export const putStagedPhoto = async (
  database: Database,
  row: PhotoRow,
  evidence: ArrayBuffer,
  preview: ArrayBuffer,
): Promise<void> => {
  await reopening(database, () =>
    database.transaction('rw', database.photos, database.photoBytes, async () => {
      await putPhotoBytes(database, row.body.sha256, evidence)
      await putPhotoBytes(database, row.body.preview.sha256, preview)
      await database.photos.put(row)
    }),
  )
  announce('photos')
}

/** Photos of a draft, in the order they came to this phone (ids of version 7 sort by time). */
export const stagedPhotos = (database: Database, draft: string): Promise<PhotoRow[]> =>
  database.photos.where('draft').equals(draft).sortBy('photo')

/** Takes a photo out of its draft because a person said so; one that a record names stays [I4]. */
export const dropStagedPhoto = async (database: Database, photo: string): Promise<void> => {
  await database.transaction('rw', database.photos, database.photoBytes, async () => {
    const row = await database.photos.get(photo)
    if (row?.state !== 'staged') return
    await database.photos.delete(photo)
    await dropUnnamedBytes(database)
  })
  announce('photos')
}

/** Said for all photos of a draft at once: they were asked before. */
export const setConsent = async (database: Database, draft: string, consent: boolean): Promise<void> => {
  await database.photos
    .where('draft')
    .equals(draft)
    .modify((row) => {
      row.body = { ...row.body, consent }
    })
  announce('photos')
}
