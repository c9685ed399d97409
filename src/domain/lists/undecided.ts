import type { BookState } from '../book/bookState.ts'
import { buildOf } from '../build/buildView.ts'
import { type HouseholdRow, householdRows } from './householdRows.ts'

/**
 * Households about which somebody has to decide: a head died and no new one is written down, or a family moved
 * away and its unfinished build was neither paused nor given up.
 */
export const undecidedIn = (state: BookState): HouseholdRow[] =>
  householdRows(state).filter((row) => {
    if (row.standing === 'here') return false
    if (row.standing === 'head-died') return true
    const build = row.build === null ? undefined : buildOf(state, row.build)
    return build !== undefined && build.stage !== 'handed-over' && !build.fields.hold
  })
