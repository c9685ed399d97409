import type { KnownKind } from '../../domain/entries/kinds.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** Takes one entry back; it stays readable in the book, and what it said no longer counts. */
export const takeBack = (
  store: Store,
  about: { book: string; subject: string },
  taken: { entry: string; kind: KnownKind },
  reason: string,
): Promise<Judged<Recorded>> =>
  record(store, { ...about, kind: 'entry.voided', body: { ...taken, reason }, draft: null })
