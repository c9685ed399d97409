import type { BuildPlanned } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** A new build, for a household or a station. */
export const planBuild = (store: Store, book: string, body: BuildPlanned): Promise<Judged<Recorded>> =>
  record(store, { book, kind: 'build.planned', subject: store.device.uuid7(), body, draft: null })
