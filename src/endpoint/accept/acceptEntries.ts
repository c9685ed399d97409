import { randomUUID } from 'node:crypto'
import type { EntryVoided, FoundationReviewed } from '../../domain/entries/communeBodies.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { isClockReading, stampOf } from '../../domain/time/hybridClock.ts'
import type { Ack, HeldCode } from '../../wire/messages/sync.ts'
import { type BookWriter, bookWriter } from '../books/bookWriter.ts'
import type { Db } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { countIn } from './counters.ts'
import { type Judgement, judgeEntry, judgeReviewer, judgeVoider, type ReadEntry, readEntry } from './judgeEntry.ts'
import { type Known, keepable, knownBefore } from './knownBefore.ts'

export type Accepted = { acks: Ack[]; upTo: number }

type Readable = Extract<ReadEntry, { is: 'readable' }>
/** What one push is taken in with. */
type Push = { tx: Db; speaker: Speaker; known: Known; writer: BookWriter; arrivedMs: number }

/**
 * Takes in what a device hands in, each entry judged alone, in the caller's transaction; only its commit makes the
 * acks true [I3]. A known device is never refused: the worst answer is `held` [I7].
 */
export const acceptEntries = (
  tx: Db,
  speaker: Speaker,
  entries: readonly unknown[],
  arrivedMs: number,
): Promise<Accepted> => acceptRead(tx, speaker, entries.map(readEntry), arrivedMs)

/** The same of entries that were read before the transaction began. */
export const acceptRead = async (
  tx: Db,
  speaker: Speaker,
  reads: readonly ReadEntry[],
  arrivedMs: number,
): Promise<Accepted> => {
  const acks: Ack[] = []
  const counters: number[] = []
  const known = await knownBefore(tx, speaker.id, reads.filter(isReadable))
  const push: Push = { tx, speaker, known, writer: bookWriter(tx), arrivedMs }
  for (const read of reads) {
    const ack = isReadable(read) ? await acceptOne(push, read) : refusedAck(read)
    acks.push(ack)
    const { n, device } = (read.raw ?? {}) as { n?: unknown; device?: unknown }
    // Another's entry doesn't move this device's counter, one that nobody could read neither.
    const own = ack.code !== 'not-yours' && device === speaker.id
    if (own && typeof n === 'number' && Number.isSafeInteger(n) && n >= 1) counters.push(n)
  }
  await push.writer.written()
  return { acks, upTo: await countIn(tx, speaker.id, counters) }
}

const isReadable = (read: ReadEntry): read is Readable => read.is === 'readable'

const refusedAck = (read: Exclude<ReadEntry, Readable>): Ack =>
  read.is === 'too-large'
    ? { id: read.id, hash: read.hash, status: 'refused', code: 'too-large' }
    : { id: null, hash: null, status: 'refused', code: 'unreadable' }

const acceptOne = async (push: Push, read: Readable): Promise<Ack> => {
  const { tx, speaker, known, writer, arrivedMs } = push
  const { id, hash, raw } = read
  const mine = raw.device === speaker.id && raw.person === speaker.person.id
  // CASE 1: here already. The same hash gets the same answer [I5, L13]; another hash under that id is held.
  if (mine) {
    const before = known.taken(id)
    if (before?.hash === hash) return { id, hash, status: 'duplicate', seq: before.seq, stamp: before.stamp }
    if (before !== undefined) return hold(push, read, 'id-reused', '')
  }
  // CASE 2: held before, and nobody settled it otherwise: the same answer again.
  const kept = known.kept(id, hash)
  if (kept?.outcome === 'admitted') {
    const row = known.taken(id)
    if (row?.hash === hash) return { id, hash, status: 'duplicate', seq: row.seq, stamp: row.stamp }
  }
  if (kept !== undefined) return { id, hash, status: 'held', code: kept.code, detail: kept.detail }
  // CASE 3: what the entry itself says.
  const judged = judgeEntry(read, speaker, (book) => book === speaker.district)
  if (judged.is === 'held') return hold(push, read, judged.code, judged.detail)
  const { entry } = judged
  // CASE 4: a cloned phone counts what the first one counted.
  if (known.isForked(id, entry.n)) return hold(push, read, 'forked', '')
  // CASE 5: nobody reviews their own check, or takes back money that is not theirs to record.
  const role = await judgeByOther(push, entry)
  if (role?.is === 'held') return hold(push, read, role.code, role.detail)
  // CASE 6: accepted.
  const stamp = await stampFor(tx, entry, raw.stamp, arrivedMs)
  const { seq } = await writer.append({ entry: withoutStamp(entry), text: read.text, hash, stamp, arrivedMs })
  known.noteTaken(id, entry.n, { hash, seq, stamp })
  return { id, hash, status: 'accepted', seq, stamp }
}

const hold = async (
  { tx, speaker, known, arrivedMs }: Push,
  { id, hash, text, raw }: Readable,
  code: HeldCode,
  detail: string,
): Promise<Ack> => {
  const n = Number.isSafeInteger(raw.n) ? (raw.n as number) : null
  const row = {
    id: randomUUID(),
    entry: keepable(id),
    hash,
    device: speaker.id,
    person: speaker.person.id,
    n,
    code,
    detail,
    raw: text,
    arrived: arrivedMs,
  }
  await tx
    .insertInto('held')
    .values({ ...row, outcome: null, reason: null, told: 0 })
    .execute()
  known.noteKept(id, hash, n, { code, detail, outcome: null })
  return { id, hash, status: 'held', code, detail }
}

/** What must be judged by the entry that this one is about, where that is here already. */
const judgeByOther = async ({ tx, speaker: { role }, writer }: Push, entry: Entry): Promise<Judgement | null> => {
  // It may be about one that came before it in this very push.
  if (entry.kind === 'foundation.reviewed' || entry.kind === 'entry.voided') await writer.written()
  if (entry.kind === 'foundation.reviewed')
    return judgeReviewer(entry.person, await readOther(tx, entry, (entry.body as FoundationReviewed).check))
  if (entry.kind === 'entry.voided')
    return judgeVoider(role, await readOther(tx, entry, (entry.body as EntryVoided).entry))
  return null
}

const readOther = async (tx: Db, { book }: Entry, id: string): Promise<Entry | undefined> => {
  const row = await tx
    .selectFrom('entries')
    .select('text')
    .where('id', '=', id)
    .where('book', '=', book)
    .executeTakeFirst()
  return row === undefined ? undefined : (JSON.parse(row.text) as Entry)
}

/** Clamped stamps of a device rise; an entry handed in again keeps at most the stamp it once got. */
export const stampFor = async (tx: Db, entry: Entry, given: unknown, arrivedMs: number): Promise<string> => {
  const { stamp, clamped } = stampOf(entry.at, arrivedMs, await lastClampedOf(tx, entry, arrivedMs))
  const once =
    typeof given === 'string' && isClockReading(given) && given.slice(18) === entry.at.slice(18) ? given : null
  if (once !== null && once < stamp) return once
  if (clamped) await tx.updateTable('devices').set({ lastClamped: stamp }).where('id', '=', entry.device).execute()
  return stamp
}

/** Asked for only where a clock stands too far ahead: nearly never. */
const lastClampedOf = async (tx: Db, { at, device }: Entry, arrivedMs: number): Promise<string | null> => {
  if (!stampOf(at, arrivedMs, null).clamped) return null
  const row = await tx.selectFrom('devices').select('lastClamped').where('id', '=', device).executeTakeFirst()
  return row?.lastClamped ?? null
}

const withoutStamp = (entry: Entry): Entry => {
  const { seq: _seq, stamp: _stamp, ...own } = entry as Entry & { seq?: number; stamp?: string }
  return own
}
