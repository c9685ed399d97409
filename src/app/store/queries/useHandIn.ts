import type { HouseholdRegistered } from '../../../domain/entries/communeBodies.ts'
import { householdOf } from '../../../domain/household/householdView.ts'
import type { Store } from '../openStore.ts'
import type { Delivery, OwnEntry } from '../tables.ts'
import { useLiveStore } from './StoreContext.tsx'

export type WaitingItem = { id: string; kind: string; subject: string; title: string; ms: number; delivery: Delivery }

/** What this phone recorded and where each of it stands, counted from storage [L5]; newest first. */
export type HandIn = {
  waiting: number
  handedIn: number
  held: number
  items: WaitingItem[]
  lastReceiptMs: number | null
}

export const useHandIn = (): HandIn => {
  const store = useLiveStore()
  const items = store.own.map((row) => itemOf(store, row)).reverse()
  const count = (at: Delivery['at']) => items.filter(({ delivery }) => delivery.at === at).length
  const receipts = items.flatMap(({ delivery }) => (delivery.at === 'handed-in' ? [delivery.ms] : []))
  return {
    waiting: count('waiting'),
    handedIn: count('handed-in'),
    held: count('held') + count('refused'),
    items,
    lastReceiptMs: receipts.length === 0 ? null : Math.max(...receipts),
  }
}

const itemOf = (store: Store, { id, entry, delivery }: OwnEntry): WaitingItem => ({
  id,
  kind: entry.kind,
  subject: entry.subject,
  title: titleOf(store, entry.book, entry.subject) ?? (entry.body as Partial<HouseholdRegistered>).headName ?? '',
  ms: Number.parseInt(entry.at.slice(0, 12), 16),
  delivery,
})

const titleOf = (store: Store, book: string, subject: string): string | undefined => {
  const state = store.books.get(book)
  return state && householdOf(state, subject)?.fields.headName
}
