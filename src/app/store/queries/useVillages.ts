import { useMemo } from 'react'
import { compareTitles } from '../../../domain/names/compareTitles.ts'
import { rowsOfBooks } from './rowsOfBooks.ts'
import { useLiveStore } from './StoreContext.tsx'
import { useAreas } from './useAreas.ts'

export type BookVillages = { book: string; title: string; villages: { id: string; title: string }[] }

/** The villages where households live, by commune; also those that were typed because no list had come yet. */
export const useVillages = (): BookVillages[] => {
  const store = useLiveStore()
  const areas = useAreas()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const books = new Map<string, Set<string>>()
    for (const { book, village } of rowsOfBooks(store)) books.set(book, (books.get(book) ?? new Set()).add(village))
    return (store.enrolment?.books ?? []).flatMap(({ id, title }) => {
      const villages = [...(books.get(id) ?? [])].map((one) => ({ id: one, title: areas.title(one) }))
      villages.sort((a, b) => compareTitles(a.title, b.title))
      return villages.length === 0 ? [] : [{ book: id, title, villages }]
    })
  }, [version, areas])
}
