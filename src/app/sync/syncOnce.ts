import { wipeOrdered, wipeOwn } from '../store/wipe.ts'
import { giveBackPictures } from './photos/giveBackPictures.ts'
import { handInPhotos } from './photos/handInPhotos.ts'
import type { Lane, Run, SyncOutcome } from './run.ts'
import { syncEntries } from './syncEntries.ts'

/** In this order: records first, for they are small and say what the photos are of. */
const lanes: readonly Lane[] = [syncEntries, handInPhotos, giveBackPictures]

/** Hands in what waits and brings what is new, in a page and in the worker alike. */
export const syncOnce = async (run: Run): Promise<SyncOutcome> => {
  let first: SyncOutcome | null = null
  for (const lane of lanes) {
    const outcome = await lane(run)
    // The first lane that did not end well is what people are told; the lanes behind it go on unless there is no line.
    if (first === null || (first.at === 'done' && outcome.at !== 'done')) first = outcome
    if (isWithoutLine(outcome) || isNobody(outcome)) break
  }
  return (await finishWipe(run)) ? { at: 'stopped', why: 'wiped' } : (first ?? { at: 'stopped', why: 'refused' })
}

/** Photos are handed in from a full phone too: that is how room comes. */
const isWithoutLine = (outcome: SyncOutcome): boolean => outcome.at === 'no-signal' && outcome.why !== 'phone-full'

const isNobody = (outcome: SyncOutcome): boolean =>
  outcome.at === 'stopped' && ['not-enrolled', 'unknown-device'].includes(outcome.why)

/** After an order to wipe: own entries go as they are receipted, the enrolment last [I4]. */
const finishWipe = async ({ database, device, signal }: Run): Promise<boolean> => {
  if (!(await wipeOrdered(database))) return false
  signal.throwIfAborted()
  return wipeOwn(database, device.nowMs())
}
