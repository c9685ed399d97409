/** Says to every tab and to the worker that something was stored; each reads on from where it stands. */
const channelName = 'mai-am'

export type Change = 'saved' | 'pulled' | 'delivered' | 'enrolled' | 'photos' | 'wiped' | 'room' | 'clock' | 'mine'

const inThisThread = new Set<(change: Change) => void>()

export const announce = (change: Change): void => {
  for (const tell of [...inThisThread]) tell(change)
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(change)
  channel.close()
}

/** Returns the function that stops listening. */
export const onChange = (tell: (change: Change) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = ({ data }: MessageEvent<Change>) => tell(data)
  inThisThread.add(tell)
  return () => {
    channel.close()
    inThisThread.delete(tell)
  }
}
