import type { Day } from '../entries/communeBodies.ts'

/** Indochina Time has no summer time: UTC+7 all year. */
const vietnamOffsetMinutes = 7 * 60

/** The local day of a moment (ms since 1970). */
export const dayOf = (ms: number, offsetMinutes: number = vietnamOffsetMinutes): Day => {
  const number = Math.floor((ms + offsetMinutes * 60_000) / dayMs)
  if (number !== last.number) last = { number, day: new Date(number * dayMs).toISOString().slice(0, 10) }
  return last.day
}

/** Hundreds of moments asked about together are mostly of one day. */
let last: { number: number; day: Day } = { number: 0, day: '1970-01-01' }

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / dayMs)

/** A real day of the calendar, written `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day >= 1 && day <= (month === 2 && leap ? 29 : (daysOf[month - 1] ?? 0))
}

/** Of each month of a year that has no 29 February. */
const daysOf = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const dayMs = 86_400_000
