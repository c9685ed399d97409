import { useMemo } from 'react'
import { type LikelyPair, type LikelyPairs, likelyPairs } from '../../../domain/likeness/likelyPairs.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Households that may be one, of all books here, the likeliest first. */
export const useLikely = (): LikelyPairs => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const books = [...store.books.values()].map(likelyPairs)
    const all = (of: (pairs: LikelyPairs) => readonly LikelyPair[]) =>
      books.flatMap(of).sort((a, b) => b.likeness.score - a.likeness.score)
    return { asked: all(({ asked }) => asked), told: all(({ told }) => told) }
  }, [version])
}
