import { freePictures } from '../store/freePictures.ts'
import { isFull } from '../store/isFull.ts'
import { fillReserve, releaseReserve, sayFull } from '../store/reserve.ts'
import type { Run, SyncOutcome } from './run.ts'

/** As much as a first book and its changes may bring. */
const wantedBytes = 16_000_000

/**
 * [L8] A hand-in that meets the end of the phone's room goes on all the same, for it is what makes room: large pictures
 * in a verified backup go first. Where none are, what is held back for entries is given up for their receipts, and
 * nothing is asked for that would take more of it.
 */
export const onAFullPhone = async (once: (run: Run) => Promise<SyncOutcome>, run: Run): Promise<SyncOutcome> => {
  const { database } = run
  const met = await untilFull(once, run)
  if (met !== 'full') return met
  if ((await freePictures(database, 'backedUp', wantedBytes)).pictures > 0) {
    const again = await untilFull(once, run)
    if (again !== 'full') return again
  }
  await sayFull(database, true)
  await releaseReserve(database)
  const last = await untilFull(once, { ...run, full: true })
  await fillReserve(database)
  return last === 'full' ? { at: 'no-signal', why: 'phone-full' } : last
}

const untilFull = async (once: (run: Run) => Promise<SyncOutcome>, run: Run): Promise<SyncOutcome | 'full'> => {
  run.signal.throwIfAborted()
  try {
    return await once(run)
  } catch (error) {
    if (isFull(error)) return 'full'
    throw error
  }
}
