import { useLiveStore } from './StoreContext.tsx'

/** How many of the communes that this device may read have come, of how many. */
export const useBooksHere = (): { here: number; of: number } => {
  const { enrolment, cursors } = useLiveStore()
  const communes = enrolment?.books.slice(1) ?? []
  const come = new Set(cursors.map(({ book }) => book))
  return { here: communes.filter(({ id }) => come.has(id)).length, of: communes.length }
}
