import { useMemo } from 'react'
import { checklistsIn } from '../../../domain/foundation/checklists.ts'
import { householdOf } from '../../../domain/household/householdView.ts'
import { reviewQueue, type Waiting } from '../../../domain/lists/reviewQueue.ts'
import { useLiveStore } from './StoreContext.tsx'

export type ReviewRow = Waiting & { name: string; village: string }

/** Checks that wait for review in all books here, oldest first. */
export const useReviewQueue = (): ReviewRow[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    return [...store.books.values()]
      .flatMap((state) =>
        reviewQueue(state, checklists).map((waiting) => {
          const owner = 'household' in waiting.build.for ? householdOf(state, waiting.build.for.household) : undefined
          return { ...waiting, name: owner?.fields.headName ?? '', village: owner?.fields.village ?? '' }
        }),
      )
      .sort((a, b) => (a.check.stamp < b.check.stamp ? -1 : 1))
  }, [version])
}
