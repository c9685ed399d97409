import type { Build } from '../../domain/build/build.ts'
import type { BuildAdvanced } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, type RecordedForm, record } from './save.ts'

/** A stage that somebody saw. */
export const advanceBuild = (
  store: Store,
  { book, id }: Build,
  body: BuildAdvanced,
  form: RecordedForm,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'build.advanced', subject: id, body, ...form })
