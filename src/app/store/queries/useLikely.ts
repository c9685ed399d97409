import { useMemo } from 'react'
import { type LikelyPair, type LikelyPairs, likelyPairs } from '../../../domain/likeness/likelyPairs.ts'
import { pairsAcross } from '../../../domain/likeness/pairsAcross.ts'
import { useLiveStore } from './StoreContext.tsx'

/** `across`: of two communes' books. */
export type Likely = LikelyPairs & { across: LikelyPairs }

/** Households that may be one, of all books here, the likeliest first. */
export const useLikely = (): Likely => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const states = [...store.books.values()]
    const books = states.map(likelyPairs)
    const all = (of: (pairs: LikelyPairs) => readonly LikelyPair[]) =>
      books.flatMap(of).sort((a, b) => b.likeness.score - a.likeness.score)
    return { asked: all(({ asked }) => asked), told: all(({ told }) => told), across: pairsAcross(states) }
  }, [version])
}
