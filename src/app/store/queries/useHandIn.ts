import type { HouseholdRegistered } from '../../../domain/entries/communeBodies.ts'
import { clockParts } from '../../../domain/time/hybridClock.ts'
import type { Store } from '../store.ts'
import type { Delivery, OwnEntry } from '../tables.ts'
import { aboutSubject } from './aboutSubject.ts'
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
  title:
    aboutSubject(store, entry.book, entry.subject).title ||
    ((entry.body as Partial<HouseholdRegistered>).headName ?? ''),
  ms: clockParts(entry.at).ms,
  delivery,
})
