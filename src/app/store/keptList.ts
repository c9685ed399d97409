import { type BookState, emptyBookState } from '../../domain/book/bookState.ts'
import type { FoldedEntry } from '../../domain/entries/entry.ts'
import { checklistsIn } from '../../domain/foundation/checklists.ts'
import { beginWithRows } from '../../domain/lists/householdRows.ts'
import { packRows, unpackRows } from '../../domain/lists/packedRows.ts'
import { keepWork } from '../../domain/lists/rowWork.ts'
import { type DistrictState, districtEntries } from '../../domain/people/districtState.ts'
import { foldVersion } from '../device/build.ts'
import type { GivenList, KeptList, ListMark } from './listRows.ts'
import { sumOf } from './listSum.ts'
import type { BookCursor } from './tables.ts'

export const markOf = (state: BookState, cursor: BookCursor, district: DistrictState): ListMark => ({
  ...markOfCursor(cursor, district),
  pending: [...state.histories.values()].flatMap((history) =>
    history.filter(({ seq }) => seq === null).map(({ id, stamp }): [string, string] => [id, stamp]),
  ),
})

export const keptListOf = (state: BookState, mark: ListMark, district: DistrictState): KeptList => {
  const text = packRows(state, checklistsIn(district))
  return { book: state.book, mark, sum: sumOf(text), text }
}

/**
 * The book begins with its kept rows, if they can still be gone on from. `whole`: they are made of all that is held;
 * else what came since has touched its households, and will where pages follow. Null where the list says nothing.
 */
export const beginWithList = (
  kept: KeptList,
  own: readonly FoldedEntry[],
  cursor: BookCursor,
  district: DistrictState,
  before: BookState | undefined,
): { state: BookState; whole: boolean } | null => {
  const { mark, ahead } = kept
  const now = markOfCursor(cursor, district)
  if (ahead === true) return null
  if (mark.fold !== now.fold || mark.generation !== now.generation || mark.checklists !== now.checklists) return null
  if (mark.seq > now.seq || (mark.seq === now.seq && mark.digest !== now.digest)) return null
  const since = touchedSince(mark, own)
  if (since === null) return null
  const state = before ?? emptyBookState(kept.book)
  takeRows(state, kept, district, since)
  return { state, whole: since.size === 0 && mark.seq === now.seq }
}

/** The same of a list that came ahead of the pages; null where it isn't one, or says nothing any more. */
export const beginWithListAhead = (
  kept: GivenList,
  own: readonly FoldedEntry[],
  cursor: BookCursor,
  district: DistrictState,
  before: BookState | undefined,
): BookState | null => {
  const { mark, ahead } = kept
  const now = markOfCursor(cursor, district)
  if (ahead !== true || mark.fold !== now.fold || mark.checklists !== now.checklists) return null
  if (now.generation !== 0 || now.seq >= mark.seq) return null
  const state = before ?? emptyBookState(kept.book)
  takeRows(state, kept, district, new Set(own.flatMap(({ seq, subject }) => (seq === null ? [subject] : []))))
  return state
}

const takeRows = (state: BookState, { book, text }: GivenList, district: DistrictState, since: ReadonlySet<string>) => {
  const { known, works } = unpackRows(book, text)
  beginWithRows(state, known)
  const checklists = checklistsIn(district)
  for (const [at, row] of known.rows.entries()) keepWork(row, checklists, works[at]!)
  state.touched.clear()
  for (const subject of since) state.touched.add(subject)
}

const markOfCursor = ({ generation = 0, seq, digest }: BookCursor, district: DistrictState) => ({
  fold: foldVersion,
  generation,
  seq,
  digest,
  checklists: districtEntries(district, 'checklist.published')
    .map(({ id }) => id)
    .join(),
})

/** Subjects of own entries that stand otherwise than when the list was made; null where one of then is gone. */
const touchedSince = ({ seq: upTo, pending }: ListMark, own: readonly FoldedEntry[]): Set<string> | null => {
  const then = new Map(pending)
  const subjects = new Set<string>()
  let met = 0
  for (const { id, seq, stamp, subject } of own) {
    const stampThen = then.get(id)
    if (stampThen !== undefined) met += 1
    const known = seq === null ? stampThen === stamp : stampThen === undefined && seq <= upTo
    if (!known) subjects.add(subject)
  }
  return met === then.size ? subjects : null
}
