import { accepted, type Judged } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import type { Store } from '../store/store.ts'
import { takeBack } from './takeBack.ts'

/** Takes a merge back, whoever made it and however often: this household stands for itself again. */
export const separateHousehold = async (
  store: Store,
  { book, id, merges }: Household,
  reason: string,
): Promise<Judged<null>> => {
  for (const { entry } of merges) {
    const taken = await takeBack(store, { book, subject: id }, { entry, kind: 'household.merged' }, reason)
    if (!taken.ok) return taken
  }
  return accepted(null)
}
