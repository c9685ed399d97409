import { type RegisterDraft, registeredOf } from '../../../domain/household/registerDraft.ts'
import { householdFacts } from '../../../domain/likeness/householdFacts.ts'
import { type LikeRow, likeTo } from '../../../domain/likeness/likeTo.ts'
import type { Location } from '../../../domain/place/location.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useHouseholds } from './useHouseholds.ts'

/** Who in the village may be the household that is being written down. */
export const useLikeTo = (draft: RegisterDraft, place: Location | null): LikeRow[] => {
  const { books } = useLiveStore()
  const rows = useHouseholds({ village: draft.village })
  const state = books.get(draft.book)
  return state === undefined ? [] : likeTo(state, rows, householdFacts(registeredOf(draft, place)))
}
