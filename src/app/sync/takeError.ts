import { correctClock } from '../store/correctClock.ts'
import { setDeliveries } from '../store/deliveries.ts'
import type { Enrolment, OwnEntry } from '../store/tables.ts'
import type { Answer } from '../transport/signedRequest.ts'
import type { Attempt } from './attempt.ts'
import { enrolAgain } from './enrolAgain.ts'
import { narrowBatch, setApart } from './narrowBatch.ts'
import { retryAfterMs } from './retryAfter.ts'
import type { Run, SyncOutcome } from './run.ts'

/** What a hand-in does next: ask again, see that there is nothing more to ask, or end. */
export type Step =
  /** `books`: the only ones that have more, as the last answer said. */
  | { at: 'more'; books?: readonly string[] }
  | { at: 'nothing-more'; waitingForConfirmation: boolean }
  | Exclude<SyncOutcome, { at: 'done' }>

/** A signed refusal that carries no receipt: nothing of the push is durable, and what to do depends on the reason. */
export const takeError = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  batch: readonly OwnEntry[],
  { status, json, headers }: Extract<Answer, { at: 'answer' }>,
  code: string,
): Promise<Step> => {
  const { database, device } = run
  // CASE 1: this phone's clock: believe the endpoint's for signing, once, and ask again.
  if (code === 'clock')
    return firstTime(attempt, code) && (await correctClock(database, device, json))
      ? { at: 'more' }
      : { at: 'stopped', why: 'refused' }
  // CASE 2: the request arrived twice by itself; with a new nonce it is another one.
  if (code === 'replayed') return firstTime(attempt, code) ? { at: 'more' } : { at: 'no-signal', why: 'network' }
  // CASE 3: an endpoint restored from an older backup: the certificate says who this phone is, and it may hand in.
  if (code === 'unknown-device')
    return firstTime(attempt, code) && (await enrolAgain(run, enrolment))
      ? { at: 'more' }
      : { at: 'stopped', why: 'unknown-device' }
  // CASE 4: the endpoint asks for patience.
  if (status === 429 || status === 503)
    return { at: 'no-signal', why: 'busy', ...retryAfterMs(headers, device.nowMs()) }
  // CASE 5: it could not be read in columns, or another program stands there now: the same is said in JSON.
  if (attempt.columns && (code === 'columns' || status === 415)) {
    attempt.columns = false
    return { at: 'more' }
  }
  // CASE 6: something in the push is bad, or breaks the endpoint: halve down to it, set it aside, go on [L1].
  const ofTheBatch = status === 400 || status === 413 || status >= 500
  if (ofTheBatch && batch.length > 1) return narrowBatch(attempt, batch)
  const [alone] = batch
  if (ofTheBatch && alone !== undefined) {
    if (status >= 500) {
      setApart(attempt, alone)
    } else {
      attempt.doubtful = 0
      await setDeliveries(database, new Map([[alone.id, { at: 'refused', code: code || 'bad-request' }]]))
    }
    return { at: 'more' }
  }
  return status >= 500 ? { at: 'no-signal', why: 'network' } : { at: 'stopped', why: 'refused' }
}

const firstTime = ({ answered }: Attempt, code: string): boolean => {
  if (answered.has(code)) return false
  answered.add(code)
  return true
}
