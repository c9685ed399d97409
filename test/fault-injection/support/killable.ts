import type { EndpointProcess } from '../../end-to-end/support/endpointProcess.ts'
import { stopwatch } from '../../support/figure.ts'

/** An endpoint that is killed and comes back, and a door at which its devices wait meanwhile. */
export type Killable = {
  /** Seconds from each start to its first word. */
  readonly starts: number[]
  killAndStart(): Promise<void>
  /** Kept once the endpoint is up. */
  up(): Promise<void>
  /** Nobody waits for it any more: something was found wrong. */
  giveUp(): void
}

export const killable = (endpoint: EndpointProcess): Killable => {
  const starts: number[] = []
  let coming: Promise<void> = Promise.resolve()
  let over = false
  return {
    starts,
    killAndStart: async () => {
      await endpoint.kill()
      const took = stopwatch()
      coming = endpoint.startAgain().then(() => void starts.push(took()))
      await coming
    },
    giveUp: () => {
      over = true
    },
    up: async () => {
      await coming
      if (over) throw new Error('given up, for something else was found wrong')
      // A line of the endpoint that is no more is not tried again in the same breath.
      await new Promise((turn) => setTimeout(turn, 5))
    },
  }
}
