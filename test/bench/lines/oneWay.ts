/** A thin line, as 2G at a hillside: bits a second each way, and ms until a word has gone there and back. */
export type Thin = { bitsPerSecond: number; roundTripMs: number }

export const hillside: Thin = { bitsPerSecond: 50_000, roundTripMs: 500 }

/** One direction of a thin line, which all connections share: bytes leave one after another and arrive in that order. */
export class OneWay {
  private freeMs = 0
  private readonly underWay: { atMs: number; arrive: () => void }[] = []
  private waiting = false
  private readonly thin: Thin

  constructor(thin: Thin) {
    this.thin = thin
  }

  send(bytes: number, arrive: () => void): void {
    this.freeMs = Math.max(performance.now(), this.freeMs) + (bytes * 8000) / this.thin.bitsPerSecond
    this.underWay.push({ atMs: this.freeMs + this.thin.roundTripMs / 2, arrive })
    this.next()
  }

  private next(): void {
    const [first] = this.underWay
    if (first === undefined || this.waiting) return
    this.waiting = true
    setTimeout(
      () => {
        this.waiting = false
        while ((this.underWay[0]?.atMs ?? Number.POSITIVE_INFINITY) <= performance.now())
          this.underWay.shift()?.arrive()
        this.next()
      },
      Math.max(0, first.atMs - performance.now()),
    )
  }
}
