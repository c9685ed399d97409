type Waiting = { act: () => Promise<void>; signal: AbortSignal }

/** Who waits for a tile of the net. */
export type TileLine = {
  /** `act` runs in its turn, or never, where `signal` gave it up before. It must not throw. */
  join(act: () => Promise<void>, signal: AbortSignal): void
  /** To be called when `asks` may have changed its mind. */
  goOn(): void
}

/** At most so many tiles are asked for at once, and none while `asks` says no: on a thin line records come first. */
export const tileLine = (most: number, asks: () => boolean): TileLine => {
  const line: Waiting[] = []
  let running = 0
  const goOn = () => {
    while (running < most && line.length > 0 && asks()) {
      const { act, signal } = line.shift() as Waiting
      if (signal.aborted) continue
      running += 1
      void act().finally(() => {
        running -= 1
        goOn()
      })
    }
  }
  return {
    join: (act, signal) => {
      line.push({ act, signal })
      goOn()
    },
    goOn,
  }
}
