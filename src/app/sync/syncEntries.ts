import { entryHash } from '../../domain/book/entryHash.ts'
import { syncLimits } from '../../wire/messages/sync.ts'
import { announce } from '../store/changes.ts'
import { countWaiting, ownWaiting } from '../store/deliveries.ts'
import { readEnrolment } from '../store/tables.ts'
import { askSync } from './askSync.ts'
import { type Attempt, beginAttempt, keepAttempt } from './attempt.ts'
import { chooseBatch } from './batch.ts'
import { bringLists } from './bringLists.ts'
import { isInColumns } from './columnsOf.ts'
import { listsBeside } from './listsBeside.ts'
import { afterPush, afterTimeOut } from './narrowBatch.ts'
import { proveBook } from './provePages.ts'
import { pullFrom } from './pullFrom.ts'
import type { Run, SyncOutcome } from './run.ts'
import { swapFresh } from './swapFresh.ts'
import { takeAnswer } from './takeAnswer.ts'
import type { Step } from './takeError.ts'

/** More rounds than any phone's books need: an endpoint that says `more` for ever must not hold it. */
const mostRounds = 1000

/** Hands in own entries and pulls books, round by round, until both sides have nothing more to say. */
export const syncEntries = async (run: Run): Promise<SyncOutcome> => {
  const attempt = await beginAttempt(run.database, run.pageLimit)
  const begun = new Set((await run.database.cursors.toArray()).flatMap(({ book, seq }) => (seq > 0 ? [book] : [])))
  const first = await firstOfAll(run, attempt)
  let listsToAsk = first === null && !run.full
  let step = first ?? (await nextRound(run, attempt))
  for (let round = 0; round < mostRounds; round += 1) {
    if (step.at === 'more') {
      if (listsToAsk) await bringListsOf(run, begun)
      listsToAsk = false
    } else if (step.at !== 'nothing-more') return step
    else if (await provenAll(run, attempt)) return ended(run, attempt, step.waitingForConfirmation)
    step = await nextRound(run, attempt)
  }
  return { at: 'no-signal', why: 'stuck' }
}

/**
 * [R-ahead-03] A phone that has never heard of a book asks for the district's alone, and beside it for the lists of the
 * others. Null where it isn't one.
 */
const firstOfAll = async (run: Run, attempt: Attempt): Promise<Step | null> => {
  const enrolment = await readEnrolment(run.database)
  const [district, ...communes] = enrolment?.books ?? []
  if (enrolment === null || district === undefined || communes.length === 0 || run.full) return null
  if ((await run.database.cursors.count()) > 0) return null
  const books = communes.map(({ id }) => id)
  const lists = run.alone ? null : listsBeside(run, enrolment, books)
  try {
    let step: Step = { at: 'more' }
    for (let round = 0; step.at === 'more' && round < mostRounds; round += 1) {
      attempt.behind = [district.id]
      step = await nextRound(run, attempt)
    }
    if (step.at !== 'nothing-more' || step.waitingForConfirmation) return step
    // A clock that was wrong is right now, by the endpoint's word.
    if ((await lists?.show()) !== true) await bringLists(run, enrolment, books)
    return { at: 'more' }
  } finally {
    lists?.giveUp()
  }
}

/** Of communes that this hand-in began with, without a page of theirs. */
const bringListsOf = async (run: Run, begun: ReadonlySet<string>): Promise<void> => {
  const enrolment = await readEnrolment(run.database)
  const books = (enrolment?.books ?? []).slice(1).flatMap(({ id }) => (begun.has(id) ? [] : [id]))
  if (enrolment !== null && books.length > 0) await bringLists(run, enrolment, books)
}

/** What it has learnt is kept after each. */
const nextRound = async (run: Run, attempt: Attempt): Promise<Step> => {
  const step = await oneRound(run, attempt)
  await keepAttempt(run.database, attempt)
  attempt.behind = step.at === 'more' ? (step.books ?? null) : null
  return step
}

const oneRound = async (run: Run, attempt: Attempt): Promise<Step> => {
  const { database, device } = run
  const enrolment = await readEnrolment(database)
  if (enrolment === null) return { at: 'stopped', why: 'not-enrolled' }
  const waiting = await countWaiting(database)
  run.progress({ lane: 'entries', waiting })
  const { batchBytes: bytes, most, suspects, skip } = attempt
  const batch = chooseBatch(await ownWaiting(database, syncLimits.entries), { bytes, most, suspects, skip })
  const hashes = new Map(
    await Promise.all(batch.map(async ({ id, entry }) => [id, await entryHash(entry, device.sha256)] as const)),
  )
  const [cursors, fresh] = [await database.cursors.toArray(), await database.fresh.toArray()]
  // What is pushed comes back with its books' pages, so all of them are asked about; else those that had more to say.
  const { behind } = attempt
  const books =
    behind === null || batch.length > 0 ? enrolment.books : enrolment.books.filter(({ id }) => behind.includes(id))
  const pull = pullFrom(books, cursors, fresh, attempt.badBooks, device.nowMs())
  const limit = attempt.pageLimit
  const answer = await askSync(run, enrolment, {
    push: batch,
    hashes,
    columns: attempt.columns,
    limit,
    ...(attempt.pushOnly || run.full ? {} : { pull }),
  })
  if (answer.at === 'no-signal') {
    const again = answer.why === 'time-out' ? afterTimeOut(attempt, batch) : null
    return again ?? { at: 'no-signal', why: answer.why }
  }
  if (answer.status === 200) attempt.columns = isInColumns(answer)
  const step = await takeAnswer(run, attempt, enrolment, { batch, hashes, pull }, answer)
  if (answer.status === 200) afterPush(attempt, batch)
  if (step.at !== 'nothing-more') return step
  return moreAfter(run, attempt, step)
}

/** The books have nothing more to say: whatever else is left to push goes, then fresh copies take their place. */
const moreAfter = async (run: Run, attempt: Attempt, step: Step): Promise<Step> => {
  const { database } = run
  if ((await countWaiting(database)) > attempt.skip.size) return { at: 'more' }
  if (attempt.pushOnly) return { at: 'stopped', why: 'protocol' }
  if (run.full) return { at: 'no-signal', why: 'phone-full' }
  const enrolment = await readEnrolment(database)
  if (enrolment === null || (step.at === 'nothing-more' && step.waitingForConfirmation)) return step
  const swapped = await swapFresh(run, enrolment, attempt.columns)
  if (swapped === 'done') return step
  return swapped === 'more' ? { at: 'more' } : { at: 'no-signal', why: swapped.why }
}

/** False where a book has to be pulled once more. */
const provenAll = async (run: Run, attempt: Attempt): Promise<boolean> => {
  const enrolment = await readEnrolment(run.database)
  if (enrolment === null) return true
  let again = false
  let news = false
  for (const { book, proven } of await run.database.cursors.toArray()) {
    if (proven === undefined) continue
    run.progress({ lane: 'entries', waiting: await countWaiting(run.database) })
    const proof = await proveBook(run, enrolment.receiptKey, book)
    if (proof === 'bad') attempt.badBooks.add(book)
    again ||= proof === 'begun-afresh'
    news ||= proof === 'right'
  }
  // Where the books stand now is what the lists kept from here on are held against.
  if (news) announce('pulled')
  return !again
}

const ended = async (run: Run, attempt: Attempt, waitingForConfirmation: boolean): Promise<SyncOutcome> => {
  if (attempt.badBooks.size > 0) return { at: 'no-signal', why: 'page' }
  if (attempt.skip.size > 0) return { at: 'no-signal', why: 'set-apart' }
  const ms = run.device.nowMs()
  await run.database.meta.put(ms, 'lastSyncMs')
  return { at: 'done', ms, waitingForConfirmation }
}
