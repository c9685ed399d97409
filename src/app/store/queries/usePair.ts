import type { BookState } from '../../../domain/book/bookState.ts'
import type { Build } from '../../../domain/build/build.ts'
import { buildsFor } from '../../../domain/build/buildView.ts'
import type { Household } from '../../../domain/household/household.ts'
import { householdOf, mergedInto } from '../../../domain/household/householdView.ts'
import { householdFacts } from '../../../domain/likeness/householdFacts.ts'
import { type Likeness, likeness } from '../../../domain/likeness/likeness.ts'
import { useLiveStore } from './StoreContext.tsx'

/** One side: the household as it was written down itself, and its build. */
export type Side = { household: Household; build: Build | undefined }
export type Pair = {
  a: Side
  b: Side
  likeness: Likeness | null
  /** The one of the two that leads to the other by now. */
  merged: Household | null
}

/** Two households side by side, merged or not; they may stand in two books. */
export const usePair = (a: string, b: string): Pair | null => {
  const { books } = useLiveStore()
  const states = [...books.values()]
  const [one, other] = [a, b].map((id) => sideIn(states, id))
  if (one === undefined || other === undefined) return null
  const [{ household: left, state }, { household: right }] = [one, other]
  const merged =
    left.book !== right.book || mergedInto(state, a) !== mergedInto(state, b)
      ? null
      : [left, right].find(({ id }) => mergedInto(state, id) !== id)
  return {
    a: one,
    b: other,
    likeness: likeness(householdFacts(left.fields, left.book), householdFacts(right.fields, right.book)),
    merged: merged ?? null,
  }
}

const sideIn = (states: readonly BookState[], id: string): (Side & { state: BookState }) | undefined => {
  for (const state of states) {
    const household = householdOf(state, id)
    if (household !== undefined) return { household, build: buildsFor(state, id).at(-1), state }
  }
  return undefined
}
