import { digestText, emptyDigest, parseDigest } from '../../domain/book/digest.ts'
import type { StampedEntry } from '../../domain/entries/entry.ts'
import type { SyncAnswer } from '../../wire/messages/sync.ts'
import { applyPage, applyUnproven } from '../store/applyPage.ts'
import { announce } from '../store/changes.ts'
import { applyFreshPage, beginAfresh, dropFresh } from '../store/freshCopy.ts'
import { stampsHeard } from '../store/stampsHeard.ts'
import type { Enrolment } from '../store/tables.ts'
import type { Attempt } from './attempt.ts'
import { proveBook } from './provePages.ts'
import { aDayLater, mayPullAfresh } from './pullFrom.ts'
import type { Run } from './run.ts'
import { type Acknowledged, type SealedPage, wholePage } from './wholePage.ts'

/**
 * Keeps the pages of an answer, each verified alone: one that is not right is left out, and the others go on [L1]. The
 * books of which there is more to ask for.
 */
export const takeBooks = async (
  run: Run,
  attempt: Attempt,
  enrolment: Enrolment,
  asked: { readonly [book: string]: number },
  answer: SyncAnswer,
  acknowledged: readonly Acknowledged[],
  columns: ReadonlyMap<string, ArrayBuffer>,
): Promise<string[]> => {
  const more: string[] = []
  let heard = false
  for (const [book, page] of Object.entries(answer.books)) {
    const after = asked[book]
    if (after === undefined) continue
    const taken = await takePage(run, enrolment, {
      epoch: answer.epoch,
      book,
      after,
      page,
      acknowledged,
      columns: columns.get(book) ?? null,
    })
    if (taken === 'bad') attempt.badBooks.add(book)
    if (taken === 'begun-afresh' || ((taken === 'kept' || taken === 'no-room') && page.more)) more.push(book)
    heard ||= taken === 'kept' && page.entries.length === 0
  }
  // When a book was last asked about changes with each answer; it is told once for all of them.
  if (heard) announce('pulled')
  return more
}

type Sealed = SealedPage & { columns: ArrayBuffer | null }

/** `no-room`: the answer had none left for this book, and says so by an empty page. */
type Taken = 'kept' | 'bad' | 'begun-afresh' | 'no-room'

const takePage = async (run: Run, enrolment: Enrolment, sealed: Sealed): Promise<Taken> => {
  const { database, device, signal } = run
  const { epoch, book, after, page } = sealed
  if (page.more && page.entries.length === 0 && page.cursor === after) return 'no-room'
  if (await keptUnproven(run, enrolment, sealed)) return 'kept'
  const proof = await proveBook(run, enrolment.receiptKey, book)
  if (proof !== 'right') return proof
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

/** Below this a page's seal costs next to nothing. */
const manyEntries = 500

/**
 * [L17] Many entries at once, all of them in the page as it came: they are shown first. The endpoint signed the answer that
 * they came in; the page's own seal, for whoever it is given on to one day, is asked for when it is quiet.
 */
const keptUnproven = async (
  { database, device, signal }: Run,
  { device: own }: Enrolment,
  { epoch, book, after, page, acknowledged, columns }: Sealed,
): Promise<boolean> => {
  const { from, cursor, entries, title, seal, digest } = page
  if (columns === null || entries.length < manyEntries || from !== after + 1) return false
  if (cursor !== after + entries.length || entries.some((one, at) => one.seq !== from + at || one.book !== book))
    return false
  if (acknowledged.some((one) => one.entry.book === book) || (await database.fresh.get(book)) !== undefined)
    return false
  const stamped = entries as StampedEntry[]
  signal.throwIfAborted()
  await stampsHeard(database, own, stamped)
  const kept = { book, from, to: cursor, epoch, seal, title, unproven: digest, entries: stamped, columns }
  await applyUnproven(database, kept, device.nowMs())
  return true
}
