import type { Build } from '../../domain/build/build.ts'
import type { FoundationChecked } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, type RecordedForm, record } from './save.ts'

/** One sitting of a foundation check. */
export const recordFoundationCheck = (
  store: Store,
  build: Build,
  body: FoundationChecked,
  form: RecordedForm,
): Promise<Judged<Recorded>> =>
  record(store, { book: build.book, kind: 'foundation.checked', subject: build.id, body, ...form })
