import type { BookState } from '../book/bookState.ts'
import { buildsFor } from '../build/buildView.ts'
import type { Household } from '../household/household.ts'
import { householdOf, isListed } from '../household/householdView.ts'

/** What two people wrote of one household without knowing of each other, not settled yet [R-amend-02]. */
export type OpenConflict = { household: Household; fields: string[]; build: string | null }

/** Households with something to settle: their own fields, or their build's (`build`). */
export const openConflicts = (state: BookState): OpenConflict[] =>
  [...state.households].flatMap((id): OpenConflict[] => {
    const household = householdOf(state, id)
    if (household === undefined || !isListed(state, household)) return []
    const fields = household.conflicts.map(({ field }) => field)
    const build = buildsFor(state, id).find(({ conflicts }) => conflicts.length > 0)
    return fields.length === 0 && build === undefined ? [] : [{ household, fields, build: build?.id ?? null }]
  })
