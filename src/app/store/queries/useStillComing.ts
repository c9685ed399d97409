import { householdRows } from '../../../domain/lists/householdRows.ts'
import { useLiveStore } from './StoreContext.tsx'

/** How far its commune's book has come, where a household's row stands ahead of its history; null elsewhere. */
export const useStillComing = (id: string): { read: number; of: number } | null => {
  const { books, ahead, cursors } = useLiveStore()
  for (const [book, of] of ahead) {
    const state = books.get(book)
    if (state !== undefined && householdRows(state).some((row) => row.id === id))
      return { read: cursors.find((cursor) => cursor.book === book)?.seq ?? 0, of }
  }
  return null
}
