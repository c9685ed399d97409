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
    kept = { lines: new Map(), merging: new Map(), order: [], rows: [] }
    keptRows.set(state, kept)
    for (const id of state.households) state.touched.add(id)
  }
  if (state.touched.size === 0) return kept.rows
  const touched = householdsTouched(state, kept)
  state.touched.clear()
  takeChanges(state, kept, touched)
  return kept.rows
}

/** Rows as they were made once, with which households were merged and into whom: what `beginWithRows` goes on from. */
export type KnownRows = { rows: readonly HouseholdRow[]; merging: readonly (readonly [string, string])[] }

export const knownRows = (state: BookState): KnownRows => {
  const rows = householdRows(state)
  return { rows, merging: [...(keptRows.get(state)?.merging ?? [])] }
}

/**
 * A state begins with rows that were made of the same entries before: they stand until a subject is touched. What is
 * folded behind them without touching is what they were made of (`foldKnown`).
 */
export const beginWithRows = (state: BookState, { rows, merging }: KnownRows): void => {
  const order = rows.map((row): Line => ({ row }))
  const lines = new Map(order.map((line) => [line.row.id, line]))
  keptRows.set(state, { lines, merging: new Map(merging), order, rows })
}

/** Rows that somebody else made stood until all was here that they are made of: the next asking makes them of that. */
export const forgetRows = (state: BookState): void => {
  keptRows.delete(state)
}

/** A row and, once they were asked for, the texts it is found and sorted by. */
type Line = { row: HouseholdRow; nameKey?: string; sortKey?: string }

type KeptRows = {
  readonly lines: Map<string, Line>
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
  const villages = new Map<string, Set<string>>()
  const look = (line: Line) => addName(villages, line)
  const made: Line[] = []
  for (const id of touched) {
    const before = kept.lines.get(id)
    if (before !== undefined) {
      kept.lines.delete(id)
      look(before)
    }
    const household = householdOf(state, id)
    if (household !== undefined && household.mergedInto !== null) kept.merging.set(id, mergedInto(state, id))
    else kept.merging.delete(id)
    if (household === undefined || !isListed(state, household)) continue
    const line: Line = { row: rowOf(state, household) }
    made.push(line)
    kept.lines.set(id, line)
    look(line)
  }
  kept.order = merged(
    kept.order.filter(({ row }) => !touched.has(row.id)),
    made.sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1)),
  )
  for (const alike of sameNames(kept.order, villages)) tellSameNamesApart(state, alike)
  kept.rows = kept.order.map(({ row }) => row)
}

const addName = (villages: Map<string, Set<string>>, line: Line): void => {
  const names = villages.get(line.row.village)
  if (names === undefined) villages.set(line.row.village, new Set([nameKeyOf(line)]))
  else names.add(nameKeyOf(line))
}

/** The lines of these names in these villages, those of one name in one village together. */
const sameNames = (order: readonly Line[], villages: ReadonlyMap<string, ReadonlySet<string>>): Iterable<Line[]> => {
  const alike = new Map<string, Line[]>()
  for (const line of order) {
    if (villages.get(line.row.village)?.has(nameKeyOf(line)) !== true) continue
    const key = `${line.row.village}|${nameKeyOf(line)}`
    const lines = alike.get(key)
    if (lines === undefined) alike.set(key, [line])
    else lines.push(line)
  }
  return alike.values()
}

const tellSameNamesApart = (state: BookState, alike: readonly Line[]): void => {
  const marks = alike.length > 1 ? tellApart(alike.map(({ row }) => householdOf(state, row.id)?.fields ?? {})) : []
  for (const [at, line] of alike.entries()) {
    const now = marks[at] ?? null
    if (JSON.stringify(now) !== JSON.stringify(line.row.tellApart)) line.row = { ...line.row, tellApart: now }
  }
}

const nameKeyOf = (line: Line): string => {
  line.nameKey ??= plainText(line.row.headName)
  return line.nameKey
}

/** The id last: rows of one name stand in one order, whatever came first [I5]. */
const sortKeyOf = (line: Line): string => {
  const { village, headName, id } = line.row
  line.sortKey ??= `${village}\u0000${nameSortKey(headName)}\u0000${id}`
  return line.sortKey
}

/** Two sorted lists as one; of the first, only those that are compared are asked for their keys. */
const merged = (a: readonly Line[], b: readonly Line[]): Line[] => {
  const all: Line[] = []
  let from = 0
  for (const line of b) {
    const place = placeIn(a, line, from)
    while (from < place) all.push(a[from++] as Line)
    all.push(line)
  }
  while (from < a.length) all.push(a[from++] as Line)
  return all
}

/** Where the line belongs, at `from` or behind it. */
const placeIn = (order: readonly Line[], line: Line, from: number): number => {
  let low = from
  let high = order.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sortKeyOf(order[middle] as Line) < sortKeyOf(line)) low = middle + 1
    else high = middle
  }
  return low
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
