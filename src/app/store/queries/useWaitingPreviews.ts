import { photosAbout } from '../../../domain/lists/photosAbout.ts'
import { useLiveStore } from './StoreContext.tsx'
import type { ReviewRow } from './useReviewQueue.ts'

/** Hashes of the previews that belong to these checks' houses, in the order of the queue, each once. */
export const useWaitingPreviews = (rows: readonly ReviewRow[]): string[] => {
  const { books } = useLiveStore()
  const previews = rows.flatMap(({ build }) => {
    const state = books.get(build.book)
    return state === undefined ? [] : photosAbout(state, [build.id])
  })
  // A trial's photos without bytes will never come.
  return [...new Set(previews.filter(({ body }) => body.bytesKept !== false).map(({ body }) => body.preview.sha256))]
}
