import type { Day } from '../entries/communeBodies.ts'

/** The day that many days later. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
