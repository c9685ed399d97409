import type { Day, EntryVoided, HouseholdRegistered, VisitRecorded } from '../entries/communeBodies.ts'
import type { Entry } from '../entries/entry.ts'
import { wasMet } from '../household/household.ts'
import { dayOf } from '../time/day.ts'
import { clockParts } from '../time/hybridClock.ts'

/** What was recorded on this phone on one day, in numbers alone: nobody's name can get into them. */
export type MyDay = {
  met: number
  notMet: number
  checks: number
  photos: number
  registered: number
  contributions: number
  stages: number
}

/** Counted by the day of recording, not of what is told: a sheet copied today is today's work. What was voided is none. */
export const myDay = (own: readonly Entry[], day: Day): MyDay => {
  const gone = new Set(own.filter(({ kind }) => kind === 'entry.voided').map(({ body }) => (body as EntryVoided).entry))
  const todays = own.filter(({ id, at }) => !gone.has(id) && dayOf(clockParts(at).ms) === day)
  const count = (kind: string, holds: (body: unknown) => boolean = () => true): number =>
    todays.filter((entry) => entry.kind === kind && holds(entry.body)).length
  const met = count('visit.recorded', (body) => wasMet(body as VisitRecorded))
  return {
    met,
    notMet: count('visit.recorded') - met,
    checks: count('foundation.checked'),
    photos: count('photo.taken'),
    // One that came over from another book was registered there.
    registered: count('household.registered', (body) => (body as HouseholdRegistered).from === undefined),
    contributions: count('contribution.recorded'),
    stages: count('build.advanced'),
  }
}
