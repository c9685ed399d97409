import { inTurn } from './oneAtATime.ts'
import type { Left, SyncOutcome } from './run.ts'

/** Where handing in stands, for people; the same in every tab, whoever of them (or the worker) does it. */
export type SyncState =
  | { at: 'idle'; last: SyncOutcome | null }
  | ({ at: 'running' } & Left)
  | { at: 'pausing'; untilMs: number; last: SyncOutcome }

const channelName = 'mai-am-hand-in'

let state: SyncState = { at: 'idle', last: null }
const listeners = new Set<() => void>()

export const readSyncState = (): SyncState => state

export const setSyncState = (next: SyncState): void => {
  show(next)
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(next)
  channel.close()
}

/** Returns the function that stops listening. */
export const onSyncState = (tell: () => void): (() => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Shows what another tab or the worker does. Returns the function that stops following. */
export const followOthers = (): (() => void) => {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<SyncState>) => {
    show(data)
    if (data.at === 'running') void notForEver(data)
  }
  return () => channel.close()
}

/** Who said that it runs may have died: once its lock is free, nobody runs, whatever was said last. */
const notForEver = (said: SyncState): Promise<void> =>
  inTurn(async () => {
    if (state === said) show({ at: 'idle', last: null })
  })

const show = (next: SyncState): void => {
  state = next
  for (const tell of [...listeners]) tell()
}
