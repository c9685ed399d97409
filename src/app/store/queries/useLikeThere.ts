import { useMemo } from 'react'
import { wholeBuilds } from '../../../domain/build/wholeBuilds.ts'
import type { Household } from '../../../domain/household/household.ts'
import { carriedOf, type MoveDraft } from '../../../domain/household/moveDraft.ts'
import { householdFacts } from '../../../domain/likeness/householdFacts.ts'
import { type LikeRow, likeTo } from '../../../domain/likeness/likeTo.ts'
import { householdRows } from '../../../domain/lists/householdRows.ts'
import { useLiveStore } from './StoreContext.tsx'

/** `like`: who in the other book may be the household that moves there; `built`: the one it joins has a build of its own. */
export type LikeThere = { like: readonly LikeRow[]; built: boolean }

export const useLikeThere = (household: Household, draft: MoveDraft): LikeThere => {
  const store = useLiveStore()
  const { version } = store
  const { book, village, into, why } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  const found = useMemo(() => {
    const state = store.books.get(book)
    if (state === undefined || village === '') return []
    return likeTo(state, householdRows(state), householdFacts(carriedOf(household, draft)))
  }, [version, household, book, village, why])
  const state = store.books.get(book)
  const row = state === undefined || into === '' ? undefined : householdRows(state).find(({ id }) => id === into)
  const known = row === undefined || found.some(({ row: one }) => one.id === into)
  return {
    // Who came from the question about the pair stands among them, whatever else is like.
    like: known ? found : [{ row, likeness: { score: 0, signs: [] } }, ...found],
    built: state !== undefined && into !== '' && wholeBuilds(state, into).length > 0,
  }
}
