import type { Day } from '../entries/communeBodies.ts'
import { dayOf, daysBetween } from './day.ts'

/**
 * The last time that this phone's clock was believed: what it said (ms since 1970), what was added to it to get the
 * true time, and on whose word. `day`: the day that a person answered.
 */
export type ClockMark = { deviceMs: number; offsetMs: number; by: 'clock' | 'endpoint' | 'person'; day?: Day }

/** The time as this phone believes it, and whether somebody should be asked which day it is. */
export type ClockState = {
  nowMs: number
  /** Added to the phone's own clock, in ms. */
  offsetMs: number
  by: ClockMark['by']
  day: Day | null
  /** `knownMs`: the latest moment that surely has been. */
  doubt: { why: 'behind' | 'ahead' | 'either'; knownMs: number } | null
}

/** Clocks are set a little back and forth by networks; that makes no other day. */
const toleranceMs = 30 * 60_000
/** A phone that slept longer than this is asked once. */
const longestMs = 45 * 86_400_000

/**
 * A clock that fell back (a dead battery set it to 2020), or stands far ahead. Two things may be so: it ran on as it
 * was when it was last believed, or it is right by itself (again). Where neither fits what this phone knows, nobody but
 * a person can say which day it is. `builtMs`: when this app was built; before that it can't be.
 */
export const judgeClock = (deviceMs: number, mark: ClockMark | null, builtMs = 0): ClockState => {
  if (mark === null) return deviceMs >= builtMs - toleranceMs ? right(deviceMs) : behind(deviceMs, builtMs)
  const believedMs = mark.deviceMs + mark.offsetMs
  // The endpoint's word and a person's stand above the build's: the machine that built it may have been wrong.
  const knownMs = mark.by === 'clock' ? Math.max(believedMs, builtMs) : believedMs
  const fits = (ms: number) => ms >= knownMs - toleranceMs && ms <= knownMs + longestMs
  const ranOn = fits(deviceMs + mark.offsetMs)
  const rightAgain = mark.offsetMs !== 0 && fits(deviceMs)
  // CASE 1: an answer of some days' worth, and so much time went by on this clock that both may be so.
  if (ranOn && rightAgain && mark.by === 'person' && deviceMs - mark.deviceMs > Math.abs(mark.offsetMs) - toleranceMs)
    return { ...right(deviceMs), doubt: { why: 'either', knownMs } }
  // CASE 2: it ran on as it was.
  if (ranOn) return { ...right(deviceMs + mark.offsetMs), offsetMs: mark.offsetMs, by: mark.by, day: mark.day ?? null }
  // CASE 3: somebody or a network has put it right.
  if (rightAgain) return right(deviceMs)
  // CASE 4: it fell back.
  if (deviceMs < knownMs) return behind(deviceMs, knownMs)
  // CASE 5: it jumped, or the phone lay in a drawer: perhaps it is right.
  return { ...right(deviceMs), doubt: { why: 'ahead', knownMs } }
}

/** What somebody answered: whole days are added, the time of the day stays the clock's own. */
export const markOfAnswer = (day: Day, deviceMs: number): ClockMark => ({
  deviceMs,
  offsetMs: daysBetween(dayOf(deviceMs), day) * 86_400_000,
  by: 'person',
  day,
})

/** What the endpoint said; less than ten minutes are none. */
export const markOfEndpoint = (endpointMs: number, deviceMs: number): ClockMark => {
  const offsetMs = endpointMs - deviceMs
  return { deviceMs, offsetMs: Math.abs(offsetMs) <= 10 * 60_000 ? 0 : offsetMs, by: 'endpoint' }
}

const right = (nowMs: number): ClockState => ({ nowMs, offsetMs: 0, by: 'clock', day: null, doubt: null })

/** It is at least as late as it was: the last day known is nearer than what the clock says. */
const behind = (deviceMs: number, knownMs: number): ClockState => ({
  ...right(knownMs),
  offsetMs: knownMs - deviceMs,
  doubt: { why: 'behind', knownMs },
})
