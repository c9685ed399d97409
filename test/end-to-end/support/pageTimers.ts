import type { BrowserContext, Page } from 'playwright'

type Kept = { maiAmTimers: Map<number, string> }

/** From the next page on, every timer that its scripts begin is known until it has run or was taken back. */
export const keepTimers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const timers = new Map<number, string>()
    Object.assign(window, { maiAmTimers: timers })
    const real = { setTimeout: window.setTimeout, setInterval: window.setInterval }
    const said = (name: string, ms: number | undefined) => `${name} ${ms ?? 0} ms ${new Error('begun').stack}`
    const setTimeoutKept = (ring: (...words: unknown[]) => void, ms?: number, ...words: unknown[]): number => {
      const id = real.setTimeout.call(
        window,
        () => {
          timers.delete(id)
          ring(...words)
        },
        ms,
      )
      timers.set(id, said('once after', ms))
      return id
    }
    const setIntervalKept = (ring: (...words: unknown[]) => void, ms?: number, ...words: unknown[]): number => {
      const id = real.setInterval.call(window, () => ring(...words), ms)
      timers.set(id, said('every', ms))
      return id
    }
    const forget = (clear: (id?: number) => void) => (id?: number) => {
      timers.delete(id ?? 0)
      clear.call(window, id)
    }
    Object.assign(window, {
      setTimeout: setTimeoutKept,
      setInterval: setIntervalKept,
      clearTimeout: forget(window.clearTimeout),
      clearInterval: forget(window.clearInterval),
    })
  })

/** Those that would run if nothing else happened. */
export const timersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as Kept).maiAmTimers.values()])
