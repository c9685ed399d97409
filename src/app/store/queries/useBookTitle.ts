import { useLiveStore } from './StoreContext.tsx'
import { useAreas } from './useAreas.ts'

/** A commune's title: as its book is called on this device, else as the district declares it. */
export const useBookTitle = (): ((book: string) => string) => {
  const { enrolment } = useLiveStore()
  const areas = useAreas()
  return (book) => enrolment?.books.find(({ id }) => id === book)?.title ?? areas.title(book)
}
