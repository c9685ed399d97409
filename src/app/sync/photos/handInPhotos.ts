import type { Device } from '../../device/device.ts'
import { photosWaiting, setPhotoDelivery } from '../../store/photoDeliveries.ts'
import { type Database, readEnrolment } from '../../store/tables.ts'
import type { PhotoLink } from './photoLink.ts'
import { type PhotoTask, photoQueue } from './photoQueue.ts'
import { sendEvidence } from './sendEvidence.ts'
import { sendPreview } from './sendPreview.ts'
import type { Sent } from './sent.ts'

export type PhotosHandedIn = { at: 'done' } | { at: 'no-signal' }

/** Told as pieces arrive: the photo under way and how many of its bytes are there. */
export type PhotoProgress = (now: { photo: string; sent: number; bytes: number }) => void

/**
 * The photos' lane, after the entries': one at a time, so that what is sent is whole soon. One that can't be taken is
 * set aside and said, and the rest goes on [L1]; without a signal it stops and goes on where it was.
 */
export const handInPhotos = async (
  database: Database,
  device: Device,
  progress: PhotoProgress = () => undefined,
): Promise<PhotosHandedIn> => {
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return { at: 'done' }
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const link: PhotoLink = { database, device, enrolment, clockOffsetMs }
  for (const task of photoQueue(await photosWaiting(database))) {
    const sent = await send(link, task, progress)
    if (sent.at === 'no-signal') return { at: 'no-signal' }
    if (sent.at === 'later') continue
    const delivery = sent.at === 'safe' ? { at: 'safe' as const, ms: device.nowMs() } : sent
    await setPhotoDelivery(database, task.row.photo, task.tier, delivery)
  }
  return { at: 'done' }
}

const send = (link: PhotoLink, { tier, row }: PhotoTask, progress: PhotoProgress): Promise<Sent> => {
  const { photo, body } = row
  if (tier === 'preview') {
    progress({ photo, sent: 0, bytes: body.preview.bytes })
    return sendPreview(link, row)
  }
  return sendEvidence(link, row, (sent) => progress({ photo, sent, bytes: body.bytes }))
}
