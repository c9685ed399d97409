import { digestText, emptyDigest, parseDigest } from '../../domain/book/digest.ts'
import type { Page, SyncAnswer } from '../../wire/messages/sync.ts'
import { applyPage } from '../store/applyPage.ts'
import { applyFreshPage, beginAfresh, dropFresh } from '../store/freshCopy.ts'
import { stampsHeard } from '../store/stampsHeard.ts'
import type { Enrolment } from '../store/tables.ts'
import type { Attempt } from './attempt.ts'
import { aDayLater, mayPullAfresh } from './pullFrom.ts'
import type { Run } from './run.ts'
import { type Acknowledged, wholePage } from './wholePage.ts'

/**
 * Keeps the pages of an answer, each verified alone: one that is not right is left out, and the others go on [L1]. True
 * where there is more to ask for.
 */
export const takeBooks = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  asked: { readonly [book: string]: number },
  answer: SyncAnswer,
  acknowledged: readonly Acknowledged[],
): Promise<boolean> => {
  let more = false
  for (const [book, page] of Object.entries(answer.books)) {
    const after = asked[book]
    if (after === undefined) continue
    const taken = await takePage(run, enrolment, { epoch: answer.epoch, book, after, page, acknowledged })
    if (taken === 'bad') attempt.badBooks.add(book)
    more ||= taken === 'begun-afresh' || (taken === 'kept' && page.more)
  }
  return more
}

type Sealed = { epoch: string; book: string; after: number; page: Page; acknowledged: readonly Acknowledged[] }

const takePage = async (
  { database, device, signal }: Run,
  enrolment: Enrolment,
  sealed: Sealed,
): Promise<'kept' | 'bad' | 'begun-afresh'> => {
  const { epoch, book, page } = sealed
  const copy = await database.fresh.get(book)
  const cursor = await database.cursors.get(book)
  const held = (copy ?? cursor)?.digest
  const before = held === undefined ? emptyDigest : parseDigest(held)
  const whole = await wholePage(device, enrolment.receiptKey, sealed, before)
  if (whole === null) return 'bad'
  signal.throwIfAborted()
  await stampsHeard(database, enrolment.device, whole.entries)
  const digest = digestText(whole.digest)
  const equal = digest === page.digest
  const { title, seal } = page
  const kept = { book, from: page.from, to: page.cursor, epoch, seal, title, digest, entries: whole.entries }
  const nowMs = device.nowMs()
  // CASE 1: a page of a fresh copy; at the head it must be equal, or the copy is not worth having [L7].
  if (copy !== undefined) {
    const wrong = !page.more && !equal
    if (wrong) await dropFresh(database, book, aDayLater(nowMs))
    else await applyFreshPage(database, kept, !page.more)
    return wrong ? 'bad' : 'kept'
  }
  await applyPage(database, kept, nowMs)
  // CASE 2: equal: this phone holds what the endpoint holds [I6].
  if (equal) return 'kept'
  // CASE 3: not equal: pulled afresh beside, at most once a day.
  const now = await database.cursors.get(book)
  if (now === undefined || !mayPullAfresh(now, nowMs)) return 'kept'
  await beginAfresh(database, book, nowMs)
  return 'begun-afresh'
}
