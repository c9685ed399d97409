import { afterInSight } from '../device/afterInSight.ts'
import { afterPaint } from '../device/afterPaint.ts'
import type { Device } from '../device/device.ts'
import { everyInSight } from '../device/everyInSight.ts'
import { onChange } from '../store/changes.ts'
import { countToSend, countWaiting } from '../store/deliveries.ts'
import type { Database } from '../store/tables.ts'
import { askForBackgroundSync } from './askForBackgroundSync.ts'
import { backOffMs } from './backOff.ts'
import { inTurnAtLast } from './inTurnAtLast.ts'
import type { Known, Left, Run, SyncOutcome } from './run.ts'
import { onSyncNow } from './syncNow.ts'
import { syncOnce } from './syncOnce.ts'
import { followOthers, setSyncState } from './syncState.ts'
import { patience, watchedRun } from './watchedRun.ts'
import { type Moment, shouldSync } from './whenToSync.ts'

const minuteMs = 60_000

/** Hands in by itself while this page lives. Returns the function that stops it. */
export const startSync = (database: Database, device: Device, known?: Known): (() => void) => {
  let failures = 0
  let notBeforeMs = 0
  let lastTryMs: number | null = null
  let lastSuccessMs: number | null = null
  let running = false
  let noPause: () => void = () => undefined
  /**
   * Asked while a hand-in was under way: by the network or a person, when its line was dead maybe; or by an enrolment, when
   * it had read already that nobody is enrolled.
   */
  let askedMeanwhile: Moment['trigger'] | null = null

  const run = async (): Promise<void> => {
    running = true
    lastTryMs = device.nowMs()
    const outcome = await handIn(database, device, lastTryMs, known)
    running = false
    if (outcome.at === 'no-signal') {
      const pauseMs = Math.max(backOffMs(failures, device.chance()), outcome.retryAfterMs ?? 0)
      notBeforeMs = device.nowMs() + pauseMs
      failures += 1
      noPause()
      // [R-radio-01] Out of sight neither pause nor clock asks; coming into sight does.
      noPause = afterInSight(pauseMs, () => void consider('pause-over'))
      setSyncState({ at: 'pausing', untilMs: notBeforeMs, last: outcome })
      await askForBackgroundSync()
      await considerAsked()
      return
    }
    failures = 0
    notBeforeMs = 0
    if (outcome.at === 'done') lastSuccessMs = outcome.ms
    // [R-radio-03] A refusal was heard too: whoever has nothing to say asks again in an hour, not each minute.
    else if (outcome.why !== 'not-enrolled') lastSuccessMs = device.nowMs()
    setSyncState({ at: 'idle', last: outcome })
    if (outcome.at === 'stopped' && outcome.why === 'not-enrolled') await considerAsked()
    askedMeanwhile = null
    // What was saved while this ran found it running.
    if (outcome.at === 'done' && (await countWaiting(database)) > 0) await consider('saved')
  }

  const considerAsked = async (): Promise<void> => {
    const asked = askedMeanwhile
    askedMeanwhile = null
    if (asked !== null) await consider(asked)
  }

  const consider = async (trigger: Moment['trigger']): Promise<void> => {
    if (running && ['online', 'button', 'opened'].includes(trigger)) askedMeanwhile = trigger
    if (running) return
    const waiting = await countToSend(database)
    const visible = document.visibilityState === 'visible'
    const online = navigator.onLine
    const nowMs = device.nowMs()
    const moment = { nowMs, online, visible, waiting, lastTryMs, lastSuccessMs, notBeforeMs, trigger }
    if (!running && shouldSync(moment)) await run()
  }

  const onVisible = () => document.visibilityState === 'visible' && void consider('visible')
  const onOnline = () => void consider('online')
  document.addEventListener('visibilitychange', onVisible)
  window.addEventListener('online', onOnline)
  const stopFollowing = followOthers()
  const stopNow = onSyncNow(() => void consider('button'))
  const stopChanges = onChange((change) => {
    // Behind the picture that says "saved": a person waits for that one, nobody for this.
    if (change === 'saved') afterPaint(() => void Promise.all([askForBackgroundSync(), consider('saved')]))
    if (change === 'enrolled') void consider('opened')
  })
  const noClock = everyInSight(minuteMs, () => void consider('clock'))
  void consider('opened')
  return () => {
    document.removeEventListener('visibilitychange', onVisible)
    window.removeEventListener('online', onOnline)
    stopFollowing()
    stopNow()
    stopChanges()
    noClock()
    noPause()
  }
}

/** Waits for its turn; where another tab or the worker did it all meanwhile, that is the answer. */
const handIn = (
  database: Database,
  device: Device,
  askedMs: number,
  known: Known | undefined,
): Promise<SyncOutcome> => {
  // [L20] All of it under the watchdog: a table that gives no answer must not hold the turn for ever.
  const once = async (run: Run): Promise<SyncOutcome> => {
    const doneMs = ((await database.meta.get('lastSyncMs')) as number | undefined) ?? 0
    const waiting = await countToSend(database)
    if (doneMs > askedMs && waiting === 0) return { at: 'done', ms: doneMs, waitingForConfirmation: false }
    setSyncState({ at: 'running', lane: 'entries', waiting })
    return syncOnce(run)
  }
  const told = (left: Left) => setSyncState({ at: 'running', ...left })
  return inTurnAtLast((lost) => watchedRun(once, database, device, told, { ...patience, lost, known }))
}
