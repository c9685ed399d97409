import { whileInSight } from './whileInSight.ts'

/** Does it every so many ms while the page is in sight; the first time so long after it came there. Returns what ends it. */
export const everyInSight = (ms: number, act: () => void): (() => void) =>
  whileInSight(() => {
    const timer = setInterval(act, ms)
    return () => clearInterval(timer)
  })
