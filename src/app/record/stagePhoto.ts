import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import { accepted, type Judged, refused } from '../../domain/entries/refusal.ts'
import type { Capture } from '../../domain/photos/captureOf.ts'
import type { PictureFinding } from '../../domain/photos/judgePicture.ts'
import { momentText } from '../../domain/photos/momentText.ts'
import { clockSaid } from '../../domain/time/clockSaid.ts'
import { shrinkPhoto, Unreadable } from '../photo/shrinkPhoto.ts'
import type { ShrunkPhoto } from '../photo/shrunkPhoto.ts'
import { freePictures } from '../store/freePictures.ts'
import { isFull } from '../store/isFull.ts'
import type { PhotoRow } from '../store/photoRows.ts'
import { reserveIsWhole, sayFull } from '../store/reserve.ts'
import { putStagedPhoto } from '../store/stagedPhotos.ts'
import type { Store } from '../store/store.ts'
import type { Database } from '../store/tables.ts'

export type NewPhoto = { draft: string; slot: string | null; capture: Capture; consent: boolean }
export type Staged = { photo: string; finding: PictureFinding }

/** A photo is safe on this phone the moment it exists: bytes and capture record under the draft it was taken for. */
export const stagePhoto = async (
  store: Store,
  picture: Blob | ImageBitmap,
  asked: NewPhoto,
): Promise<Judged<Staged>> => {
  try {
    const shrunk = await shrinkPhoto(picture)
    const offsetMs = (await store.database.meta.get('clockOffsetMs')) as number | undefined
    const row = rowOf(store, shrunk, asked, offsetMs)
    if ((await keep(store, row, shrunk)) === 'no-room') return refused({ field: 'photo', code: 'photo-no-room' })
    return accepted({ photo: row.photo, finding: shrunk.finding })
  } catch (error) {
    if (error instanceof Unreadable) return refused({ field: 'photo', code: 'photo-unreadable' })
    return refused({ field: 'photo', code: isFull(error) ? 'photo-no-room' : 'not-saved' })
  }
}

/** [L8] On a full phone large pictures that are in a verified backup make room, once; the entries' room is never touched. */
const keep = async (
  { database }: Store,
  row: PhotoRow,
  { evidence, preview }: ShrunkPhoto,
): Promise<'kept' | 'no-room'> => {
  const wanted = 4 * (evidence.byteLength + preview.byteLength)
  for (const last of [false, true]) {
    if (await fits(database, () => putStagedPhoto(database, row, evidence, preview))) {
      await sayFull(database, false)
      return 'kept'
    }
    if (last || (await freePictures(database, 'backedUp', wanted)).pictures === 0) break
  }
  await sayFull(database, true)
  return 'no-room'
}

const fits = async (database: Database, put: () => Promise<void>): Promise<boolean> => {
  if (!(await reserveIsWhole(database))) return false
  try {
    await put()
    return true
  } catch (error) {
    if (isFull(error)) return false
    throw error
  }
}

const rowOf = (
  store: Store,
  shrunk: ShrunkPhoto,
  { draft, slot, capture, consent }: NewPhoto,
  offsetMs: number | undefined,
): PhotoRow => {
  const photo = store.device.uuid7()
  const body: PhotoTaken = {
    photo,
    sha256: shrunk.sha256,
    bytes: shrunk.evidence.byteLength,
    width: shrunk.width,
    height: shrunk.height,
    mime: 'image/jpeg',
    preview: { sha256: shrunk.previewSha256, bytes: shrunk.preview.byteLength },
    thumbhash: shrunk.thumbhash,
    takenAt: momentText(capture.takenMs, -new Date(capture.takenMs).getTimezoneOffset()),
    ...(offsetMs === undefined ? {} : { clockOffset: Math.round(offsetMs / 1000) }),
    ...clockSaid(store.clock()),
    location: capture.location,
    ...(slot === null ? {} : { slot }),
    source: capture.source,
    consent,
  }
  const waiting = { at: 'waiting' } as const
  const state = 'staged'
  return { photo, state, draft, takenMs: capture.takenMs, body, preview: waiting, evidence: waiting }
}
