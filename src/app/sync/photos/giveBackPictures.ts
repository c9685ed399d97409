import { picturesToGiveBack } from '../../store/startOver.ts'
import { type Database, readEnrolment } from '../../store/tables.ts'
import type { Lane } from '../run.ts'
import { creation, octets } from './creation.ts'
import { ask, type PhotoLink } from './photoLink.ts'
import { picturesThere } from './picturesThere.ts'

const previewMost = 20 * 1024

/** After a restore: others' pictures that this phone holds and the endpoint lacks are given back, without a tap [I6]. */
export const giveBackPictures: Lane = async (run) => {
  const { database, device, signal } = run
  const timeoutMs = 2 * run.timeoutMs
  const done = { at: 'done', ms: device.nowMs(), waitingForConfirmation: false } as const
  const enrolment = await readEnrolment(database)
  if (enrolment === null || (await database.meta.get(picturesToGiveBack)) !== true) return done
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const link: PhotoLink = { database, device, enrolment, clockOffsetMs, timeoutMs, signal }
  const lacking = await lackingThere(link)
  if (lacking === null) return { at: 'no-signal', why: 'network' }
  for (const [at, sha256] of lacking.entries()) {
    run.progress({ lane: 'photos', waiting: lacking.length - at })
    const bytes = await seenBytes(database, sha256)
    if (bytes === null) continue
    const tier = bytes.length <= previewMost ? 'preview' : 'evidence'
    const headers = { ...octets, ...creation(sha256.slice(0, 32), sha256, tier, bytes.length) }
    const answer = await ask(link, { method: 'POST', path: '/api/photos', body: bytes, headers })
    // Refused or not, it was offered; only a line that broke is worth another try.
    if (answer.at === 'no-signal') return { at: 'no-signal', why: answer.why }
  }
  signal.throwIfAborted()
  await database.meta.delete(picturesToGiveBack)
  return done
}

const lackingThere = async (link: PhotoLink): Promise<string[] | null> => {
  const held = (await link.database.seenPictures.toCollection().primaryKeys()) as string[]
  const there = await picturesThere(link, held)
  return there === null ? null : held.filter((sha256) => !there.has(sha256))
}

const seenBytes = async (database: Database, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const row = await database.seenPictures.get(sha256)
  return row === undefined ? null : new Uint8Array(row.bytes)
}
