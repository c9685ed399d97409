import { useMemo } from 'react'
import { type BoardLine, boardOf, type Counts, sumCounts } from '../../../domain/lists/board.ts'
import { rowsOfBook } from './rowsOfBook.ts'
import { useLiveStore } from './StoreContext.tsx'

export type Board = { total: Counts; communes: { id: string; title: string; counts: Counts; villages: BoardLine[] }[] }

/** The board of all books here, by commune and village. */
export const useBoard = (): Board => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const titles = new Map(store.cursors.map(({ book, title }) => [book, title]))
    const communes = [...store.books.values()].map((state) => {
      const { commune, villages } = boardOf(state, rowsOfBook(state))
      return { id: state.book, title: titles.get(state.book) ?? state.book, counts: commune, villages }
    })
    communes.sort((a, b) => a.title.localeCompare(b.title, 'vi'))
    return { total: sumCounts(communes.map(({ counts }) => counts)), communes }
  }, [version])
}
