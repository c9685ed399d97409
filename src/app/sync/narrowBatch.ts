import { syncLimits } from '../../wire/messages/sync.ts'
import type { OwnEntry } from '../store/tables.ts'
import type { Attempt } from './attempt.ts'
import { grown, halved } from './batch.ts'

/** The half of a batch that failed is tried alone: in a few steps the one entry that is at fault stands by itself [L1]. */
export const narrowBatch = (attempt: Attempt, batch: readonly OwnEntry[]): { at: 'more' } => {
  attempt.doubtful = batch.length
  attempt.most = Math.max(1, Math.floor(batch.length / 2))
  return { at: 'more' }
}

/** It stands alone: the others that were in doubt with it are not. */
export const setApart = (attempt: Attempt, { id }: OwnEntry): void => {
  attempt.doubtful = 0
  attempt.suspects.add(id)
  attempt.skip.add(id)
}

/** A push came through: the other half of one that failed is halved next, else pushes grow again. */
export const afterPush = (attempt: Attempt, batch: readonly OwnEntry[]): void => {
  attempt.timeOuts = 0
  attempt.batchBytes = grown(attempt.batchBytes)
  attempt.doubtful = Math.max(0, attempt.doubtful - batch.length)
  attempt.most = attempt.doubtful > 0 ? Math.ceil(attempt.doubtful / 2) : Math.min(syncLimits.entries, attempt.most * 2)
}

/** More time-outs in a row than this, and it is the line. */
const mostTimeOuts = 3
const leastPage = 50

/**
 * No answer in time: less is asked and sent at once, in the same hand-in. An entry that times out alone is a suspect: it
 * goes last and alone from now on. Null where the line itself is at fault.
 */
export const afterTimeOut = (attempt: Attempt, batch: readonly OwnEntry[]): { at: 'more' } | null => {
  attempt.timeOuts += 1
  attempt.batchBytes = halved(attempt.batchBytes)
  attempt.pageLimit = Math.max(leastPage, Math.floor(attempt.pageLimit / 2))
  const [alone] = batch
  if (batch.length > 1) narrowBatch(attempt, batch)
  else if (alone !== undefined) setApart(attempt, alone)
  return attempt.timeOuts < mostTimeOuts ? { at: 'more' } : null
}
