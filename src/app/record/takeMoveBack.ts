import type { Judged } from '../../domain/entries/refusal.ts'
import { refused } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import { moveTakenBack } from '../../domain/household/moveTakenBack.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, recordTogether } from './save.ts'

/** "Chuyển nhầm": the household stands in its old book again, by one save; nothing is deleted in either. */
export const takeMoveBack = async (store: Store, old: Household, reason: string): Promise<Judged<Recorded>> => {
  const taken = moveTakenBack(store.books, old)
  if (taken === null) return refused({ field: 'save', code: 'move-went-on' })
  const voids = taken.map(({ book, subject, entry, kind }) => ({
    book,
    subject,
    kind: 'entry.voided' as const,
    body: { entry, kind, reason },
  }))
  return recordTogether(store, voids, null)
}
