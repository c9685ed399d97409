import { entryHash } from '../../domain/book/entryHash.ts'
import { errorAnswer } from '../../wire/messages/errors.ts'
import { type Ack, refusedPull, type SyncAnswer, syncAnswer, syncLimits } from '../../wire/messages/sync.ts'
import { receiptText } from '../../wire/signing/texts.ts'
import type { Device } from '../device/device.ts'
import { applyPage, forgetBooks, restartBooks } from '../store/applyPage.ts'
import { ownWaiting, setDeliveries, waitAgain } from '../store/deliveries.ts'
import { type Database, type Enrolment, type OwnEntry, readEnrolment, writeEnrolment } from '../store/tables.ts'
import { gzip } from '../transport/gzip.ts'
import { type Answer, signedRequest } from '../transport/signedRequest.ts'
import { endpointSigned } from '../transport/verify.ts'
import { firstBatchBytes, grown, halved, nextBatch } from './batch.ts'
import { deliveriesOf } from './deliveriesOf.ts'
import { enrolAgain } from './enrolAgain.ts'

/** How a hand-in ended. `stopped` names what a person or the office must do first. */
export type SyncOutcome =
  | { at: 'done'; ms: number; waitingForConfirmation: boolean }
  | { at: 'no-signal' }
  | { at: 'stopped'; why: 'not-enrolled' | 'revoked' | 'unknown-device' | 'protocol' | 'refused' }

export type Progress = (left: { waiting: number }) => void

const timeoutMs = 60_000
const pageLimit = 2000
/** More rounds than any phone's books need: a server that says `more` for ever must not hold it. */
const mostRounds = 500

/** Hands in what waits and brings what is new, page by page, until both sides have nothing more to say. */
export const syncOnce = async (
  database: Database,
  device: Device,
  progress: Progress = () => undefined,
): Promise<SyncOutcome> => {
  let batchBytes = ((await database.meta.get('batchBytes')) as number | undefined) ?? firstBatchBytes
  for (let round = 0; round < mostRounds; round += 1) {
    const enrolment = await readEnrolment(database)
    if (enrolment === null) return { at: 'stopped', why: 'not-enrolled' }
    const waiting = await ownWaiting(database, syncLimits.entries)
    progress({ waiting: waiting.length })
    const batch = nextBatch(waiting, batchBytes)
    const hashes = new Map(
      await Promise.all(batch.map(async ({ id, entry }) => [id, await entryHash(entry, device.sha256)] as const)),
    )
    const answer = await ask(database, device, enrolment, batch)
    if (answer.at === 'no-signal') {
      if (answer.why === 'time-out') await database.meta.put(halved(batchBytes), 'batchBytes')
      return { at: 'no-signal' }
    }
    const taken = await takeAnswer(database, device, enrolment, answer, hashes)
    if (taken.at !== 'more') return taken
    batchBytes = grown(batchBytes)
    await database.meta.put(batchBytes, 'batchBytes')
  }
  return { at: 'no-signal' }
}

const ask = async (
  database: Database,
  device: Device,
  enrolment: Enrolment,
  batch: readonly OwnEntry[],
): Promise<Answer> => {
  const cursors = new Map((await database.cursors.toArray()).map(({ book, seq }) => [book, seq]))
  const settledSeen = ((await database.meta.get('settledSeen')) as string[] | undefined) ?? []
  const body = await gzip(
    JSON.stringify({
      protocol: 1,
      build: 'web-1',
      epoch: enrolment.epoch,
      push: batch.map(({ entry, delivery }) =>
        delivery.at === 'waiting' && delivery.stamp !== undefined ? { ...entry, stamp: delivery.stamp } : entry,
      ),
      settledSeen,
      pull: Object.fromEntries(enrolment.books.map(({ id }) => [id, cursors.get(id) ?? 0])),
      limit: pageLimit,
    }),
  )
  const clockOffsetMs = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  return signedRequest(device, enrolment, {
    method: 'POST',
    path: '/api/sync',
    body,
    headers,
    timeoutMs,
    clockOffsetMs,
  })
}

type Taken = { at: 'more' } | SyncOutcome

const takeAnswer = async (
  database: Database,
  device: Device,
  enrolment: Enrolment,
  answer: Extract<Answer, { at: 'answer' }>,
  hashes: ReadonlyMap<string, string>,
): Promise<Taken> => {
  const full = answer.status === 200 ? syncAnswer.safeParse(answer.json) : null
  if (full?.success) {
    if (!(await receiptIsRight(enrolment, full.data.epoch, answer.nonce, full.data))) return { at: 'no-signal' }
    const deliveries = deliveriesOf(full.data.acks, hashes, device.nowMs())
    // An endpoint that acknowledges none of what it was sent would be asked for ever.
    if (hashes.size > 0 && deliveries.size === 0) return { at: 'no-signal' }
    await setDeliveries(database, deliveries)
    return takePull(database, device, enrolment, full.data)
  }
  const refused = refusedPull.safeParse(answer.json)
  if (refused.success) return takeRefusal(database, device, enrolment, answer.nonce, refused.data, hashes)
  const error = errorAnswer.safeParse(answer.json)
  const code = error.success ? error.data.error : ''
  if (code === 'clock') return correctClock(database, device, answer.json)
  if (code === 'unknown-device') {
    // An endpoint restored from an older backup: the certificate says who this phone is, and it may hand in at once.
    const known = await enrolAgain(database, device, enrolment)
    return known ? { at: 'more' } : { at: 'stopped', why: 'unknown-device' }
  }
  return answer.status >= 500 || answer.status === 429 ? { at: 'no-signal' } : { at: 'stopped', why: 'refused' }
}

const receiptIsRight = (
  enrolment: Enrolment,
  epoch: string,
  nonce: string,
  { acks, upTo, receipt }: { acks: readonly Ack[]; upTo: number; receipt: string },
): Promise<boolean> => {
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  return endpointSigned(
    enrolment.receiptKey,
    receiptText({ device: enrolment.device, epoch, nonce, acks: lines, upTo }),
    receipt,
  )
}

const takePull = async (
  database: Database,
  device: Device,
  enrolment: Enrolment,
  answer: SyncAnswer,
): Promise<Taken> => {
  const nowMs = device.nowMs()
  await database.meta.put(Date.parse(answer.time) - nowMs, 'clockOffsetMs')
  await database.meta.put(answer.backedUp, 'backedUp')
  await settle(database, answer.settled)
  const waiting = answer.waiting === true
  if (!waiting) {
    await writeEnrolment(database, {
      ...enrolment,
      epoch: answer.epoch,
      books: answer.scope,
      ...(answer.certificate ? { certificate: answer.certificate, role: answer.certificate.role } : {}),
    })
    await forgetBooks(database, answer.gone)
  }
  let more = false
  for (const [book, page] of Object.entries(answer.books)) {
    const kept = { book, from: page.from, to: page.cursor, epoch: answer.epoch, seal: page.seal, entries: page.entries }
    await applyPage(database, { ...kept, title: page.title, digest: page.digest }, nowMs)
    more ||= page.more
  }
  const left = await database.own.where('state').equals('waiting').count()
  if (more || left > 0 || (!waiting && newBooks(enrolment, answer))) return { at: 'more' }
  await database.meta.put(nowMs, 'lastSyncMs')
  return { at: 'done', ms: nowMs, waitingForConfirmation: waiting }
}

const newBooks = (before: Enrolment, answer: SyncAnswer): boolean =>
  answer.scope.some(({ id }) => !before.books.some((book) => book.id === id))

/** What became of held entries: an admitted one comes back in its book, a dismissed one keeps its reason. */
const settle = async (database: Database, settled: SyncAnswer['settled']): Promise<void> => {
  await database.transaction('rw', database.own, database.meta, async () => {
    for (const { id, outcome, reason } of settled) {
      const row = await database.own.where('id').equals(id).first()
      if (row === undefined) continue
      // An admitted one is asked for once more: the answer is `duplicate`, with its seq and a receipt.
      const delivery =
        outcome === 'admitted'
          ? ({ at: 'waiting' } as const)
          : ({ at: 'held', code: 'dismissed', detail: reason } as const)
      await database.own.put({ ...row, state: delivery.at, delivery })
    }
    await database.meta.put(
      settled.map(({ id }) => id),
      'settledSeen',
    )
  })
}

const takeRefusal = async (
  database: Database,
  device: Device,
  enrolment: Enrolment,
  nonce: string,
  refused: ReturnType<typeof refusedPull.parse>,
  hashes: ReadonlyMap<string, string>,
): Promise<Taken> => {
  const epoch = refused.epoch ?? enrolment.epoch
  if (!(await receiptIsRight(enrolment, epoch, nonce, refused))) return { at: 'no-signal' }
  await setDeliveries(database, deliveriesOf(refused.acks, hashes, device.nowMs()))
  if (refused.error === 'other-epoch') {
    // The endpoint was restored: begin the books afresh and hand in everything once more; the same hash is no second record.
    await writeEnrolment(database, { ...enrolment, epoch })
    await restartBooks(database)
    await waitAgain(database)
    return { at: 'more' }
  }
  return { at: 'stopped', why: refused.error === 'revoked' ? 'revoked' : 'protocol' }
}

/** The endpoint said what time it is: believe it for signing, and ask once more. */
const correctClock = async (database: Database, device: Device, json: unknown): Promise<Taken> => {
  const time = Date.parse(String((json as { time?: unknown }).time))
  const before = ((await database.meta.get('clockOffsetMs')) as number | undefined) ?? 0
  const offset = time - device.nowMs()
  if (Number.isNaN(time) || Math.abs(offset - before) < 60_000) return { at: 'stopped', why: 'refused' }
  await database.meta.put(offset, 'clockOffsetMs')
  return { at: 'more' }
}
