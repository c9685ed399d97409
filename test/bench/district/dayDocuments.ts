import type { FoundationChecked, HouseholdFields, VisitRecorded } from '../../../src/domain/entries/communeBodies.ts'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { clockMs } from './clockMs.ts'

type Written = { id: string; commune: string; at: string; person: string }

/** A day's work as an app of tables keeps it: new rows for visits and checks, changed fields for amended households. */
export type DayDocuments = {
  visits: (Written & VisitRecorded & { household: string })[]
  checks: (Written & FoundationChecked & { build: string })[]
  amendments: { household: string; set: Partial<HouseholdFields> & { at: string; person: string } }[]
}

export const dayDocuments = (entries: readonly Entry[]): DayDocuments => {
  const day: DayDocuments = { visits: [], checks: [], amendments: [] }
  for (const { id, book, kind, subject, person, at, body } of entries) {
    const written = { id, commune: book, at: new Date(clockMs(at)).toISOString(), person }
    if (kind === 'visit.recorded') day.visits.push({ ...written, ...(body as VisitRecorded), household: subject })
    if (kind === 'foundation.checked') day.checks.push({ ...written, ...(body as FoundationChecked), build: subject })
    if (kind === 'household.amended') {
      const { set } = body as { set: { [field: string]: { value: unknown } } }
      const values = Object.fromEntries(Object.entries(set).map(([field, { value }]) => [field, value]))
      day.amendments.push({ household: subject, set: { ...values, at: written.at, person } })
    }
  }
  return day
}
