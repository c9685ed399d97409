import { useMemo } from 'react'
import type { BookState } from '../../../domain/book/bookState.ts'
import { type Checklists, checklistsIn } from '../../../domain/foundation/checklists.ts'
import { inReviewOrder, reviewQueue, type Waiting } from '../../../domain/lists/reviewQueue.ts'
import { ownerOf } from './ownerOf.ts'
import { useLiveStore } from './StoreContext.tsx'

export type ReviewRow = Waiting & { name: string; village: string }

/** Checks that wait for review in all books here: families in a tent first, then the oldest. */
export const useReviewQueue = (): ReviewRow[] => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const checklists = checklistsIn(store.district)
    return [...store.books.values()].flatMap((state) => waitingIn(state, checklists)).sort(inReviewOrder)
  }, [version])
}

const kept = new WeakMap<BookState, { version: number; checklists: Checklists; rows: ReviewRow[] }>()

/** A book's part of the queue, made once until the book changes: an answer saved costs one book, not all. */
const waitingIn = (state: BookState, checklists: Checklists): ReviewRow[] => {
  const before = kept.get(state)
  if (before?.version === state.version && before.checklists === checklists) return before.rows
  const rows = reviewQueue(state, checklists).map((waiting) => ({ ...waiting, ...ownerOf(state, waiting.build) }))
  kept.set(state, { version: state.version, checklists, rows })
  return rows
}
