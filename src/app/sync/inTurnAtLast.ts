import { lockName } from './oneAtATime.ts'
import { onSyncState } from './syncState.ts'
import { patience } from './watchedRun.ts'

/** Above a living holder's own patience, so that it has had time to give itself up. */
const silentMs = patience.stuckMs + 15_000

/**
 * [L20] One hand-in at a time, as `inTurn`; but a tab that holds the turn and says nothing for so long is frozen or dead
 * with it, and loses it. What it was doing is told by `lost` when it wakes, and it writes no more.
 */
export const inTurnAtLast = async <Result>(act: (lost: AbortSignal) => Promise<Result>): Promise<Result> => {
  const silence = new AbortController()
  const taken = new AbortController()
  let acting = null as Promise<Result> | null
  const bark = () => silence.abort()
  let timer = setTimeout(bark, silentMs)
  const stopHearing = onSyncState(() => {
    clearTimeout(timer)
    if (acting === null) timer = setTimeout(bark, silentMs)
  })
  const take = (how: LockOptions): Promise<Result> =>
    navigator.locks.request(lockName, how, () => {
      acting = act(taken.signal)
      return acting
    })
  try {
    return await take({ signal: silence.signal }).catch((error: unknown) => {
      if (acting !== null || !silence.signal.aborted) throw error
      return take({ steal: true })
    })
  } catch (error) {
    if (acting === null) throw error
    // The turn was taken away while this went on; an error of its own comes out all the same.
    taken.abort()
    return await acting
  } finally {
    clearTimeout(timer)
    stopHearing()
  }
}
