import { useLiveStore } from './StoreContext.tsx'

/** How many of the communes that this device may read have come, of how many; `entries`: of all books, so far. */
export const useBooksHere = (): { here: number; of: number; entries: number } => {
  const { enrolment, cursors } = useLiveStore()
  const communes = enrolment?.books.slice(1) ?? []
  const come = new Set(cursors.map(({ book }) => book))
  return {
    here: communes.filter(({ id }) => come.has(id)).length,
    of: communes.length,
    entries: cursors.reduce((sum, { seq }) => sum + seq, 0),
  }
}
