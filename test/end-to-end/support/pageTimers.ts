import type { BrowserContext, Page } from 'playwright'

type Begin = (ring: () => void, ms?: number, ...words: unknown[]) => number
type Clear = (id?: number) => void
type Timers = { setTimeout: Begin; setInterval: Begin; clearTimeout: Clear; clearInterval: Clear }
type Kept = { maiAmTimers: Map<number, string> }

/** From the next page on, every timer that its scripts begin is known until it has run or was taken back. */
export const keepTimers = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const kept = new Map<number, string>()
    const { setTimeout, setInterval, clearTimeout, clearInterval } = window as unknown as Timers
    const note = (id: number, how: string, ms: number): number => {
      kept.set(id, `${how} ${ms} ms ${new Error('begun').stack}`)
      return id
    }
    const timers: Timers = {
      setTimeout: (ring, ms = 0, ...words) => {
        const once = (...said: []) => {
          kept.delete(id)
          ring(...said)
        }
        const id = setTimeout.call(window, once, ms, ...words)
        return note(id, 'once after', ms)
      },
      setInterval: (ring, ms = 0, ...words) => note(setInterval.call(window, ring, ms, ...words), 'every', ms),
      clearTimeout: (id = 0) => {
        kept.delete(id)
        clearTimeout.call(window, id)
      },
      clearInterval: (id = 0) => {
        kept.delete(id)
        clearInterval.call(window, id)
      },
    }
    Object.assign(window, timers, { maiAmTimers: kept })
  })

/** Those that would run if nothing else happened. */
export const timersOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(window as unknown as Kept).maiAmTimers.values()])
