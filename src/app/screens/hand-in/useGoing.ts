import { useState } from 'react'
import type { Going } from '../../../language/handInWords.ts'
import { photoCounts } from '../../pictures/photoCounts.ts'
import { useBooksHere } from '../../store/queries/useBooksHere.ts'
import { useOwnPhotos } from '../../store/queries/usePhotoRows.ts'
import type { SyncState } from '../../sync/syncState.ts'

/**
 * Of a hand-in that runs: how much of what waited has gone since it began, counted from storage; null while none runs.
 * `entries`: those that wait now.
 */
export const useGoing = (state: SyncState, entries: number): Going | null => {
  const { waiting: photos, bytesLeft } = photoCounts(useOwnPhotos())
  const { entries: books } = useBooksHere()
  const [most, setMost] = useState(nothing)
  const running = state.at === 'running'
  // What is recorded meanwhile goes along.
  const now = running ? { entries: Math.max(most.entries, entries), photos: Math.max(most.photos, photos) } : nothing
  if (now.entries !== most.entries || now.photos !== most.photos) setMost(now)
  if (!running) return null
  return {
    lane: state.lane,
    entries: { done: now.entries - entries, of: now.entries },
    photos: { done: now.photos - photos, of: now.photos, bytesLeft },
    books,
    other: state.waiting,
  }
}

const nothing = { entries: 0, photos: 0 }
