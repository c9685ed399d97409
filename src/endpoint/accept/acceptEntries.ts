import { randomUUID } from 'node:crypto'
import { storable } from '../../domain/book/canonicalJson.ts'
import type { EntryVoided, FoundationReviewed } from '../../domain/entries/communeBodies.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { isClockReading, stampOf } from '../../domain/time/hybridClock.ts'
import type { Ack, HeldCode } from '../../wire/messages/sync.ts'
import { appendEntry } from '../books/appendEntry.ts'
import type { Db } from '../books/tables.ts'
import type { Speaker } from '../devices/speaker.ts'
import { countIn, readUpTo } from './counters.ts'
import { type Judgement, judgeEntry, judgeReviewer, judgeVoider, type ReadEntry, readEntry } from './judgeEntry.ts'

export type Accepted = { acks: Ack[]; upTo: number }

type Readable = Extract<ReadEntry, { is: 'readable' }>

/**
 * Takes in what a device hands in, each entry judged alone, in the caller's transaction; only its commit makes the
 * acks true [I3]. A known device is never refused: the worst answer is `held` [I7].
 */
export const acceptEntries = async (
  tx: Db,
  speaker: Speaker,
  entries: readonly unknown[],
  arrivedMs: number,
): Promise<Accepted> => {
  const acks: Ack[] = []
  const counters: number[] = []
  for (const raw of entries) {
    const read = readEntry(raw)
    const ack = read.is === 'readable' ? await acceptOne(tx, speaker, read, arrivedMs) : refusedAck(read)
    acks.push(ack)
    const n = (raw as { n?: unknown } | null)?.n
    // Another's entry doesn't move this device's counter.
    if (ack.code !== 'not-yours' && typeof n === 'number' && Number.isSafeInteger(n) && n >= 1) counters.push(n)
  }
  await countIn(tx, speaker.id, counters)
  return { acks, upTo: await readUpTo(tx, speaker.id) }
}

const refusedAck = (read: Exclude<ReadEntry, Readable>): Ack =>
  read.is === 'too-large'
    ? { id: read.id, hash: read.hash, status: 'refused', code: 'too-large' }
    : { id: null, hash: null, status: 'refused', code: 'unreadable' }

const acceptOne = async (tx: Db, speaker: Speaker, read: Readable, arrivedMs: number): Promise<Ack> => {
  const { id, hash, raw } = read
  const mine = raw.device === speaker.id && raw.person === speaker.person.id
  // CASE 1: here already. The same hash gets the same answer [I5, L13]; another hash under that id is held.
  if (mine) {
    const before = await tx
      .selectFrom('entries')
      .select(['hash', 'seq', 'stamp'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (before?.hash === hash) return { id, hash, status: 'duplicate', seq: before.seq, stamp: before.stamp }
    if (before !== undefined) return hold(tx, speaker, read, 'id-reused', '', arrivedMs)
  }
  // CASE 2: held before, and nobody settled it otherwise: the same answer again.
  const kept = await tx
    .selectFrom('held')
    .select(['code', 'detail', 'outcome'])
    .where('device', '=', speaker.id)
    .where('entry', '=', keepable(id))
    .where('hash', '=', hash)
    .executeTakeFirst()
  if (kept?.outcome === 'admitted') {
    const row = await tx
      .selectFrom('entries')
      .select(['seq', 'stamp'])
      .where('hash', '=', hash)
      .where('id', '=', id)
      .executeTakeFirst()
    if (row !== undefined) return { id, hash, status: 'duplicate', seq: row.seq, stamp: row.stamp }
  }
  if (kept !== undefined) return { id, hash, status: 'held', code: kept.code, detail: kept.detail }
  // CASE 3: what the entry itself says.
  const judged = judgeEntry(raw, speaker, (book) => book === speaker.district)
  if (judged.is === 'held') return hold(tx, speaker, read, judged.code, judged.detail, arrivedMs)
  const { entry } = judged
  // CASE 4: a cloned phone counts what the first one counted.
  if (await isForked(tx, entry)) return hold(tx, speaker, read, 'forked', '', arrivedMs)
  // CASE 5: nobody reviews their own check, or takes back money that is not theirs to record.
  const role = await judgeByOther(tx, speaker, entry)
  if (role?.is === 'held') return hold(tx, speaker, read, role.code, role.detail, arrivedMs)
  // CASE 6: accepted.
  const stamp = await stampFor(tx, entry, raw.stamp, arrivedMs)
  const { seq } = await appendEntry(tx, { entry: withoutStamp(entry), text: read.text, hash, stamp, arrivedMs })
  return { id, hash, status: 'accepted', seq, stamp }
}

const hold = async (
  tx: Db,
  speaker: Speaker,
  { id, hash, text, raw }: Readable,
  code: HeldCode,
  detail: string,
  arrivedMs: number,
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
  return { id, hash, status: 'held', code, detail }
}

/** An id with U+0000 or half a letter in it is held as any other, written so that every database keeps it. */
const keepable = (id: string): string => (storable(id) ? id : JSON.stringify(id))

const isForked = async (tx: Db, { id, device, n }: Entry): Promise<boolean> => {
  const taken = await tx
    .selectFrom('entries')
    .select('id')
    .where('device', '=', device)
    .where('n', '=', n)
    .executeTakeFirst()
  if (taken !== undefined && taken.id !== id) return true
  const kept = await tx
    .selectFrom('held')
    .select('entry')
    .where('device', '=', device)
    .where('n', '=', n)
    .where('code', '!=', 'not-yours')
    .executeTakeFirst()
  return kept !== undefined && kept.entry !== id
}

/** What must be judged by the entry that this one is about, where that is here already. */
const judgeByOther = async (tx: Db, { role }: Speaker, entry: Entry): Promise<Judgement | null> => {
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
