import { mayWrite } from '../../domain/entries/mayWrite.ts'
import { type Judged, refused } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** "Cùng một hộ": this one leads to the other from now on. Nothing is taken away, and it can be taken back. */
export const mergeHousehold = async (
  store: Store,
  { book, id }: Household,
  into: Household,
): Promise<Judged<Recorded>> => {
  const body = { into: into.id }
  if (book !== into.book || id === into.id) return refused({ field: 'save', code: 'not-saved' })
  if (!mayWrite(store.enrolment?.role ?? 'recorder', 'household.merged', body, 'commune'))
    return refused({ field: 'save', code: 'merge-role' })
  return record(store, { book, kind: 'household.merged', subject: id, body, draft: null })
}
