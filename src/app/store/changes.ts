import type { OwnEntry } from './tables.ts'

/** Says to every tab and to the worker that something was stored; each reads on from where it stands. */
const channelName = 'mai-am'

export type Change =
  | 'saved'
  | 'pulled'
  | 'listed'
  | 'delivered'
  | 'enrolled'
  | 'photos'
  | 'wiped'
  | 'room'
  | 'clock'
  | 'mine'
  | 'tried'
  | 'way'
  | 'maps'
  | 'online-map'

/** What was just saved, for who holds the same database in memory: it needn't be read back. */
export type JustSaved = { database: string; rows: readonly OwnEntry[] }

type Tell = (change: Change, saved?: JustSaved) => void

const inThisThread = new Set<Tell>()

export const announce: Tell = (change, saved) => {
  announceHere(change, saved)
  announceElsewhere(change)
}

/** In this thread alone: what it was told of needn't be on the disk yet. */
export const announceHere: Tell = (change, saved) => {
  for (const tell of [...inThisThread]) tell(change, saved)
}

export const announceElsewhere = (change: Change): void => {
  const channel = line ?? new BroadcastChannel(channelName)
  channel.postMessage(change)
  if (channel !== line) channel.close()
}

/** One for all who listen in this thread: what it says itself does not come back to it. */
let line: BroadcastChannel | null = null

/** Returns the function that stops listening. */
export const onChange = (tell: Tell): (() => void) => {
  if (line === null) {
    line = new BroadcastChannel(channelName)
    line.onmessage = ({ data }: MessageEvent<Change>) => announceHere(data)
  }
  inThisThread.add(tell)
  return () => {
    inThisThread.delete(tell)
    if (inThisThread.size > 0) return
    line?.close()
    line = null
  }
}
