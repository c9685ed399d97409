import type { Build } from '../../domain/build/build.ts'
import type { Judged } from '../../domain/entries/refusal.ts'
import type { Question } from '../../domain/money/oneOfEach.ts'
import { dayOf } from '../../domain/time/day.ts'
import type { Store } from '../store/store.ts'
import { type Recorded, record } from './save.ts'

/** Says whether two recorded amounts are one. The answer has their source and form, which say who may give it, and no amount. */
export const answerSameMoney = (
  store: Store,
  { book, id }: Build,
  { asked, like }: Question,
  same: boolean,
): Promise<Judged<Recorded>> => {
  const { source, form, state } = asked.body
  const sameAs = { of: asked.entry, entry: like.entry, same }
  const body = { source, form, state, date: dayOf(store.clock().nowMs), sameAs }
  return record(store, { book, kind: 'contribution.recorded', subject: id, body, draft: null })
}
