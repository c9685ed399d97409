import type { BookState } from '../book/bookState.ts'
import { viewOf } from '../book/bookState.ts'
import type { BuildMark } from '../build/build.ts'
import { buildsFor, markOf } from '../build/buildView.ts'
import type { Day, Dwelling, Stage, VisitOutcome, VisitRecorded } from '../entries/communeBodies.ts'
import type { Household } from '../household/household.ts'
import { householdsOf } from '../household/householdView.ts'
import { compareNames } from '../names/givenName.ts'
import { plainText } from '../names/plainText.ts'
import { type Point, pointOf } from '../place/distance.ts'

/**
 * A household as it stands on lists and maps: what is needed to find and to visit it. No poverty status, no health, no
 * identity number.
 */
export type HouseholdRow = {
  id: string
  book: string
  village: string
  headName: string
  /** Set where the name repeats in the village: what tells them apart. */
  tellApart: TellApart | null
  build: string | null
  stage: Stage
  mark: BuildMark
  dwelling: Dwelling
  lastMet: Day | null
  lastVisit: { date: Day; outcome: VisitOutcome; awayWhere: VisitRecorded['awayWhere'] | null } | null
  next: Day | null
  point: Point | null
  /** Something of it is only on this device yet. */
  pending: boolean
  /** For searching: name, other name and spouse, without diacritics. */
  plain: string
}

export type TellApart =
  | { by: 'spouse'; name: string }
  | { by: 'birth-year'; year: number }
  | { by: 'other-name'; name: string }
  | { by: 'landmark'; text: string }

/** All rows of a book, sorted by village, then given name; made anew only where a subject changed. */
export const householdRows = (state: BookState): HouseholdRow[] => {
  const households = householdsOf(state)
  const sameName = new Map<string, number>()
  const nameKey = ({ fields }: Household) => `${fields.village}|${plainText(fields.headName)}`
  for (const one of households) sameName.set(nameKey(one), (sameName.get(nameKey(one)) ?? 0) + 1)
  return households
    .map((one) => {
      const row = rowOf(state, one)
      return (sameName.get(nameKey(one)) ?? 0) > 1 ? { ...row, tellApart: tellApart(one) } : row
    })
    .sort((a, b) => (a.village === b.village ? compareNames(a.headName, b.headName) : a.village < b.village ? -1 : 1))
}

const rowOf = (state: BookState, household: Household): HouseholdRow => {
  const builds = buildsFor(state, household.id)
  const build = builds.at(-1)
  // The build has a history of its own: the household's cached row is only as good as the builds it was made from.
  const cached = viewOf<{ builds: unknown; row: HouseholdRow | null }>(state, household.id, 'row', () => ({
    builds: null,
    row: null,
  }))
  if (cached.row !== null && cached.builds === build) return cached.row
  const { fields, visits } = household
  const met = visits.find((visit) => visit.met)
  const last = visits[0]
  const lastKnown = visits.find((visit) => visit.body.dwelling !== undefined)
  const row: HouseholdRow = {
    id: household.id,
    book: household.book,
    village: fields.village,
    headName: fields.headName,
    tellApart: null,
    build: build?.id ?? null,
    stage: build?.stage ?? 'planned',
    mark: build === undefined ? 'none' : markOf(build),
    dwelling: lastKnown?.body.dwelling ?? fields.dwelling ?? 'unknown',
    lastMet: met?.date ?? null,
    lastVisit:
      last === undefined
        ? null
        : { date: last.date, outcome: last.body.outcome, awayWhere: last.body.awayWhere ?? null },
    next: last?.body.next ?? null,
    point: pointOf(fields.location),
    pending:
      (state.histories.get(household.id) ?? []).some(({ seq }) => seq === null) ||
      (build !== undefined && (state.histories.get(build.id) ?? []).some(({ seq }) => seq === null)),
    plain: plainText([fields.headName, fields.otherName, fields.spouseName].filter(Boolean).join(' · ')),
  }
  cached.builds = build
  cached.row = row
  return row
}

const tellApart = ({ fields }: Household): TellApart | null => {
  if (fields.spouseName) return { by: 'spouse', name: fields.spouseName }
  if (fields.birthYear) return { by: 'birth-year', year: fields.birthYear }
  if (fields.otherName) return { by: 'other-name', name: fields.otherName }
  if (fields.landmark) return { by: 'landmark', text: fields.landmark }
  return null
}
