import type { SyncOutcome } from './syncOnce.ts'

/** Where handing in stands, for people. */
export type SyncState =
  | { at: 'idle'; last: SyncOutcome | null }
  | { at: 'running'; waiting: number }
  | { at: 'pausing'; untilMs: number; last: SyncOutcome }

let state: SyncState = { at: 'idle', last: null }
const listeners = new Set<() => void>()

export const readSyncState = (): SyncState => state

export const setSyncState = (next: SyncState): void => {
  state = next
  for (const tell of [...listeners]) tell()
}

/** Returns the function that stops listening. */
export const onSyncState = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
