import { type BookState, emptyBookState, entryIn, foldBehind, foldEntries } from '../../domain/book/bookState.ts'
import type { FoldedEntry } from '../../domain/entries/entry.ts'
import { forgetRows } from '../../domain/lists/householdRows.ts'
import { type DistrictState, emptyDistrictState, foldDistrict } from '../../domain/people/districtState.ts'
import { type ClockMark, type ClockState, judgeClock } from '../../domain/time/judgeClock.ts'
import type { Device } from '../device/device.ts'
import { beginAhead } from './beginAhead.ts'
import { beginWithKept } from './beginWithKept.ts'
import { changedDeliveries } from './changedDeliveries.ts'
import { type Change, type JustSaved, onChange } from './changes.ts'
import { communesOf } from './communesOf.ts'
import { eachPage } from './eachPage.ts'
import { foldedOwn } from './foldedOwn.ts'
import { goneBooks } from './goneBooks.ts'
import { takeJustListed } from './justListed.ts'
import type { GivenList, KeptList } from './listRows.ts'
import { wholeLists } from './listSum.ts'
import { listsInTurn } from './listsInTurn.ts'
import { OpeningSaid } from './openingSaid.ts'
import { reopening } from './reopening.ts'
import type { Store } from './store.ts'
import type { BookCursor, Database, Enrolment, OwnEntry } from './tables.ts'
import { whoWorksHere } from './whoWorksHere.ts'

/**
 * Opens the phone's memory: reads pages and own entries, folds them, and follows what is stored from then on. `early`
 * gets it as soon as it is known who works with this phone, while the books are still being read [L17].
 */
export const openStore = async (
  database: Database,
  device: Device,
  early: (store: Store) => void = () => undefined,
): Promise<Store> => {
  const memory = new Memory(database, device)
  await memory.open(() => early(memory))
  return memory
}

class Memory implements Store {
  readonly database: Database
  readonly device: Device
  enrolment: Enrolment | null = null
  /** The folded books; `books` are those that may be shown. */
  private all = new Map<string, BookState>()
  district: DistrictState = emptyDistrictState('')
  own: readonly OwnEntry[] = []
  cursors: readonly BookCursor[] = []
  private mark: ClockMark | null = null
  version = 0
  private readonly said: OpeningSaid
  private readonly listeners = new Set<() => void>()
  private reading: Promise<void> = Promise.resolve()
  /** What was announced and not yet read. */
  private readonly news = new Set<Change>()
  /** The last seq folded of each book. */
  private readonly folded = new Map<string, number>()
  /** Which pages they were folded from: a book that was swapped for a fresh copy is folded anew. */
  private readonly generations = new Map<string, number>()
  /** Up to which seq a book's rows were kept, while its pages are read behind them. */
  private readonly known = new Map<string, number>()
  readonly ahead = new Map<string, number>()
  private stop: () => void = () => undefined

  constructor(database: Database, device: Device) {
    this.database = database
    this.device = device
    this.said = new OpeningSaid(device, () => this.tell())
  }

  get books(): Store['books'] {
    return this.said.shown(this.all)
  }

  get opening(): Store['opening'] {
    return this.said.now
  }

  async open(early: () => void): Promise<void> {
    this.stop = onChange((change, saved) => this.hear(change, saved))
    this.reading = this.readFirst(early)
    await this.reading
  }

  subscribe(tell: () => void): () => void {
    this.listeners.add(tell)
    return () => this.listeners.delete(tell)
  }

  clock(): ClockState {
    return judgeClock(this.device.nowMs(), this.mark, this.device.builtMs)
  }

  settled(): Promise<void> {
    return this.reading
  }

  close(): void {
    this.stop()
    this.database.close()
  }

  private async readFirst(early: () => void): Promise<void> {
    await reopening(this.database, async () => {
      await this.readWho()
      await this.readOwn()
    })
    const all = this.cursors.reduce((sum, { seq }) => sum + seq, 0)
    const communes = communesOf(this.enrolment, this.cursors)
    this.said.begin(all, communes)
    early()
    await reopening(this.database, async () => {
      await this.readBooks((book) => book === this.districtId())
      for await (const list of listsInTurn(this.database, communes)) this.beginWith(list)
      await this.readBooks()
    })
    this.known.clear()
    this.said.end()
  }

  private beginWith(list: KeptList): void {
    const { all: books, known, ahead, cursors, own, district } = this
    this.beginAhead([list])
    const stands = ahead.has(list.book) || beginWithKept(list, { books, known, cursors, own, district })
    const state = books.get(list.book)
    if (stands && state !== undefined) this.said.stands(list.book, state)
  }

  private beginAhead(lists: readonly GivenList[]): void {
    const { all: books, ahead, cursors, own, district } = this
    beginAhead(lists, { books, ahead, readable: this.enrolment?.books ?? [], cursors, own, district })
  }

  private hear(change: Change, saved: JustSaved | undefined): void {
    if (saved !== undefined && saved.database === this.database.name && this.takeSaved(saved.rows)) return
    this.news.add(change)
    this.reading = this.reading.then(() => this.readNews())
  }

  /** Reads what was announced and nothing more: a save costs its own entries, not the phone's. */
  private async readNews(): Promise<void> {
    const news = new Set(this.news)
    this.news.clear()
    // Announced twice, read once.
    if (news.size === 0) return
    try {
      // [L10] Each step reads on from where memory stands, so doing it again is safe.
      if (await reopening(this.database, () => this.take(news))) this.tell()
    } catch (error) {
      // What was stored is safe; it is read with the next news.
      for (const one of news) this.news.add(one)
      console.error(error)
    }
  }

  private async take(news: ReadonlySet<Change>): Promise<boolean> {
    const enrolled = news.has('enrolled') || news.has('wiped')
    const books = enrolled || news.has('pulled')
    if (enrolled) this.forgetAll()
    if (books || news.has('clock')) await this.readWho()
    const own = (enrolled || news.has('saved')) && (await this.readOwn())
    if (news.has('listed')) this.beginAhead(takeJustListed(this.database.name) ?? (await wholeLists(this.database)))
    const deliveries = news.has('delivered') && (await this.readDeliveries())
    if (books) await this.readBooks()
    return books || own || deliveries || news.has('clock') || news.has('listed')
  }

  /**
   * What this thread just saved is known without reading it back, where it comes right behind what memory holds. Who
   * looks on is told in a task of its own: the screen that is left by saving need not be drawn once more.
   */
  private takeSaved(rows: readonly OwnEntry[]): boolean {
    if (this.opening !== null || rows[0]?.n !== (this.own.at(-1)?.n ?? 0) + 1) return false
    this.own = [...this.own, ...rows]
    this.foldOwn(rows)
    this.version += 1
    setTimeout(() => this.tellAll())
    return true
  }

  /** Another enrolment, or a wipe: nothing in memory is taken on trust. */
  private forgetAll(): void {
    this.own = []
    this.all = new Map()
    this.district = emptyDistrictState('')
    this.folded.clear()
    this.ahead.clear()
  }

  private tell(): void {
    this.version += 1
    this.tellAll()
  }

  private tellAll(): void {
    for (const tell of [...this.listeners]) tell()
  }

  private async readWho(): Promise<void> {
    const { enrolment, cursors, mark } = await whoWorksHere(this.database)
    this.enrolment = enrolment
    this.cursors = cursors
    this.mark = mark
  }

  /** Own entries are written with rising numbers and never go: only those beyond the last one are new. */
  private async readOwn(): Promise<boolean> {
    const last = () => this.own.at(-1)?.n ?? 0
    const read = await this.database.own.where('n').above(last()).sortBy('n')
    // What was saved meanwhile is here already.
    const rows = read.filter(({ n }) => n > last())
    if (rows.length === 0) return false
    this.own = [...this.own, ...rows]
    this.foldOwn(rows)
    return true
  }

  private async readDeliveries(): Promise<boolean> {
    const changed = await changedDeliveries(this.database, () => this.own)
    if (changed.length === 0) return false
    const now = new Map(changed.map((row) => [row.n, row]))
    const before = this.own
    this.own = before.map((row) => now.get(row.n) ?? row)
    this.foldOwn(before.flatMap(({ n }) => now.get(n) ?? []))
    return true
  }

  private async readBooks(which = (_: string) => true): Promise<void> {
    this.forgetGone()
    for (const { book, seq } of this.cursors) if (which(book)) await this.readPages(book, seq)
  }

  private async readPages(book: string, seq: number): Promise<void> {
    const done = this.folded.get(book) ?? 0
    if (done === seq) return
    await eachPage(this.database, book, done + 1, seq, ({ from, to }, entries) => {
      this.fold(book, entries)
      this.said.read(to - from + 1)
    })
    this.folded.set(book, seq)
    this.caughtUp(book, seq)
    this.generations.set(book, this.cursors.find((cursor) => cursor.book === book)?.generation ?? 0)
  }

  /** All is here that a list was made of which came ahead: from now on the rows are made of that. */
  private caughtUp(book: string, seq: number): void {
    const state = this.all.get(book)
    if (state === undefined) return
    if (seq >= (this.ahead.get(book) ?? Number.POSITIVE_INFINITY)) {
      this.ahead.delete(book)
      forgetRows(state)
    }
    if (this.opening?.lists) this.said.stands(book, state)
  }

  /** What lies in a page stands by its number there, whatever this phone says of it [I5]. */
  private foldOwn(rows: readonly OwnEntry[]): void {
    for (const own of rows.map(foldedOwn)) if (own.seq !== null || !this.isInPages(own)) this.fold(own.book, [own])
  }

  private isInPages({ book, id }: FoldedEntry): boolean {
    const held = book === this.districtId() ? this.district.entries.get(id) : entryIn(this.all.get(book), id)
    return held !== undefined && held.seq !== null && held.seq <= (this.folded.get(book) ?? 0)
  }

  private fold(book: string, entries: readonly FoldedEntry[]): void {
    if (book === this.districtId()) {
      if (this.district.book !== book) this.district = emptyDistrictState(book)
      foldDistrict(this.district, entries)
      return
    }
    const state = this.all.get(book) ?? emptyBookState(book)
    this.all.set(book, state)
    const upTo = Math.max(this.known.get(book) ?? 0, this.ahead.get(book) ?? 0)
    if (upTo > 0) foldBehind(state, entries, upTo)
    else foldEntries(state, entries)
  }

  /** The district's book comes first in every enrolment. */
  private districtId(): string {
    return this.enrolment?.books[0]?.id ?? ''
  }

  /** A book begun afresh or out of reach is folded anew. */
  private forgetGone(): void {
    const { cursors, folded, generations, ahead, enrolment } = this
    const gone = goneBooks({ cursors, folded, generations, ahead, readable: enrolment?.books ?? [] })
    for (const book of gone) this.forgetBook(book)
  }

  private forgetBook(book: string): void {
    this.all.delete(book)
    if (book === this.district.book) this.district = emptyDistrictState(book)
    this.folded.delete(book)
    this.ahead.delete(book)
    // What this device wrote stays [I4].
    this.foldOwn(this.own.filter(({ entry }) => entry.book === book))
  }
}
