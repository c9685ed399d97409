import type { NoteAdded } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Household } from '../../domain/household/household.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** A note about a household; `told` names the reviews whose result the family was told without a visit. */
export const addNote = (
  store: Store,
  { book, id }: Household,
  body: NoteAdded,
  draft: string | null,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'note.added', subject: id, body, draft })
