import { buildOf } from '../../../domain/build/buildView.ts'
import { householdOf } from '../../../domain/household/householdView.ts'
import { stationsOf } from '../../../domain/station/stationView.ts'
import type { Store } from '../store.ts'

/** Whom an entry is about: its household's (or its station's) name, and the household's page where there is one. */
export const aboutSubject = (
  store: Store,
  book: string,
  subject: string,
): { title: string; household: string | null } => {
  const state = store.books.get(book)
  if (state === undefined) return { title: '', household: null }
  const build = state.builds.has(subject) ? buildOf(state, subject) : undefined
  if (build !== undefined && 'station' in build.for) {
    const { station } = build.for
    return { title: stationsOf(state).find(({ id }) => id === station)?.fields.name ?? '', household: null }
  }
  const id = build !== undefined && 'household' in build.for ? build.for.household : subject
  const household = householdOf(state, id)
  return { title: household?.fields.headName ?? '', household: household === undefined ? null : id }
}
