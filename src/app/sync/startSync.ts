import type { Device } from '../device/device.ts'
import { onChange } from '../store/changes.ts'
import type { Database } from '../store/tables.ts'
import { backOffMs } from './backOff.ts'
import { handInPhotos } from './photos/handInPhotos.ts'
import { onSyncNow } from './syncNow.ts'
import { type SyncOutcome, syncOnce } from './syncOnce.ts'
import { readSyncState, setSyncState } from './syncState.ts'
import { type Moment, shouldSync } from './whenToSync.ts'

const lockName = 'mai-am-hand-in'
const minuteMs = 60_000
/** [L20] A hand-in without progress for this long is given up and begun again. */
const stuckMs = 3 * minuteMs

/** Hands in by itself while this page lives. Returns the function that stops it. */
export const startSync = (database: Database, device: Device): (() => void) => {
  let failures = 0
  let notBeforeMs = 0
  let lastTryMs: number | null = null
  let lastSuccessMs: number | null = null
  let running = false

  const run = async (): Promise<void> => {
    running = true
    lastTryMs = device.nowMs()
    setSyncState({ at: 'running', waiting: 0 })
    const outcome = await onlyOne(database, device)
    running = false
    if (outcome?.at === 'no-signal') {
      notBeforeMs = device.nowMs() + backOffMs(failures, device.chance())
      failures += 1
      setSyncState({ at: 'pausing', untilMs: notBeforeMs, last: outcome })
      return
    }
    failures = 0
    notBeforeMs = 0
    if (outcome?.at === 'done') lastSuccessMs = outcome.ms
    setSyncState({ at: 'idle', last: outcome })
  }

  const consider = async (trigger: Moment['trigger']): Promise<void> => {
    if (running) return
    const waiting = await database.own.where('state').equals('waiting').count()
    const visible = document.visibilityState === 'visible'
    const moment = {
      nowMs: device.nowMs(),
      online: navigator.onLine,
      visible,
      waiting,
      lastTryMs,
      lastSuccessMs,
      notBeforeMs,
      trigger,
    }
    if (!running && shouldSync(moment)) await run()
  }

  const onVisible = () => document.visibilityState === 'visible' && void consider('visible')
  const onOnline = () => void consider('online')
  document.addEventListener('visibilitychange', onVisible)
  window.addEventListener('online', onOnline)
  const stopNow = onSyncNow(() => void consider('button'))
  const stopChanges = onChange((change) => {
    if (change === 'saved') void consider('saved')
    if (change === 'enrolled') void consider('opened')
  })
  const clock = setInterval(() => void consider('clock'), minuteMs)
  void consider('opened')
  return () => {
    document.removeEventListener('visibilitychange', onVisible)
    window.removeEventListener('online', onOnline)
    stopNow()
    stopChanges()
    clearInterval(clock)
  }
}

/** One hand-in at a time over all tabs and the worker; another tab's is left to finish. */
const onlyOne = (database: Database, device: Device): Promise<SyncOutcome | null> =>
  navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock === null) return readSyncState().at === 'idle' ? null : { at: 'no-signal' as const }
    let stuck: ReturnType<typeof setTimeout> | undefined
    let giveUp: () => void = () => undefined
    const watchdog = new Promise<SyncOutcome>((resolve) => {
      giveUp = () => resolve({ at: 'no-signal' })
    })
    const progress = ({ waiting }: { waiting: number }) => {
      clearTimeout(stuck)
      stuck = setTimeout(giveUp, stuckMs)
      setSyncState({ at: 'running', waiting })
    }
    const lanes = async (): Promise<SyncOutcome> => {
      const entries = await syncOnce(database, device, progress)
      if (entries.at !== 'done') return entries
      const photos = await handInPhotos(database, device, () => progress({ waiting: 0 }))
      return photos.at === 'done' ? entries : { at: 'no-signal' }
    }
    const outcome = await Promise.race([lanes(), watchdog])
    clearTimeout(stuck)
    return outcome
  })
