import type { Entry } from '../../domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../domain/entries/kinds.ts'
import { tick } from '../../domain/time/hybridClock.ts'
import type { ClockMark } from '../../domain/time/judgeClock.ts'
import type { Device } from '../device/device.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import { withReserve } from './reserve.ts'
import { type Database, type OwnEntry, readEnrolment, type Writer } from './tables.ts'

export type NewEntry<K extends KnownKind = KnownKind> = { book: string; kind: K; subject: string; body: BodyOf<K> }

/**
 * Writes entries with their counters and clock in one strict transaction, and takes the draft they come from away in
 * the same one, with the staged photos that they name: either all of it happened or nothing [I1]. The counter is read
 * inside, so two tabs never share one.
 */
export const saveEntries = async (
  database: Database,
  device: Device,
  entries: readonly NewEntry[],
  draft: string | null,
  photos: readonly string[] = [],
): Promise<Entry[]> => {
  const tables = [database.meta, database.own, database.drafts, ...(photos.length === 0 ? [] : [database.photos])]
  const write = () =>
    database.transaction('rw', tables, async () => {
      // One question and one answer to the disk's thread each: what stands between the tap and "saved" is their number.
      const [kept, counted, marked, read] = await database.meta.bulkGet(['writer', 'counter', 'clockMark', 'clock'])
      const writer = (kept as Writer | undefined) ?? (await writerOf(database))
      let n = (counted as number | undefined) ?? 0
      const mark = marked as ClockMark | undefined
      // A clock far ahead by a person's word makes no reading that far ahead; one behind never runs the readings back.
      const aheadMs = mark?.by === 'person' ? Math.max(0, -mark.offsetMs) : 0
      let clock = (read as string | undefined) ?? null
      const own = entries.map((one): OwnEntry => {
        n += 1
        clock = tick(clock, device.nowMs() - aheadMs, writer.device)
        const id = device.uuid7()
        const entry: Entry = { ...one, id, v: 1, at: clock, device: writer.device, person: writer.person, n }
        return { n, id, state: 'waiting', delivery: { at: 'waiting' }, entry }
      })
      await Promise.all([
        database.own.bulkAdd(own),
        database.meta.bulkPut([n, clock], ['counter', 'clock']),
        draft === null ? null : database.drafts.delete(draft),
        photos.length === 0
          ? null
          : database.photos
              .where('photo')
              .anyOf([...photos])
              .modify({ state: 'waiting', draft: '' }),
      ])
      return own
    })
  const rows = await withReserve(database, () => reopening(database, write))
  announce('saved', { database: database.name, rows })
  if (photos.length > 0) announce('photos')
  return rows.map(({ entry }) => entry)
}

/** Of a phone that was enrolled before its writer was kept alone. */
const writerOf = async (database: Database): Promise<Writer> => {
  const enrolment = await readEnrolment(database)
  if (enrolment === null) throw new Error('entries are saved by an enrolled phone only')
  return { device: enrolment.device, person: enrolment.person.id }
}
