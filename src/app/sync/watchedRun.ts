import type { Device } from '../device/device.ts'
import { isFull } from '../store/isFull.ts'
import { sayFull } from '../store/reserve.ts'
import type { Database } from '../store/tables.ts'
import type { Left, Run, SyncOutcome } from './run.ts'

/** [L20] A hand-in without progress for this long is given up and begun again. */
const stuckMs = 3 * 60_000
const timeoutMs = 60_000

/**
 * Runs a hand-in under a watchdog. One that is given up is aborted: its requests end, and it writes no more, so that the
 * next one has the tables for itself. An error of our own is said in the console and ends this hand-in only.
 */
export const watchedRun = async (
  once: (run: Run) => Promise<SyncOutcome>,
  database: Database,
  device: Device,
  progress: (left: Left) => void,
  patience = { stuckMs, timeoutMs },
): Promise<SyncOutcome> => {
  const watchdog = new AbortController()
  const { signal } = watchdog
  const bark = () => watchdog.abort()
  let timer = setTimeout(bark, patience.stuckMs)
  const alive = (left: Left): void => {
    clearTimeout(timer)
    timer = setTimeout(bark, patience.stuckMs)
    progress(left)
  }
  const givenUp = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  try {
    return await Promise.race([
      once({ database, device, signal, timeoutMs: patience.timeoutMs, progress: alive }),
      givenUp,
    ])
  } catch (error) {
    if (isFull(error)) {
      await sayFull(database, true)
      return { at: 'no-signal', why: 'phone-full' }
    }
    if (!signal.aborted) console.error(error)
    return { at: 'no-signal', why: 'stuck' }
  } finally {
    clearTimeout(timer)
  }
}
