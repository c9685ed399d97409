import type { BookState } from '../../domain/book/bookState.ts'
import type { Device } from '../device/device.ts'
import type { Store } from './store.ts'

/** Who looks at a list already isn't drawn anew at every page, nor at every commune. */
const tellEveryMs = 1000

/** How far the opening of a phone's memory has come, what of it may be shown, and when that is told. */
export class OpeningSaid {
  now: Store['opening'] = null
  private toldMs = 0
  private communes: readonly string[] = []
  /** Books whose rows are what they would be made of all that is held. */
  private readonly standing = new Map<string, BookState>()
  private readonly device: Device
  private readonly tell: () => void

  constructor(device: Device, tell: () => void) {
    this.device = device
    this.tell = tell
  }

  begin(of: number, communes: readonly string[]): void {
    this.now = of === 0 ? null : { read: 0, of, lists: null }
    this.communes = communes
    this.standing.clear()
  }

  /** [R-open-02] A book that is older than what is held, or half read, is shown to nobody who looks at lists already. */
  shown(all: ReadonlyMap<string, BookState>): ReadonlyMap<string, BookState> {
    return this.now === null || this.now.lists === null ? all : this.standing
  }

  end(): void {
    this.now = null
    this.tell()
  }

  read(entries: number): void {
    if (this.now === null) return
    this.now = { ...this.now, read: this.now.read + entries }
    if (this.now.lists === null) this.tell()
    else this.tellNowAndThen()
  }

  /** [R-open-01] The rows of a book stand: lists are shown as soon as those of the first commune do. */
  stands(book: string, state: BookState): void {
    if (this.now === null) return
    this.standing.set(book, state)
    if (!this.standing.has(this.communes[0] ?? '')) return
    const lists = { stand: this.standing.size, of: this.communes.length }
    const isNews = this.now.lists === null || lists.stand === lists.of
    this.now = { ...this.now, lists }
    if (isNews) this.tellNow()
    else this.tellNowAndThen()
  }

  private tellNowAndThen(): void {
    if (Math.abs(this.device.nowMs() - this.toldMs) >= tellEveryMs) this.tellNow()
  }

  private tellNow(): void {
    this.toldMs = this.device.nowMs()
    this.tell()
  }
}
