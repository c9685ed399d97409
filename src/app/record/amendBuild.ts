import type { Build } from '../../domain/build/build.ts'
import type { BuildAmended } from '../../domain/entries/communeBodies.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** What was found to be otherwise at a build: paused, given up, going on again. */
export const amendBuild = (
  store: Store,
  { book, id }: Build,
  body: BuildAmended,
  draft: string,
): Promise<Judged<Recorded>> => record(store, { book, kind: 'build.amended', subject: id, body, draft })
