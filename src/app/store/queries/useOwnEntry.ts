import type { OwnEntry } from '../tables.ts'
import { aboutSubject } from './aboutSubject.ts'
import { useLiveStore } from './StoreContext.tsx'

export type OwnEntryPage = { own: OwnEntry; title: string; household: string | null }

/** One entry of this device, whom it is about, and where it stands [L18]. */
export const useOwnEntry = (id: string): OwnEntryPage | null => {
  const store = useLiveStore()
  const own = store.own.find((row) => row.id === id)
  return own === undefined ? null : { own, ...aboutSubject(store, own.entry.book, own.entry.subject) }
}
