import type { ClockSaid, Day, Dwelling, HouseholdFields } from '../entries/communeBodies.ts'
import type { Household, Living, Visit } from './household.ts'

type WrittenOn = Household['writtenOn']

/**
 * What was seen or written last counts: a visit by its own day, a field by the day of its registration or amendment (a
 * visit of that same day is the nearer look). `visits` stand latest first.
 */
export const livingOf = (fields: HouseholdFields, visits: readonly Visit[], writtenOn: WrittenOn): Living => {
  const said: Said[] = visits.flatMap(({ date, body }) =>
    body.dwelling === undefined
      ? []
      : [{ day: date, dwelling: body.dwelling, since: body.dwellingSince ?? null, clock: body.clock }],
  )
  if (fields.dwelling) {
    const day = writtenOn.dwelling ?? ''
    const at = said.findIndex((one) => one.day < day)
    const field = { day, dwelling: fields.dwelling, since: fields.dwellingSince ?? null, clock: undefined }
    said.splice(at === -1 ? said.length : at, 0, field)
  }
  const dwelling = said[0]?.dwelling ?? 'unknown'
  const clock = said[0]?.clock
  return {
    dwelling,
    since: sinceOf(dwelling, said),
    oldHouseDown: oldHouseOf(fields, visits, writtenOn),
    ...(clock === undefined ? {} : { clock }),
  }
}

type Said = { day: Day; dwelling: Dwelling; since: Day | null; clock: ClockSaid | undefined }

/** A later visit that sees the same need not say the day again. */
const sinceOf = (dwelling: Dwelling, said: readonly { dwelling: Dwelling; since: Day | null }[]): Day | null => {
  for (const one of said) {
    if (one.dwelling !== dwelling) return null
    if (one.since !== null) return one.since
  }
  return null
}

const oldHouseOf = (fields: HouseholdFields, visits: readonly Visit[], writtenOn: WrittenOn): boolean | null => {
  const seen = visits.find(({ body }) => body.oldHouseDown !== undefined)
  const written = fields.oldHouseDown ?? null
  if (seen === undefined) return written
  return written !== null && seen.date < (writtenOn.oldHouseDown ?? '') ? written : (seen.body.oldHouseDown ?? null)
}
