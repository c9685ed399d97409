import type { BookState } from '../book/bookState.ts'
import type { BuildMark } from '../build/build.ts'
import { markOf } from '../build/buildView.ts'
import { wholeBuilds } from '../build/wholeBuilds.ts'
import type { ClockSaid, Day, Dwelling, Stage, VisitOutcome, VisitRecorded } from '../entries/communeBodies.ts'
import type { Household, Standing } from '../household/household.ts'
import { householdOf, isListed, mergedInto } from '../household/householdView.ts'
import { membersOf, wholeHousehold } from '../household/wholeHousehold.ts'
import { nameSortKey } from '../names/nameSortKey.ts'
import { plainText } from '../names/plainText.ts'
import { type Mark, tellApart } from '../names/tellApart.ts'
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
  /** Set where the name repeats in the village: what tells this one from all the others of that name. */
  tellApart: readonly Mark[] | null
  build: string | null
  stage: Stage
  mark: BuildMark
  dwelling: Dwelling
  /** Since when the family lives there, where somebody said so. */
  dwellingSince: Day | null
  /** Where a phone with a doubtful clock dated that. */
  dwellingClock?: ClockSaid
  standing: Standing
  lastMet: Day | null
  lastVisit: { date: Day; outcome: VisitOutcome; awayWhere: VisitRecorded['awayWhere'] | null } | null
  next: Day | null
  point: Point | null
  /** Lối vào, in words, only where the house has no place on the map. */
  wayIn: string | null
  /** Something of it is only on this device yet. */
  pending: boolean
  /** For searching: name, other name and spouse, without diacritics. */
  plain: string
}

/**
 * All rows of a book, sorted by village, then given name, as a list that is never changed in place. After a change only
 * the subjects touched since are made anew, with those of the same name in the village; a row whose household and
 * builds weren't touched stays the same object.
 */
export const householdRows = (state: BookState): readonly HouseholdRow[] => {
  let kept = keptRows.get(state)
  if (kept === undefined) {
    kept = { lines: new Map(), sameName: new Map(), merging: new Map(), order: [], rows: [] }
    keptRows.set(state, kept)
    for (const id of state.households) state.touched.add(id)
  }
  if (state.touched.size === 0) return kept.rows
  const touched = householdsTouched(state, kept)
  state.touched.clear()
  takeChanges(state, kept, touched)
  return kept.rows
}

type Line = { row: HouseholdRow; household: Household; nameKey: string; sortKey: string }

type KeptRows = {
  readonly lines: Map<string, Line>
  /** Households by village and plain name. */
  readonly sameName: Map<string, Set<string>>
  /** Households that were merged somewhere, and who stood for them then: that depends on others, so it is always asked again. */
  readonly merging: Map<string, string>
  order: Line[]
  rows: readonly HouseholdRow[]
}

const keptRows = new WeakMap<BookState, KeptRows>()

/** The households that stand behind the subjects touched: themselves, or whom a build is for. */
const householdsTouched = (state: BookState, { merging }: KeptRows): Set<string> => {
  const households = new Set<string>()
  const add = (id: string) => {
    if (state.households.has(id)) households.add(id)
  }
  for (const subject of state.touched) {
    add(subject)
    for (const owner of state.ownersOf.get(subject) ?? []) add(owner)
    // Two people planned one build for two households: what is told to one stands with the other too.
    for (const build of state.buildsFor.get(subject) ?? [])
      for (const owner of state.ownersOf.get(build) ?? []) add(owner)
  }
  if (households.size === 0) return households
  // What is written about a merged household stands with the one that stands for it, before and now.
  for (const id of [...households]) add(mergedInto(state, id))
  for (const [id, stood] of merging) {
    const stands = mergedInto(state, id)
    households.add(id)
    if (stood === stands) continue
    add(stood)
    add(stands)
  }
  return households
}

const takeChanges = (state: BookState, kept: KeptRows, touched: ReadonlySet<string>): void => {
  const names = new Set<string>()
  const made: Line[] = []
  for (const id of touched) {
    const before = kept.lines.get(id)
    if (before !== undefined) {
      kept.lines.delete(id)
      kept.sameName.get(before.nameKey)?.delete(id)
      names.add(before.nameKey)
    }
    const household = householdOf(state, id)
    if (household !== undefined && household.mergedInto !== null) kept.merging.set(id, mergedInto(state, id))
    else kept.merging.delete(id)
    if (household === undefined || !isListed(state, household)) continue
    const line = lineOf(state, household)
    made.push(line)
    kept.lines.set(id, line)
    const same = kept.sameName.get(line.nameKey)
    if (same === undefined) kept.sameName.set(line.nameKey, new Set([id]))
    else same.add(id)
    names.add(line.nameKey)
  }
  for (const name of names) tellSameNamesApart(kept, name)
  kept.order = merged(
    kept.order.filter(({ row }) => !touched.has(row.id)),
    made.sort(bySortKey),
  )
  kept.rows = kept.order.map(({ row }) => row)
}

const tellSameNamesApart = ({ sameName, lines }: KeptRows, name: string): void => {
  const ids = sameName.get(name)
  if (ids === undefined) return
  if (ids.size === 0) sameName.delete(name)
  const alike = [...ids].flatMap((id) => lines.get(id) ?? [])
  const marks = alike.length > 1 ? tellApart(alike.map(({ household }) => household.fields)) : []
  for (const [at, line] of alike.entries()) {
    const now = marks[at] ?? null
    if (JSON.stringify(now) !== JSON.stringify(line.row.tellApart)) line.row = { ...line.row, tellApart: now }
  }
}

const lineOf = (state: BookState, household: Household): Line => {
  const { village, headName } = household.fields
  return {
    row: rowOf(state, household),
    household,
    nameKey: `${village}|${plainText(headName)}`,
    // The id last: rows of one name stand in one order, whatever came first [I5].
    sortKey: `${village}\u0000${nameSortKey(headName)}\u0000${household.id}`,
  }
}

const bySortKey = (a: Line, b: Line): number => (a.sortKey < b.sortKey ? -1 : 1)

/** Two sorted lists as one. */
const merged = (a: readonly Line[], b: readonly Line[]): Line[] => {
  if (a.length === 0) return [...b]
  const all: Line[] = []
  let at = 0
  for (const line of a) {
    for (let next = b[at]; next !== undefined && next.sortKey < line.sortKey; next = b[at]) {
      all.push(next)
      at += 1
    }
    all.push(line)
  }
  return at < b.length ? [...all, ...b.slice(at)] : all
}

const rowOf = (state: BookState, household: Household): HouseholdRow => {
  const build = wholeBuilds(state, household.id).at(-1)
  const { fields } = household
  const { visits, living, standing } = wholeHousehold(state, household.id) ?? household
  const members = membersOf(state, household.id)
  const met = visits.find((visit) => visit.met)
  const last = visits[0]
  const point = pointOf(fields.location)
  // A family that moved away left its tent too: nobody is looked for there.
  const gone = standing === 'moved'
  return {
    id: household.id,
    book: household.book,
    village: fields.village,
    headName: fields.headName,
    tellApart: null,
    build: build?.id ?? null,
    stage: build?.stage ?? 'planned',
    mark: build === undefined ? 'none' : markOf(build),
    dwelling: gone ? 'unknown' : living.dwelling,
    dwellingSince: gone ? null : living.since,
    ...(living.clock === undefined ? {} : { dwellingClock: living.clock }),
    standing,
    lastMet: met?.date ?? null,
    lastVisit:
      last === undefined
        ? null
        : { date: last.date, outcome: last.body.outcome, awayWhere: last.body.awayWhere ?? null },
    next: last?.body.next ?? null,
    point,
    wayIn: point === null ? fields.wayIn?.trim() || null : null,
    pending: members.some((id) => isPending(state, id)) || (build !== undefined && isPending(state, build.id)),
    // Who was written down under another name is found by that one too.
    plain: plainText(members.flatMap((id) => namesOf(householdOf(state, id))).join(' · ')),
  }
}

const namesOf = (household: Household | undefined): string[] =>
  [household?.fields.headName, household?.fields.otherName, household?.fields.spouseName].flatMap((name) => name || [])

const isPending = (state: BookState, subject: string): boolean =>
  (state.histories.get(subject) ?? []).some(({ seq }) => seq === null)
