import type { VisitRecorded } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, type RecordedForm, record } from './save.ts'

/** One visit of a team to a household. */
export const recordVisit = (
  store: Store,
  book: string,
  household: string,
  body: VisitRecorded,
  form: RecordedForm,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'visit.recorded', subject: household, body, ...form })
