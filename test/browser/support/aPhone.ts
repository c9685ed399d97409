import { browserDevice } from '../../../src/app/device/browserDevice.ts'
import type { Device } from '../../../src/app/device/device.ts'
import { enrolDevice } from '../../../src/app/enrol/enrolDevice.ts'
import { entriesOf } from '../../../src/app/store/entriesOf.ts'
import { saveEntries } from '../../../src/app/store/saveEntries.ts'
import { type Database, openDatabase } from '../../../src/app/store/tables.ts'
import type { Known, SyncOutcome } from '../../../src/app/sync/run.ts'
import { syncOnce } from '../../../src/app/sync/syncOnce.ts'
import { watchedRun } from '../../../src/app/sync/watchedRun.ts'
import { digestMark, digestText, emptyDigest, withMark } from '../../../src/domain/book/digest.ts'
import { entryHash } from '../../../src/domain/book/entryHash.ts'
import type { Entry, StampedEntry } from '../../../src/domain/entries/entry.ts'
import type { Role } from '../../../src/domain/entries/mayWrite.ts'
import { type BrowserWorld, kengDu } from './world.ts'

/** A real phone but for its screens: real database, real keys, the real hand-in over the world's wire. */
export type TestPhone = {
  database: Database
  device: Device & { aheadMs: number }
  id: string
  /** Records a note; its text names it. */
  note(text: string, book?: string): Promise<Entry>
  sync(patience?: { stuckMs?: number; timeoutMs?: number; known?: Known; pageLimit?: number }): Promise<SyncOutcome>
  /** Where its own entries stand, by text. */
  standing(): Promise<{ [text: string]: string }>
  /** What it holds of a book, in order of seq: texts. */
  texts(book?: string): Promise<string[]>
  /** The digest of what lies in its pages, computed from the pages themselves. */
  digest(book?: string): Promise<string>
}

export const aPhone = async (
  world: BrowserWorld,
  { name = 'Lan', role = 'recorder', books = [kengDu] }: { name?: string; role?: Role; books?: string[] } = {},
): Promise<TestPhone> => {
  const database = openDatabase(`phone-${crypto.randomUUID()}`)
  const device = {
    ...browserDevice,
    aheadMs: 0,
    nowMs: () => Date.now() + device.aheadMs,
    fetch: (path: string, init: RequestInit) => fetch(world.wireUrl + path, init),
  }
  const enrolled = await enrolDevice(database, device, await world.invite(role, books, name), `máy của ${name}`)
  if (!enrolled.ok) throw new Error(enrolled.why)
  const held = async (book: string): Promise<StampedEntry[]> => {
    const pages = await database.pages.where('book').equals(book).sortBy('from')
    return (await Promise.all(pages.map(entriesOf))).flat()
  }
  return {
    database,
    device,
    id: enrolled.enrolment.device,
    note: async (text, book = kengDu) => {
      const one = { book, kind: 'note.added' as const, subject: device.uuid7(), body: { text } }
      const [entry] = await saveEntries(database, device, [one], null)
      if (entry === undefined) throw new Error('nothing was saved')
      return entry
    },
    sync: (patience = {}) =>
      watchedRun(syncOnce, database, device, () => undefined, { stuckMs: 20_000, timeoutMs: 10_000, ...patience }),
    standing: async () =>
      Object.fromEntries(
        (await database.own.orderBy('n').toArray()).map(({ entry, delivery }) => [
          (entry.body as { text: string }).text,
          delivery.at === 'held' || delivery.at === 'refused' ? `${delivery.at}: ${delivery.code}` : delivery.at,
        ]),
      ),
    texts: async (book = kengDu) => (await held(book)).map(({ body }) => (body as { text: string }).text),
    digest: async (book = kengDu) => {
      let digest = emptyDigest
      for (const entry of await held(book)) {
        const { seq: _seq, stamp, ...own } = entry
        digest = withMark(digest, await digestMark(await entryHash(own, device.sha256), stamp, device.sha256))
      }
      return digestText(digest)
    },
  }
}
