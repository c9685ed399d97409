import type { Build } from '../../domain/build/build.ts'
import type { ContributionRecorded } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, type RecordedForm, record } from './save.ts'

/** Money, material or labour for a foundation, promised or handed over. */
export const recordContribution = (
  store: Store,
  { book, id }: Build,
  body: ContributionRecorded,
  form: RecordedForm,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'contribution.recorded', subject: id, body, ...form })
