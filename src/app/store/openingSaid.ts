import type { Device } from '../device/device.ts'
import type { Store } from './store.ts'

/** Who looks at a list already isn't drawn anew at every page, nor at every commune. */
const tellEveryMs = 1000

/** How far the opening of a phone's memory has come, and when that is told. */
export class OpeningSaid {
  now: Store['opening'] = null
  private toldMs = 0
  private readonly device: Device
  private readonly tell: () => void

  constructor(device: Device, tell: () => void) {
    this.device = device
    this.tell = tell
  }

  begin(of: number): void {
    this.now = of === 0 ? null : { read: 0, of, lists: null }
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

  listed(lists: { stand: number; of: number }): void {
    if (this.now === null) return
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
