import { useMemo } from 'react'
import type { LikelyPair } from '../../../domain/likeness/likelyPairs.ts'
import { likelyPairs } from '../../../domain/likeness/likelyPairs.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Households that may be one, of all books here, the likeliest first; without those told apart. */
export const useLikely = (): LikelyPair[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(
    () => [...store.books.values()].flatMap(likelyPairs).sort((a, b) => b.likeness.score - a.likeness.score),
    [version],
  )
}
