import type { Build, Photo } from '../../../domain/build/build.ts'
import { buildsFor } from '../../../domain/build/buildView.ts'
import type { Household } from '../../../domain/household/household.ts'
import { householdOf, mergedInto } from '../../../domain/household/householdView.ts'
import { photosAbout } from '../../../domain/lists/photosAbout.ts'
import { type TimelineLine, timeline } from '../../../domain/lists/timeline.ts'
import { useLiveStore } from './StoreContext.tsx'

export type HouseholdPage = { household: Household; builds: Build[]; photos: Photo[]; lines: TimelineLine[] }

/** A household with all that is known of it here; a merged one leads to the one that stands for it. */
export const useHousehold = (id: string): HouseholdPage | null => {
  const { books } = useLiveStore()
  for (const state of books.values()) {
    if (!state.households.has(id)) continue
    const standing = mergedInto(state, id)
    const household = householdOf(state, standing)
    if (household === undefined) continue
    const builds = buildsFor(state, standing)
    const photos = photosAbout(state, [standing, ...builds.map((build) => build.id)])
    return { household, builds, photos, lines: timeline(state, standing) }
  }
  return null
}
