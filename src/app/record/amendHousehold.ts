import type { HouseholdAmended } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** What was found to be otherwise at a household, or which of two values is right. */
export const amendHousehold = (
  store: Store,
  { book, id }: Household,
  body: HouseholdAmended,
  draft: string,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'household.amended', subject: id, body, draft })
