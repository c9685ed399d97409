import type { BookState } from '../book/bookState.ts'
import { householdOf } from '../household/householdView.ts'
import type { HouseholdRow } from '../lists/householdRows.ts'
import { type HouseholdFacts, householdFacts } from './householdFacts.ts'
import { type Likeness, likeness } from './likeness.ts'

export type LikeRow = { row: HouseholdRow; likeness: Likeness }

/** So many are asked about at once. */
const most = 5

/**
 * "Có phải là hộ này không?": who in the village may be the one that is being written down, the likeliest first. Asked
 * sooner than the office is: who stands before the family can tell.
 */
export const likeTo = (state: BookState, rows: readonly HouseholdRow[], wanted: HouseholdFacts): LikeRow[] => {
  if (wanted.head.length < 2) return []
  return rows
    .flatMap((row): LikeRow[] => {
      const household = householdOf(state, row.id)
      const found = household === undefined ? null : likeness(wanted, householdFacts(household.fields))
      return found === null || !asks(found) ? [] : [{ row, likeness: found }]
    })
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, most)
}

/** One of the same name is always asked about, whatever else is said; another only while nothing speaks against it. */
const asks = ({ score, signs }: Likeness): boolean => score >= 2 || signs.some(({ sign }) => sign === 'same-name')
