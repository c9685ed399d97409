import type { HouseholdRegistered } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, type RecordedForm, record } from './save.ts'

/** A household that was not on the list. */
export const registerHousehold = (
  store: Store,
  book: string,
  body: HouseholdRegistered,
  form: RecordedForm,
): Promise<Judged<Recorded>> =>
  record(store, { book, kind: 'household.registered', subject: store.device.uuid7(), body, ...form })
