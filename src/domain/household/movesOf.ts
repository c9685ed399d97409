import type { BookState } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { buildsFor } from '../build/buildView.ts'
import type { Household } from './household.ts'
import { householdOf } from './householdView.ts'
import { wholeHousehold } from './wholeHousehold.ts'

/**
 * The page in the other commune's book. `page`: null where that book (or its entry) is not on this device. `move`: who
 * moved it, when and why, where the old book is here. `later`: what was recorded in the old book after the move.
 */
export type OtherPage = {
  book: string
  page: Pick<Household, 'id' | 'fields'> | null
  move: Household['movedTo']
  later: number
}

export type Moves = { to: OtherPage | null; from: OtherPage[] }

/** Where a household moved to, and where it (and those merged into it) came from, as far as the books here tell. */
export const movesOf = (
  books: ReadonlyMap<string, BookState>,
  household: Household,
  merged: readonly Household[],
): Moves => ({
  to: movedTo(books, household),
  from: [household, ...merged].flatMap(({ movedFrom }) => (movedFrom === null ? [] : [cameFrom(books, movedFrom)])),
})

const movedTo = (books: ReadonlyMap<string, BookState>, old: Household): OtherPage | null => {
  const { movedTo: move } = old
  if (move === null) return null
  const there = books.get(move.book)
  const page = there === undefined || move.household === null ? undefined : wholeHousehold(there, move.household)
  return { book: move.book, page: page ?? null, move, later: laterThan(books.get(old.book), old) }
}

const cameFrom = (
  books: ReadonlyMap<string, BookState>,
  { book, household }: NonNullable<Household['movedFrom']>,
): OtherPage => {
  const state = books.get(book)
  const page = state === undefined ? undefined : householdOf(state, household)
  if (page === undefined) return { book, page: null, move: null, later: 0 }
  return { book, page, move: page.movedTo, later: laterThan(state, page) }
}

/** [L14] Somebody without a signal went on recording in the old book: it is kept there, and said at both ends. */
const laterThan = (state: BookState | undefined, { id, movedTo }: Household): number => {
  if (state === undefined || movedTo === null) return 0
  const subjects = [id, ...buildsFor(state, id).map((build) => build.id)]
  return subjects
    .flatMap((subject) => unvoided(state.histories.get(subject) ?? []))
    .filter(({ kind, stamp }) => stamp > movedTo.stamp && kind !== 'entry.voided' && kind !== 'photo.taken').length
}
