import type { Build, Photo } from '../../../domain/build/build.ts'
import { wholeBuilds } from '../../../domain/build/wholeBuilds.ts'
import type { Household } from '../../../domain/household/household.ts'
import { householdOf } from '../../../domain/household/householdView.ts'
import { type Moves, movesOf } from '../../../domain/household/movesOf.ts'
import { membersOf, wholeHousehold } from '../../../domain/household/wholeHousehold.ts'
import { photosAbout } from '../../../domain/lists/photosAbout.ts'
import { type TimelineLine, timeline } from '../../../domain/lists/timeline.ts'
import { useLiveStore } from './StoreContext.tsx'

/** `merged`: those that were merged into this one; `builds`: theirs too, the last is the one that stands. */
export type HouseholdPage = {
  household: Household
  builds: Build[]
  photos: Photo[]
  lines: TimelineLine[]
  merged: Household[]
  /** Its pages in other communes' books. */
  moves: Moves
}

/** A household with all that is known of it here; a merged one leads to the one that stands for it. */
export const useHousehold = (id: string): HouseholdPage | null => {
  const { books } = useLiveStore()
  for (const state of books.values()) {
    const household = state.households.has(id) ? wholeHousehold(state, id) : undefined
    if (household === undefined) continue
    const members = membersOf(state, household.id)
    const builds = wholeBuilds(state, household.id)
    const photos = photosAbout(state, [...members, ...builds.map((build) => build.id)])
    const merged = members.slice(1).flatMap((one) => householdOf(state, one) ?? [])
    const moves = movesOf(books, household, merged)
    return { household, builds, photos, lines: timeline(state, household.id), merged, moves }
  }
  return null
}
