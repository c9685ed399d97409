import type { Day } from '../entries/communeBodies.ts'

/** Indochina Time has no summer time: UTC+7 all year. */
const vietnamOffsetMinutes = 7 * 60

/** The local day of a moment (ms since 1970). */
export const dayOf = (ms: number, offsetMinutes: number = vietnamOffsetMinutes): Day =>
  new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 10)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / dayMs)

/** A real day of the calendar, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}

const dayMs = 86_400_000
