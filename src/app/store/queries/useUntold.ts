import type { Build, Review } from '../../../domain/build/build.ts'
import { untoldReview } from '../../../domain/lists/rowWork.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The latest answer of an inspector that nobody has told the family of. */
export const useUntold = (build: Build | undefined): Review | null => {
  const { books } = useLiveStore()
  const state = build === undefined ? undefined : books.get(build.book)
  return build === undefined || state === undefined ? null : untoldReview(state, build)
}
