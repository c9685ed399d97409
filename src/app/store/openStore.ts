import { type BookState, emptyBookState, foldEntries } from '../../domain/book/bookState.ts'
import type { FoldedEntry, StampedEntry } from '../../domain/entries/entry.ts'
import { type DistrictState, emptyDistrictState, foldDistrict } from '../../domain/people/districtState.ts'
import type { Device } from '../device/device.ts'
import { onChange } from './changes.ts'
import { type BookCursor, type Database, type Enrolment, type OwnEntry, readEnrolment } from './tables.ts'

/** The folded books in memory, and who looks at them. */
export type Store = {
  readonly database: Database
  readonly device: Device
  readonly enrolment: Enrolment | null
  readonly books: ReadonlyMap<string, BookState>
  readonly district: DistrictState
  readonly own: readonly OwnEntry[]
  readonly cursors: readonly BookCursor[]
  /** Grows with every change of anything above. */
  readonly version: number
  subscribe(tell: () => void): () => void
  /** Resolves when what was announced so far has been read. */
  settled(): Promise<void>
  close(): void
}

/** Opens the phone's memory: reads pages and own entries, folds them, and follows what is stored from then on. */
export const openStore = async (database: Database, device: Device): Promise<Store> => {
  const memory = new Memory(database, device)
  await memory.read()
  const stop = onChange(() => memory.readSoon())
  memory.onClose = stop
  return memory
}

class Memory implements Store {
  readonly database: Database
  readonly device: Device
  enrolment: Enrolment | null = null
  books = new Map<string, BookState>()
  district: DistrictState = emptyDistrictState('')
  own: readonly OwnEntry[] = []
  cursors: readonly BookCursor[] = []
  version = 0
  onClose: () => void = () => undefined
  private readonly listeners = new Set<() => void>()
  private reading: Promise<void> = Promise.resolve()
  /** The last seq folded of each book. */
  private readonly folded = new Map<string, number>()
  /** Which pages they were folded from: a book that was swapped for a fresh copy is folded anew. */
  private readonly generations = new Map<string, number>()

  constructor(database: Database, device: Device) {
    this.database = database
    this.device = device
  }

  subscribe(tell: () => void): () => void {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  settled(): Promise<void> {
    return this.reading
  }

  readSoon(): void {
    this.reading = this.reading.then(() => this.read())
  }

  close(): void {
    this.onClose()
    this.database.close()
  }

  async read(): Promise<void> {
    this.enrolment = await readEnrolment(this.database)
    this.own = await this.database.own.orderBy('n').toArray()
    this.cursors = await this.database.cursors.toArray()
    this.forgetGone()
    // Own entries first: one that a page also holds is then replaced by the page's, with its seq and stamp.
    for (const { entry, delivery } of this.own) this.fold(entry.book, [folded(entry, delivery)])
    for (const { book, seq } of this.cursors) await this.readPages(book, seq)
    this.version += 1
    for (const tell of [...this.listeners]) tell()
  }

  private async readPages(book: string, seq: number): Promise<void> {
    const done = this.folded.get(book) ?? 0
    if (done === seq) return
    const pages = await this.database.pages
      .where('[book+from]')
      .between([book, done + 1], [book, seq], true, true)
      .toArray()
    for (const page of pages) this.fold(book, JSON.parse(page.entries) as StampedEntry[])
    this.folded.set(book, seq)
    this.generations.set(book, this.cursors.find((cursor) => cursor.book === book)?.generation ?? 0)
  }

  private fold(book: string, entries: readonly FoldedEntry[]): void {
    if (book === this.districtId()) {
      if (this.district.book !== book) this.district = emptyDistrictState(book)
      foldDistrict(this.district, entries)
      return
    }
    const state = this.books.get(book) ?? emptyBookState(book)
    this.books.set(book, state)
    foldEntries(state, entries)
  }

  /** The district's book comes first in every enrolment. */
  private districtId(): string {
    return this.enrolment?.books[0]?.id ?? ''
  }

  /** A book begun afresh or out of reach is folded anew. */
  private forgetGone(): void {
    const held = new Map(this.cursors.map((cursor) => [cursor.book, cursor]))
    for (const [book, seq] of this.folded) {
      const cursor = held.get(book)
      const generation = cursor?.generation ?? 0
      const same = generation === (this.generations.get(book) ?? generation)
      if (same && (cursor?.seq ?? 0) >= seq) continue
      this.books.delete(book)
      if (book === this.district.book) this.district = emptyDistrictState(book)
      this.folded.delete(book)
    }
  }
}

const folded = (entry: OwnEntry['entry'], delivery: OwnEntry['delivery']): FoldedEntry =>
  delivery.at === 'handed-in'
    ? { ...entry, seq: delivery.seq, stamp: delivery.stamp }
    : // [I6] What is handed in again keeps the stamp it once got, here too.
      { ...entry, seq: null, stamp: (delivery.at === 'waiting' ? delivery.stamp : undefined) ?? entry.at }
