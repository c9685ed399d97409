import { photosWaiting, setPhotoDelivery } from '../../store/photoDeliveries.ts'
import type { PhotoDelivery } from '../../store/photoRows.ts'
import { picturesToGiveBack } from '../../store/startOver.ts'
import { readEnrolment } from '../../store/tables.ts'
import type { Lane } from '../run.ts'
import type { PhotoLink } from './photoLink.ts'
import { type PhotoTask, photoQueue } from './photoQueue.ts'
import { picturesThere } from './picturesThere.ts'
import { sendEvidence } from './sendEvidence.ts'
import { sendPreview } from './sendPreview.ts'
import type { Sent } from './sent.ts'

/**
 * The photos' lane, after the entries': one at a time, so that what is sent is whole soon. One that can't be taken is
 * set aside and said, and the rest goes on [L1]; without a signal it stops and goes on where it was.
 */
export const handInPhotos: Lane = async (run) => {
  const { database, device, signal } = run
  const timeoutMs = 2 * run.timeoutMs
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return { at: 'stopped', why: 'not-enrolled' }
  const offsetMs = (await database.meta.get('clockOffsetMs')) as number | undefined
  const clockOffsetMs = offsetMs ?? 0
  const link: PhotoLink = { database, device, enrolment, clockOffsetMs, timeoutMs, signal }
  const queue = photoQueue(await photosWaiting(database))
  const known = await knownPreviews(link, queue)
  if (known === null) return { at: 'no-signal', why: 'network' }
  for (const [at, task] of queue.entries()) {
    const sent = await send(link, task, known, () => run.progress({ lane: 'photos', waiting: queue.length - at }))
    signal.throwIfAborted()
    if (sent.at === 'no-signal') return { at: 'no-signal', why: 'network' }
    if (sent.at === 'later') continue
    await setPhotoDelivery(
      database,
      task.row.photo,
      task.tier,
      sent.at === 'safe' ? safeAt(device.nowMs(), offsetMs) : sent,
    )
  }
  return { at: 'done', ms: device.nowMs(), waitingForConfirmation: false }
}

/** The endpoint's time as this very hand-in heard it: a clock that is put right later changes nothing of it. */
const safeAt = (ms: number, offsetMs: number | undefined): PhotoDelivery => ({
  at: 'safe',
  ms,
  ...(offsetMs === undefined ? {} : { endpointMs: ms + offsetMs }),
})

/** After a restore all is offered once more: what the endpoint still has costs a question, not its bytes again. */
const knownPreviews = async (link: PhotoLink, queue: readonly PhotoTask[]): Promise<ReadonlySet<string> | null> =>
  (await link.database.meta.get(picturesToGiveBack)) === true
    ? picturesThere(
        link,
        queue.filter(({ tier }) => tier === 'preview').map(({ row }) => row.body.preview.sha256),
      )
    : new Set()

const send = (
  link: PhotoLink,
  { tier, row }: PhotoTask,
  known: ReadonlySet<string>,
  alive: () => void,
): Promise<Sent> => {
  alive()
  return tier === 'preview'
    ? sendPreview(link, row, known.has(row.body.preview.sha256))
    : sendEvidence(link, row, alive)
}
