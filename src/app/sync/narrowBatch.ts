import type { OwnEntry } from '../store/tables.ts'
import type { Attempt } from './attempt.ts'
import { halved } from './batch.ts'

/** The half of a batch that failed is tried alone: in a few steps the one entry that is at fault stands by itself [L1]. */
export const narrowBatch = (attempt: Attempt, batch: readonly OwnEntry[]): { at: 'more' } => {
  attempt.most = Math.max(1, Math.floor(batch.length / 2))
  return { at: 'more' }
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
  if (batch.length === 1 && alone !== undefined) {
    attempt.suspects.add(alone.id)
    attempt.skip.add(alone.id)
  }
  if (attempt.timeOuts >= mostTimeOuts) return null
  return batch.length > 1 ? narrowBatch(attempt, batch) : { at: 'more' }
}
