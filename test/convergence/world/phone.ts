import { createHash } from 'node:crypto'
import type { Device } from '../../../src/app/device/device.ts'
import { enrolDevice } from '../../../src/app/enrol/enrolDevice.ts'
import { openStore } from '../../../src/app/store/openStore.ts'
import { type NewEntry, saveEntries } from '../../../src/app/store/saveEntries.ts'
import type { Store } from '../../../src/app/store/store.ts'
import type { Enrolment, OwnEntry, StoredPage } from '../../../src/app/store/tables.ts'
import type { SyncOutcome } from '../../../src/app/sync/run.ts'
import { syncOnce } from '../../../src/app/sync/syncOnce.ts'
import { signedRequest } from '../../../src/app/transport/signedRequest.ts'
import { canonicalJson } from '../../../src/domain/book/canonicalJson.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import type { Chance } from '../../bench/chance.ts'
import { Died, Disk, type Fate, Handle } from './memoryTables.ts'
import type { Due, Writing } from './writings.ts'

/** An entry that somebody saved: as it was then, to the byte. */
export type Saved = { id: string; text: string; entry: Entry; due: Due; phone: Phone }

export type PhoneFate = { steps: number; how: Fate }

type Clock = { nowMs: number }
type Fetch = (phone: Phone, path: string, init: RequestInit) => Promise<Response>

/** A phone: what lies on its disk, and the app that runs on it until it dies. */
export class Phone {
  readonly name: string
  disk = new Disk()
  /** This phone's clock against the endpoint's, in ms. */
  skewMs = 0
  offline = false
  clone = false
  /** In the river: nobody hears of it again. */
  gone = false
  /** Counted down at every durable step. */
  fate: PhoneFate | null = null
  readonly saved = new Map<string, Saved>()
  /** The folded books in memory, of phones whose screens are open. */
  store: Store | null = null
  readonly screens: boolean
  private handle: Handle
  private readonly clock: Clock
  private readonly chance: Chance
  private readonly through: Fetch

  constructor(name: string, clock: Clock, chance: Chance, through: Fetch, screens: boolean) {
    this.name = name
    this.clock = clock
    this.chance = chance
    this.through = through
    this.screens = screens
    this.handle = this.opened()
  }

  get device(): Device {
    return {
      nowMs: () => this.clock.nowMs + this.skewMs,
      chance: () => this.chance.below(1_000_000) / 1_000_000,
      uuid4: () => uuid(this.chance, '4', this.chance.below(2 ** 31) * 64),
      uuid7: () => uuid(this.chance, '7', this.clock.nowMs + this.skewMs),
      nonce: () => Buffer.from(randomBytes(this.chance, 16)).toString('base64url'),
      sha256: async (data) => createHash('sha256').update(data).digest('hex'),
      fetch: (path, init) => this.through(this, path, init),
    }
  }

  get database() {
    return this.handle.asDatabase()
  }

  get enrolment(): Enrolment | null {
    return (this.disk.value('meta', 'enrolment') as Enrolment | undefined) ?? null
  }

  /** Ordered to be wiped, and empty since: it says so itself, though it may have died with the last step of it. */
  get wiped(): boolean {
    return this.disk.value('meta', 'wiped') !== undefined
  }

  get own(): OwnEntry[] {
    return this.disk.rows<OwnEntry>('own')
  }

  get pages(): StoredPage[] {
    return this.disk.rows<StoredPage>('pages')
  }

  enrol = async (code: string): Promise<boolean> =>
    (await this.alive(() => enrolDevice(this.database, this.device, code, this.name)))?.ok === true

  /** Saves one or more entries in one go. False where this phone died on it or had no room: nobody was told "saved". */
  save = async (writings: readonly Writing[]): Promise<boolean> => {
    const last = this.own.at(-1)?.n ?? 0
    const news = writings.map(({ book, kind, subject, body, more }) => ({ book, kind, subject, body, ...more }))
    const done = await this.alive(() => saveEntries(this.database, this.device, news as NewEntry[], null))
    this.keepSaved(writings, last)
    return done !== null
  }

  /** What lies on the disk now counts, whether or not the app lived to say "saved". */
  private keepSaved(writings: readonly Writing[], last: number): void {
    for (const [at, row] of this.own.filter(({ n }) => n > last).entries()) {
      const { due = 'accepted', newer } = writings[at] ?? {}
      // A newer app writes newer versions; this build writes 1.
      const entry = newer === true ? { ...row.entry, v: 2 } : row.entry
      if (newer === true) this.disk.tables.get('own')?.put({ ...row, entry }, undefined, false)
      this.saved.set(row.id, { id: row.id, text: textOfEntry(entry), entry, due, phone: this })
    }
  }

  /** One hand-in, as a page or the worker does it; null where the phone died or had no room. */
  sync = async (signal: AbortSignal = new AbortController().signal): Promise<SyncOutcome | null> =>
    this.alive(() =>
      syncOnce({
        database: this.database,
        device: this.device,
        signal,
        timeoutMs: 60_000,
        full: false,
        alone: true,
        progress: () => undefined,
      }),
    )

  /** Another's entry, in this phone's name. */
  handInAnothers = async (entry: Entry): Promise<void> => {
    const { enrolment } = this
    if (enrolment === null) return
    const body = Buffer.from(JSON.stringify({ protocol: 1, epoch: null, push: [entry] }))
    const clockOffsetMs = -this.skewMs
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'POST', path: '/api/sync', body, headers, timeoutMs: 60_000, clockOffsetMs } as const
    await signedRequest(this.device, enrolment, request)
  }

  /** A phone with the same storage, the same keys and the same number of the next entry. */
  twin(name: string): Phone {
    const twin = new Phone(name, this.clock, this.chance, this.through, false)
    twin.disk = this.disk.copy()
    twin.handle = twin.opened()
    for (const [id, one] of this.saved) twin.saved.set(id, one)
    return twin
  }

  /** The app is opened again over what is on the disk. */
  startAgain = async (): Promise<void> => {
    this.store?.close()
    this.handle.dead = true
    this.handle = this.opened()
    if (this.screens) this.store = await openStore(new Handle(this.disk).asDatabase(), this.device)
  }

  private opened(): Handle {
    const handle = new Handle(this.disk)
    handle.fate = () => {
      if (this.fate === null || this.fate.steps-- > 0) return null
      const { how } = this.fate
      this.fate = null
      return how
    }
    return handle
  }

  private async alive<Result>(act: () => Promise<Result>): Promise<Result | null> {
    const due = this.fate
    try {
      return await act()
    } catch (error) {
      const { name } = error as Error
      if (error instanceof Died) {
        await this.startAgain()
        return null
      }
      // What was done to it on purpose, and what the app was told to give up.
      if (name === 'GivenUp' || (due !== null && faults.has(name))) return null
      throw error
    } finally {
      this.fate = null
    }
  }
}

const faults: ReadonlySet<string> = new Set(['AbortError', 'DatabaseClosedError', 'QuotaExceededError'])

export const textOfEntry = (entry: Entry): string => canonicalJson(entry)

const randomBytes = (chance: Chance, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => chance.below(256))

/** A UUID of that version whose first 12 digits are `first` (ms since 1970 for version 7). */
export const uuid = (chance: Chance, version: '4' | '7', first: number): string => {
  const time = Math.max(0, first).toString(16).padStart(12, '0').slice(-12)
  const rest = Buffer.from(randomBytes(chance, 10)).toString('hex')
  const variant = '89ab'[chance.below(4)]
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${rest.slice(0, 3)}-${variant}${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}
