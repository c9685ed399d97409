import type { Day } from '../../domain/entries/communeBodies.ts'
import type { Chance } from './chance.ts'

/** Days as whole days since 1970, so that stories can count; local time is Indochina Time (UTC+7) all year. */
export type DayNumber = number

const dayMs = 86_400_000
const zoneMs = 7 * 3_600_000

export const dayNumber = (day: Day): DayNumber => Date.parse(day) / dayMs
export const dayText = (day: DayNumber): Day => new Date(day * dayMs).toISOString().slice(0, 10)

/** The trial's today: whatever the machine's clock says, the trial's stories end here. */
export const demoToday = dayNumber('2026-11-22')
/** The first survey after the directive of 10 February 2023. */
export const demoBegin = dayNumber('2023-02-20')

/** A moment of a working day (7:30–16:30), ms since 1970. */
export const momentOf = (day: DayNumber, chance: Chance): number =>
  day * dayMs - zoneMs + chance.between(7.5 * 3600, 16.5 * 3600) * 1000

/** When a day's work is handed in, on the road back. */
export const eveningOf = (day: DayNumber): number => day * dayMs - zoneMs + 19 * 3_600_000
