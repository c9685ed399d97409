import { householdRows } from '../../../domain/lists/householdRows.ts'
import { useLiveStore } from './StoreContext.tsx'

/** Whose history is still on the way, and how far the commune's book has come; null where no row stands ahead of it. */
export const useStillComing = (id: string): { headName: string; read: number; of: number } | null => {
  const { books, ahead, cursors } = useLiveStore()
  for (const [book, of] of ahead) {
    const state = books.get(book)
    const row = state === undefined ? undefined : householdRows(state).find((one) => one.id === id)
    if (row === undefined) continue
    return { headName: row.headName, read: cursors.find((cursor) => cursor.book === book)?.seq ?? 0, of }
  }
  return null
}
