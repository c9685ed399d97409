import { errorAnswer } from '../../wire/messages/errors.ts'
import { refusedPull, type SyncAnswer, syncAnswer } from '../../wire/messages/sync.ts'
import { hearTime } from '../store/clockMark.ts'
import { setDeliveries } from '../store/deliveries.ts'
import { forgetBooks } from '../store/forgetBooks.ts'
import { settleHeld } from '../store/settleHeld.ts'
import { type Enrolment, type OwnEntry, writeEnrolment } from '../store/tables.ts'
import type { Attempt } from './attempt.ts'
import type { Reply } from './columnsOf.ts'
import { deliveriesOf } from './deliveriesOf.ts'
import { receiptIsRight } from './receiptIsRight.ts'
import type { Run } from './run.ts'
import { takeBooks } from './takeBooks.ts'
import { type Step, takeError } from './takeError.ts'
import { takeRefusedPull } from './takeRefusedPull.ts'
import type { Acknowledged } from './wholePage.ts'

export type Sent = {
  batch: readonly OwnEntry[]
  /** Hash by id, in the order of the push. */
  hashes: ReadonlyMap<string, string>
  pull: { readonly [book: string]: number }
}

/** What becomes of an answer whose `X-Answer` was right. Nothing of it counts before its receipt is right too [I2]. */
export const takeAnswer = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  sent: Sent,
  answer: Extract<Reply, { at: 'answer' }>,
): Promise<Step> => {
  const full = answer.status === 200 ? syncAnswer.safeParse(answer.json) : null
  const refused = refusedPull.safeParse(answer.json)
  if (!full?.success && !refused.success) {
    const error = errorAnswer.safeParse(answer.json)
    return takeError(run, attempt, enrolment, sent.batch, answer, error.success ? error.data.error : '')
  }
  const said = full?.success ? full.data : refused.data
  if (said === undefined) return { at: 'no-signal', why: 'not-the-endpoint' }
  const receipted = { ...said, epoch: said.epoch ?? enrolment.epoch }
  if (!(await receiptIsRight(enrolment, answer.nonce, receipted))) return { at: 'no-signal', why: 'not-the-endpoint' }
  run.signal.throwIfAborted()
  const deliveries = deliveriesOf(said.acks, sent.hashes, run.device.nowMs())
  await setDeliveries(run.database, deliveries)
  // [L1] What was sent and not acknowledged is tried no more in this hand-in, or it would be asked about for ever.
  for (const id of sent.hashes.keys()) if (!deliveries.has(id)) attempt.skip.add(id)
  for (const id of deliveries.keys()) attempt.suspects.delete(id)
  if (full?.success) return takeNews(run, attempt, enrolment, sent, full.data, answer.columns)
  return refused.success ? takeRefusedPull(run, attempt, enrolment, answer.nonce, refused.data) : { at: 'more' }
}

const takeNews = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  { batch, hashes, pull }: Sent,
  answer: SyncAnswer,
  columns: ReadonlyMap<string, ArrayBuffer>,
): Promise<Step> => {
  const { database, device } = run
  await hearTime(database, device, Date.parse(answer.time))
  await database.meta.put(answer.backedUp, 'backedUp')
  await settleHeld(database, answer.settled)
  // A re-enrolled device that nobody has confirmed yet gets no books, and keeps those it has.
  if (answer.waiting === true) return { at: 'nothing-more', waitingForConfirmation: true }
  if (tellsOfUs(enrolment, answer))
    await writeEnrolment(database, {
      ...enrolment,
      epoch: answer.epoch,
      books: answer.scope,
      ...(answer.certificate ? { certificate: answer.certificate, role: answer.certificate.role } : {}),
    })
  await forgetBooks(
    database,
    answer.scope.map(({ id }) => id),
  )
  const own = acknowledgedOf(batch, hashes, answer)
  const more = await takeBooks(run, attempt, enrolment, pull, answer, own, columns)
  const wider = answer.scope.some(({ id }) => !enrolment.books.some((book) => book.id === id))
  if (wider) return { at: 'more' }
  return more.length > 0 ? { at: 'more', books: more } : { at: 'nothing-more', waitingForConfirmation: false }
}

/** Whether the answer says anything else of this phone than what it knows. */
const tellsOfUs = ({ epoch, books }: Enrolment, answer: SyncAnswer): boolean =>
  answer.certificate !== undefined ||
  answer.epoch !== epoch ||
  answer.scope.length !== books.length ||
  answer.scope.some(({ id, title }, at) => books[at]?.id !== id || books[at].title !== title)

const acknowledgedOf = (
  batch: readonly OwnEntry[],
  hashes: ReadonlyMap<string, string>,
  { acks }: SyncAnswer,
): Acknowledged[] => {
  const entries = new Map(batch.map(({ id, entry }) => [id, entry]))
  return acks.flatMap(({ id, hash, seq, stamp }) => {
    const entry = id === null || hashes.get(id) !== hash ? undefined : entries.get(id)
    return entry === undefined || seq === undefined || stamp === undefined ? [] : [{ entry, seq, stamp }]
  })
}
