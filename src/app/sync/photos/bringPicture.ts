import type { Device } from '../../device/device.ts'
import { keepSeenPicture } from '../../store/seenPictures.ts'
import { type Database, readEnrolment } from '../../store/tables.ts'
import { signedRequest } from '../../transport/signedRequest.ts'

const timeoutMs = 60_000
/** Pictures on their way at once: on 2G more would only make each of them late. */
const mostAtOnce = 2

let under = 0
const waiting: (() => void)[] = []

/** Brings a picture that another phone took; null where there is no signal or it is not there (yet). */
export const bringPicture = async (
  database: Database,
  device: Device,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (under >= mostAtOnce) await new Promise<void>((turn) => waiting.push(turn))
  under += 1
  try {
    const bytes = await fetchPicture(database, device, sha256)
    if (bytes !== null) await keepSeenPicture(database, sha256, bytes, device.nowMs())
    return bytes
  } finally {
    under -= 1
    waiting.shift()?.()
  }
}

const fetchPicture = async (
  database: Database,
  device: Device,
  sha256: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const enrolment = await readEnrolment(database)
  if (enrolment === null || !navigator.onLine) return null
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const path = `/api/photos/${sha256}`
  const answer = await signedRequest(device, enrolment, { method: 'GET', path, timeoutMs, clockOffsetMs })
  if (answer.at === 'no-signal' || answer.status !== 200) return null
  // The answer's signature does not cover a picture's bytes: its name does.
  return (await device.sha256(answer.bytes)) === sha256 ? answer.bytes : null
}
