import type { Device } from '../device/device.ts'
import { everyInSight } from '../device/everyInSight.ts'
import { noteClock } from '../store/clockMark.ts'
import type { Database } from '../store/tables.ts'

const everyMs = 5 * 60_000

/** Looks at the clock on opening, whenever the app comes into sight, and now and then while it is. */
export const keepClock = (database: Database, device: Device): void => {
  const look = () => {
    if (document.visibilityState === 'hidden') return
    // A full phone asks nobody less; it only forgets when it last believed its clock.
    noteClock(database, device).catch((error: unknown) => console.error(error))
  }
  look()
  document.addEventListener('visibilitychange', look)
  everyInSight(everyMs, look)
}
