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

/** Two households of one book side by side, merged or not. */
export const usePair = (a: string, b: string): Pair | null => {
  const { books } = useLiveStore()
  for (const state of books.values()) {
    const [one, other] = [householdOf(state, a), householdOf(state, b)]
    if (one === undefined || other === undefined) continue
    const side = (household: Household): Side => ({ household, build: buildsFor(state, household.id).at(-1) })
    const merged =
      mergedInto(state, a) !== mergedInto(state, b) ? null : [one, other].find(({ id }) => mergedInto(state, id) !== id)
    return {
      a: side(one),
      b: side(other),
      likeness: likeness(householdFacts(one.fields), householdFacts(other.fields)),
      merged: merged ?? null,
    }
  }
  return null
}
