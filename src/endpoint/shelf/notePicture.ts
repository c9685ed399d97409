import type { Db } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { noteKept } from './keepPicture.ts'
import type { PictureKind } from './pictureKind.ts'

export type Picture = { sha256: string; bytes: number; kind: PictureKind }

/** Says in the books that a picture of this device's lies durable on the shelf; a revoked device's in quarantine. */
export const notePicture = async (
  tx: Db,
  speaker: Speaker,
  { sha256, bytes, kind }: Picture,
  arrivedMs: number,
): Promise<void> => {
  const quarantine = speaker.revoked && !(await isAdmitted(tx, sha256))
  await noteKept(tx, { sha256, bytes, kind, device: speaker.id, arrivedMs, quarantine })
  await openQuarantine(tx, speaker, sha256)
}

export const isKept = async (db: Db, sha256: string): Promise<boolean> =>
  (await db.selectFrom('photos').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !== undefined

/** A picture that only a revoked device had brought leaves quarantine when a device in good standing brings it too. */
export const openQuarantine = async (db: Db, speaker: Speaker, sha256: string): Promise<void> => {
  if (!speaker.revoked) await db.updateTable('photos').set({ quarantine: 0 }).where('sha256', '=', sha256).execute()
}

/** An admin took in the entry that names it, after the device was revoked: the picture may come after it. */
const isAdmitted = async (tx: Db, sha256: string): Promise<boolean> =>
  (await tx
    .selectFrom('pictureNames')
    .innerJoin('held', 'held.entry', 'pictureNames.entry')
    .select('pictureNames.entry')
    .where('pictureNames.sha256', '=', sha256)
    .where('held.outcome', '=', 'admitted')
    .executeTakeFirst()) !== undefined
