import { type BookState, emptyBookState } from '../../domain/book/bookState.ts'
import type { FoldedEntry } from '../../domain/entries/entry.ts'
import { checklistsIn } from '../../domain/foundation/checklists.ts'
import { beginWithRows } from '../../domain/lists/householdRows.ts'
import { packRows, unpackRows } from '../../domain/lists/packedRows.ts'
import { keepWork } from '../../domain/lists/rowWork.ts'
import { type DistrictState, districtEntries } from '../../domain/people/districtState.ts'
import { foldVersion } from '../device/build.ts'
import type { KeptList, ListMark } from './listRows.ts'
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
  const { mark } = kept
  const now = markOfCursor(cursor, district)
  if (mark.fold !== now.fold || mark.generation !== now.generation || mark.checklists !== now.checklists) return null
  if (mark.seq > now.seq || (mark.seq === now.seq && mark.digest !== now.digest)) return null
  const since = touchedSince(mark, own)
  if (since === null || !isWhole(kept)) return null
  const state = before ?? emptyBookState(kept.book)
  const { known, works } = unpackRows(kept.book, kept.text)
  beginWithRows(state, known)
  const checklists = checklistsIn(district)
  for (const [at, row] of known.rows.entries()) keepWork(row, checklists, works[at]!)
  state.touched.clear()
  for (const subject of since) state.touched.add(subject)
  return { state, whole: since.size === 0 && mark.seq === now.seq }
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

export const isWhole = ({ text, sum }: KeptList): boolean => sum === sumOf(text)

/** FNV-1a over the text's code units: what the disk mangled is not gone on from. */
const sumOf = (text: string): number => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}
