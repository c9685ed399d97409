import { useMemo } from 'react'
import type { BookState } from '../../../domain/book/bookState.ts'
import { type BoardLine, boardOf, type Counts, sumCounts } from '../../../domain/lists/board.ts'
import { householdRows } from '../../../domain/lists/householdRows.ts'
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
      const { commune, villages } = countsOf(state)
      return { id: state.book, title: titles.get(state.book) ?? state.book, counts: commune, villages }
    })
    communes.sort((a, b) => a.title.localeCompare(b.title, 'vi'))
    return { total: sumCounts(communes.map(({ counts }) => counts)), communes }
  }, [version])
}

const kept = new WeakMap<BookState, { version: number; counts: ReturnType<typeof boardOf> }>()

/** A book's counts, made once until the book changes. */
const countsOf = (state: BookState): ReturnType<typeof boardOf> => {
  const before = kept.get(state)
  if (before?.version === state.version) return before.counts
  const counts = boardOf(state, householdRows(state))
  kept.set(state, { version: state.version, counts })
  return counts
}
