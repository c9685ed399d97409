import type { Device } from '../device/device.ts'
import type { Database } from '../store/tables.ts'
import { onAFullPhone } from './onAFullPhone.ts'
import type { Known, Left, Run, SyncOutcome } from './run.ts'

/** [L20] A hand-in without progress for this long is given up and begun again. */
export const patience = { stuckMs: 3 * 60_000, timeoutMs: 60_000 } as const

type Patience = { stuckMs: number; timeoutMs: number }
type Given = { lost?: AbortSignal; known?: Known | undefined; pageLimit?: number }

/**
 * Runs a hand-in under a watchdog. One that is given up is aborted: its requests end, and it writes no more, so that the
 * next one has the tables for itself; so is one that has `lost` its turn to another tab. An error of our
 * own is said in the console and ends this hand-in only.
 */
export const watchedRun = async (
  once: (run: Run) => Promise<SyncOutcome>,
  database: Database,
  device: Device,
  progress: (left: Left) => void,
  { stuckMs, timeoutMs, lost, known, pageLimit }: Patience & Given = patience,
): Promise<SyncOutcome> => {
  const watchdog = new AbortController()
  const { signal } = watchdog
  const bark = () => watchdog.abort()
  lost?.addEventListener('abort', bark)
  let timer = setTimeout(bark, stuckMs)
  const alive = (left: Left): void => {
    clearTimeout(timer)
    timer = setTimeout(bark, stuckMs)
    progress(left)
  }
  const givenUp = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  try {
    const given = { ...(known ? { known } : {}), ...(pageLimit ? { pageLimit } : {}) }
    const run: Run = { database, device, signal, timeoutMs, full: false, progress: alive, ...given }
    return await Promise.race([onAFullPhone(once, run), givenUp])
  } catch (error) {
    if (!signal.aborted) console.error(error)
    return { at: 'no-signal', why: 'stuck' }
  } finally {
    clearTimeout(timer)
  }
}
