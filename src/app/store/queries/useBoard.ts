import { useMemo } from 'react'
import type { BookState } from '../../../domain/book/bookState.ts'
import { type BoardLine, boardOf, type Counts, sumCounts } from '../../../domain/lists/board.ts'
import { type CommuneCounts, sumTreatment, type TreatmentCounts } from '../../../domain/lists/boardGroups.ts'
import { householdRows } from '../../../domain/lists/householdRows.ts'
import { treatmentHouses } from '../../../domain/lists/treatmentHouses.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useAreas } from './useAreas.ts'

export type BoardCommune = CommuneCounts & { villages: BoardLine[] }
export type Board = { total: Counts; treatment: TreatmentCounts; communes: BoardCommune[] }

/** The board of all books here, by commune and village. */
export const useBoard = (): Board => {
  const store = useLiveStore()
  const areas = useAreas()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const titles = new Map(store.cursors.map(({ book, title }) => [book, title]))
    const communes = [...store.books.values()].map((state): BoardCommune => {
      const { commune, villages } = countsOf(state)
      const title = titles.get(state.book) ?? areas.title(state.book)
      const border = areas.byId(state.book)?.border === true
      return { id: state.book, title, border, counts: commune, treatment: treatmentHouses(state), villages }
    })
    communes.sort((a, b) => a.title.localeCompare(b.title, 'vi'))
    return {
      total: sumCounts(communes.map(({ counts }) => counts)),
      treatment: sumTreatment(communes.map(({ treatment }) => treatment)),
      communes,
    }
  }, [version, areas])
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
