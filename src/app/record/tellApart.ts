import type { Judged } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import type { Store } from '../store/store.ts'
import { addNote } from './addNote.ts'
import type { Recorded } from './save.ts'

/** "Hai hộ khác nhau": a note about the one that names the other, so that no colleague is asked again. */
export const tellApart = (
  store: Store,
  household: Household,
  other: Household,
  text: string,
): Promise<Judged<Recorded>> => addNote(store, household, { text, different: [other.id] }, null)
