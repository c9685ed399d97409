import { useMemo } from 'react'
import { type BoardLine, boardOf, type Counts, sumCounts } from '../../../domain/lists/board.ts'
import { type CommuneCounts, sumTreatment, type TreatmentCounts } from '../../../domain/lists/boardGroups.ts'
import { treatmentHouses } from '../../../domain/lists/treatmentHouses.ts'
import { rowsOfBook } from './rowsOfBook.ts'
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
      const { commune, villages } = boardOf(state, rowsOfBook(state))
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
