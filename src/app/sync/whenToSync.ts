/** What a phone knows when it asks itself whether to hand in now. Times in ms since 1970. */
export type Moment = {
  nowMs: number
  online: boolean
  visible: boolean
  waiting: number
  lastTryMs: number | null
  lastSuccessMs: number | null
  /** Not before then, after failures. */
  notBeforeMs: number
  trigger: 'opened' | 'visible' | 'online' | 'saved' | 'pause-over' | 'clock' | 'button'
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Whether to try now. A person's button always tries; the rest keeps quiet where nothing can come of it. */
export const shouldSync = (moment: Moment): boolean => {
  const { nowMs, online, visible, waiting, lastTryMs, lastSuccessMs, notBeforeMs, trigger } = moment
  if (trigger === 'button') return true
  if (!online) return false
  // News of the world (a network came, somebody opened the app) make an old failure worth forgetting.
  if (trigger === 'online' || trigger === 'opened') return true
  if (nowMs < notBeforeMs) return false
  if (trigger === 'saved' || trigger === 'visible') return true
  if (!visible) return false
  // A phone that has heard nothing since it was opened, maybe its very first books, asks as one that has something to say.
  if (trigger === 'pause-over') return waiting > 0 || lastSuccessMs === null
  if (waiting > 0) return lastTryMs === null || nowMs - lastTryMs >= minuteMs
  return lastSuccessMs === null || nowMs - lastSuccessMs >= hourMs
}
