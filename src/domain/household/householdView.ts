import { amendedFields } from '../book/amendedFields.ts'
import { type BookState, viewOf } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { writtenBy } from '../book/writtenBy.ts'
import type {
  Day,
  HouseholdFields,
  HouseholdMerged,
  HouseholdMoved,
  HouseholdRegistered,
  NoteAdded,
  VisitRecorded,
} from '../entries/communeBodies.ts'
import type { FoldedEntry } from '../entries/entry.ts'
import { dayOf } from '../time/day.ts'
import { clockParts } from '../time/hybridClock.ts'
import { type Household, type Visit, wasMet } from './household.ts'
import { livingOf } from './livingOf.ts'
import { standingOf } from './standingOf.ts'

const notFields = ['from', 'copied', 'noticeRead']

/** The household as its history says, or undefined where no registration has come (yet). */
export const householdOf = (state: BookState, id: string): Household | undefined =>
  viewOf(state, id, 'household', (history) => fold(state.book, id, history))

/** Households that stand on lists: not merged into another, not moved to another book. */
export const householdsOf = (state: BookState): Household[] =>
  [...state.households].flatMap((id) => {
    const household = householdOf(state, id)
    return household === undefined || !isListed(state, household) ? [] : [household]
  })

export const isListed = (state: BookState, { id, movedTo }: Household): boolean =>
  movedTo === null && mergedInto(state, id) === id

/** Where merges lead: the household that stands for this one. A cycle resolves to the smallest id. */
export const mergedInto = (state: BookState, id: string): string => {
  const seen: string[] = []
  let at = id
  while (!seen.includes(at)) {
    seen.push(at)
    const next = householdOf(state, at)?.mergedInto
    if (next === undefined || next === null) return at
    at = next
  }
  return seen.slice(seen.indexOf(at)).sort()[0] ?? id
}

const fold = (book: string, id: string, all: readonly FoldedEntry[]): Household | undefined => {
  const history = unvoided(all)
  const begin = history.find(({ kind }) => kind === 'household.registered')
  if (begin === undefined) return undefined
  const body = begin.body as HouseholdRegistered
  const { fields, bases, conflicts } = amendedFields(begin, history, 'household.amended', notFields)
  const visits = history
    .filter(({ kind }) => kind === 'visit.recorded')
    .map(visitOf)
    .sort(latestSeenFirst)
  const registered = writtenBy(begin)
  const noticeReadOn = noticeOf(body, registered, visits)
  const writtenOn = (field: keyof HouseholdFields): Day | undefined => {
    const base = bases[field]
    const from = base === undefined || base === begin.id ? begin : history.find(({ id }) => id === base)
    return base === undefined || from === undefined ? undefined : dayOf(clockParts(from.stamp).ms)
  }
  const known: Household['writtenOn'] = {
    dwelling: writtenOn('dwelling'),
    oldHouseDown: writtenOn('oldHouseDown'),
    // The name as registered was there before anybody died.
    headName: bases.headName === begin.id ? undefined : writtenOn('headName'),
  }
  return {
    id,
    book,
    fields: fields as HouseholdFields,
    bases: bases as Household['bases'],
    conflicts,
    registered,
    noticeRead: noticeReadOn !== null,
    noticeReadOn,
    writtenOn: known,
    living: livingOf(fields as HouseholdFields, visits, known),
    standing: standingOf(visits, known.headName),
    mergedInto: lastBody<HouseholdMerged>(history, 'household.merged')?.into ?? null,
    merges: history.filter(({ kind }) => kind === 'household.merged').map(writtenBy),
    different: history.flatMap(differentOf),
    movedTo: movedOf(history),
    movedFrom: body.from ?? null,
    visits,
  }
}

/** By the day it was, then by when it was written; the id last, for one order everywhere [I5]. */
export const latestSeenFirst = (a: Visit, b: Visit): number =>
  a.date !== b.date
    ? a.date < b.date
      ? 1
      : -1
    : a.stamp !== b.stamp
      ? a.stamp < b.stamp
        ? 1
        : -1
      : a.entry < b.entry
        ? 1
        : -1

const differentOf = (entry: FoldedEntry): Household['different'] =>
  entry.kind === 'note.added'
    ? ((entry.body as NoteAdded).different ?? []).map((household) => ({ household, written: writtenBy(entry) }))
    : []

const visitOf = (entry: FoldedEntry): Visit => {
  const body = entry.body as VisitRecorded
  return { ...writtenBy(entry), body, date: body.date, met: wasMet(body) }
}

const noticeOf = (
  body: HouseholdRegistered,
  { ms, person }: Household['registered'],
  visits: readonly Visit[],
): Household['noticeReadOn'] => {
  if (body.noticeRead === true) return { day: dayOf(ms), person }
  const first = visits.findLast((visit) => visit.body.noticeRead === true)
  return first === undefined ? null : { day: first.date, person: first.person }
}

const movedOf = (history: readonly FoldedEntry[]): Household['movedTo'] => {
  const last = history.findLast(({ kind }) => kind === 'household.moved')
  if (last === undefined) return null
  const { to, household = null, reason = '' } = last.body as HouseholdMoved
  return { ...writtenBy(last), book: to, household, reason }
}

const lastBody = <Body>(history: readonly FoldedEntry[], kind: string): Body | undefined =>
  history.findLast((entry) => entry.kind === kind)?.body as Body | undefined
