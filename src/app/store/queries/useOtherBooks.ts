import { useLiveStore } from './StoreContext.tsx'
import { useAreas } from './useAreas.ts'

/**
 * Communes' books besides one. `mine`: this device may write them; `here`: of those, whose content has come; `others`:
 * titles of communes whose books this device doesn't have.
 */
export type OtherBooks = { mine: { id: string; title: string }[]; here: ReadonlySet<string>; others: string[] }

export const useOtherBooks = (book: string): OtherBooks => {
  const { enrolment, cursors } = useLiveStore()
  const areas = useAreas()
  const communes = enrolment?.books.slice(1) ?? []
  const known = new Set(communes.map(({ id }) => id))
  return {
    mine: communes.filter(({ id }) => id !== book),
    here: new Set(cursors.map((cursor) => cursor.book)),
    others: areas
      .communes()
      .filter(({ area }) => area !== book && !known.has(area))
      .map(({ title }) => title),
  }
}
