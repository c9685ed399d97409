import type { FastifyInstance, FastifyRequest } from 'fastify'
import { columnsType } from '../../wire/columns/columnBody.ts'
import { type SyncAnswer, type SyncRequest, syncLimits, syncRequest } from '../../wire/messages/sync.ts'
import { receiptText, wipeText } from '../../wire/signing/texts.ts'
import { type Accepted, acceptRead } from '../accept/acceptEntries.ts'
import { readUpTo } from '../accept/counters.ts'
import { type ReadEntry, readEntry } from '../accept/judgeEntry.ts'
import { takeBack } from '../accept/takeBack.ts'
import { keptPages } from '../books/keptPages.ts'
import { readMeta } from '../books/openBooks.ts'
import { headsOf, readPage } from '../books/readPages.ts'
import { saidOnce } from '../books/saidOnce.ts'
import { certificateFor } from '../devices/certificate.ts'
import { readSettled, seenSettled } from '../devices/settled.ts'
import type { Speaker } from '../devices/speaker.ts'
import type { Doors } from './doors.ts'
import { inTurns } from './inTurns.ts'
import { type Most, readJson } from './packedJson.ts'
import { parsed } from './parsed.ts'
import { Refused } from './refuse.ts'
import { speakerToCommit, type UseUp } from './signedRequests.ts'
import { type AnswerOfTexts, syncAnswerText } from './syncAnswerText.ts'
import { answerInColumns, checkPushed, isInColumns, readSyncColumns, wantsColumns } from './syncInColumns.ts'

const protocol = 1

/** One round trip: hands in what is new on the phone and brings what is new here. */
export const syncRoute = (app: FastifyInstance, doors: Doors): void => {
  const turns = inTurns(mostAtOnce)
  const pages = keptPages<Uint8Array>(mostPageBytes, ({ length }) => length)
  app.post('/api/sync', { bodyLimit: syncLimits.backPackedBytes }, (request, reply) =>
    turns(async () => {
      const { answer, push } = await answerSync(request, doors)
      const inColumns = wantsColumns(request)
      reply.type(inColumns ? columnsType : 'application/json; charset=utf-8')
      if (inColumns) return answerInColumns(answer, push, pages)
      // As bytes once: it is hashed, packed and sent.
      return Buffer.from(syncAnswerText(answer))
    }),
  )
}

/** A district's books in columns and some more. */
const mostPageBytes = 16 * 1024 * 1024

const answerSync = async (
  request: FastifyRequest,
  doors: Doors,
): Promise<{ answer: AnswerOfTexts; push: readonly ReadEntry[] }> => {
  const { speaker, useUp } = await speakerToCommit(request, doors)
  const { asked, push } = await readAsked(request, speaker, doors, useUp)
  const handedIn = await handIn(doors, speaker, push, asked.settledSeen ?? [], useUp)
  // From here on what was pushed is durable, whatever becomes of the pull.
  const receipted = await receiptFor(doors, request, speaker, handedIn)
  await refusePull(doors, request, speaker, asked, receipted)
  return { answer: { ...receipted, ...(await answerPull(doors, speaker, asked, handedIn)) }, push }
}

/** The message in its shape, its entries read; one that is refused has used its nonce up as well. */
const readAsked = async (
  request: FastifyRequest,
  speaker: Speaker,
  { books }: Doors,
  useUp: UseUp,
): Promise<{ asked: SyncRequest; push: ReadEntry[] }> => {
  try {
    const said = isInColumns(request)
      ? await readSyncColumns(request, books.db, speaker)
      : readJson(request, largeSync, mostOf)
    const asked = parsed(syncRequest, said)
    atMost(asked.push?.length ?? 0, syncLimits.entries, 'entries')
    atMost(asked.back?.length ?? 0, 1, 'page given back')
    atMost(asked.back?.[0]?.entries.length ?? 0, syncLimits.pageEntries, 'entries of a page')
    const push = (asked.push ?? []).map(readEntry)
    checkPushed(asked.check, push)
    return { asked, push }
  } catch (refused) {
    await books.together(useUp)
    throw refused
  }
}

/** As many as share a commit. */
const mostAtOnce = 64

const largeSync: Most = { packed: syncLimits.backPackedBytes, unpacked: syncLimits.backUnpackedBytes }
const usualSync: Most = { packed: syncLimits.packedBytes, unpacked: syncLimits.unpackedBytes }

/** Only a body that gives a sealed page back may be large. */
const mostOf = (value: unknown): Most => {
  const back = (value as { back?: unknown } | null)?.back
  return Array.isArray(back) && back.length > 0 ? largeSync : usualSync
}

const atMost = (count: number, max: number, what: string): void => {
  if (count > max) throw new Refused(413, 'too-large', `At most ${max} ${what} at a time.`, { max })
}

type Receipted = Accepted & { receipt: string }

const handIn = (
  { books, now }: Doors,
  speaker: Speaker,
  push: readonly ReadEntry[],
  settledSeen: readonly string[],
  useUp: UseUp,
): Promise<Accepted> =>
  books.together(async (tx) => {
    await useUp(tx)
    await seenSettled(tx, speaker.id, settledSeen)
    await setLastSeen(tx, now(), speaker.id)
    return push.length === 0 ? { acks: [], upTo: await readUpTo(tx, speaker.id) } : acceptRead(tx, speaker, push, now())
  })

const setLastSeen = saidOnce((db, nowMs: number, device: string) =>
  db.updateTable('devices').set({ lastSeen: nowMs }).where('id', '=', device),
)

const receiptFor = async (
  { keys }: Doors,
  request: FastifyRequest,
  speaker: Speaker,
  { acks, upTo }: Accepted,
): Promise<Receipted> => {
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  const nonce = request.authorization?.nonce ?? ''
  const receipt = await keys.sign(receiptText({ device: speaker.id, epoch: keys.epoch, nonce, acks: lines, upTo }))
  return { acks, upTo, receipt }
}

/** The pull's refusals; each carries the receipt, for the push before it stands. */
const refusePull = async (
  doors: Doors,
  request: FastifyRequest,
  speaker: Speaker,
  asked: SyncRequest,
  receipted: Receipted,
): Promise<void> => {
  const { keys, books } = doors
  // CASE 1: a revoked device: what it pushed is in quarantine; the order to wipe goes along.
  if (speaker.revoked) {
    const order = wipeText({
      device: speaker.id,
      epoch: keys.epoch,
      nonce: request.authorization?.nonce ?? '',
      wipe: true,
    })
    throw new Refused(403, 'revoked', 'This device’s rights were taken back.', {
      epoch: keys.epoch,
      ...receipted,
      wipe: speaker.wipe ? await keys.sign(order) : null,
    })
  }
  if (asked.pull === undefined) return
  // CASE 2: a protocol that this endpoint doesn't speak: a push alone never needs an upgrade [I9].
  if (asked.protocol !== protocol) {
    throw new Refused(426, 'protocol', 'This app speaks another version of the protocol.', {
      supported: [protocol],
      epoch: keys.epoch,
      ...receipted,
    })
  }
  // CASE 3: another epoch, or a cursor beyond the head: the endpoint was restored from a backup.
  const heads = await headsOf(books.db)
  const readable = new Set(speaker.books.map(({ id }) => id))
  const beyond = Object.entries(asked.pull).some(([book, seq]) => readable.has(book) && seq > (heads.get(book) ?? 0))
  const otherEpoch = asked.epoch !== undefined && asked.epoch !== null && asked.epoch !== keys.epoch
  if (otherEpoch || beyond) {
    throw new Refused(409, 'other-epoch', 'The endpoint was restored; begin the books afresh.', {
      epoch: keys.epoch,
      ...receipted,
    })
  }
}

const answerPull = async (
  doors: Doors,
  speaker: Speaker,
  asked: SyncRequest,
  { acks }: Accepted,
): Promise<Omit<AnswerOfTexts, keyof Receipted>> => {
  const { keys, books, now } = doors
  const backs: SyncAnswer['backs'] = []
  for (const page of asked.back ?? [])
    backs.push(await books.db.transaction().execute((tx) => takeBack(tx, keys, speaker, page, now())))
  const readable = speaker.confirmed ? speaker.books : []
  const wanted = Object.entries(asked.pull ?? {})
  const acked = new Set(
    acks.flatMap(({ id, status }) => (id !== null && (status === 'accepted' || status === 'duplicate') ? [id] : [])),
  )
  const pages = await readPages(doors, readable, wanted, Math.min(asked.limit ?? 2000, syncLimits.pageEntries), acked)
  const confirmed = speaker.confirmed
  return {
    protocol,
    epoch: keys.epoch,
    time: new Date(now()).toISOString(),
    settled: await readSettled(books.db, speaker.id),
    backedUp: await readMeta(books.db, 'backedUp'),
    books: pages,
    backs,
    ...(speaker.changed && confirmed ? { certificate: await certificateFor(books.db, keys, speaker) } : {}),
    ...(confirmed ? {} : { waiting: true as const }),
    scope: [...readable],
    gone: confirmed ? wanted.map(([book]) => book).filter((book) => !readable.some(({ id }) => id === book)) : [],
  }
}

/** Pages of the books asked for, in the order of `scope`, together at most `limit` entries. */
const readPages = async (
  { books, keys }: Doors,
  readable: Speaker['books'],
  wanted: readonly (readonly [string, number])[],
  limit: number,
  acked: ReadonlySet<string>,
): Promise<AnswerOfTexts['books']> => {
  const pages: AnswerOfTexts['books'] = {}
  if (wanted.length === 0) return pages
  const after = new Map(wanted)
  const heads = await headsOf(books.db)
  let left = limit
  for (const { id, title } of readable) {
    const seq = after.get(id)
    if (seq === undefined) continue
    // A book for which no room is left says so by `more`, with an empty page.
    const head = heads.get(id) ?? 0
    const page = await readPage(books.db, keys, { book: id, title, after: seq, limit: left, head, acked })
    left -= page.cursor - seq
    pages[id] = { ...page, more: page.cursor < head }
  }
  return pages
}
