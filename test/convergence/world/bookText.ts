import type { BookState } from '../../../src/domain/book/bookState.ts'
import { canonicalJson } from '../../../src/domain/book/canonicalJson.ts'
import { buildOf } from '../../../src/domain/build/buildView.ts'
import { householdOf, mergedInto } from '../../../src/domain/household/householdView.ts'
import type { DistrictState } from '../../../src/domain/people/districtState.ts'

/** All that a folded book says, as one text: histories in order, indexes, and the views that screens draw. */
export const bookText = (state: BookState | DistrictState): string => {
  if ('entries' in state)
    return canonicalJson(sorted([...state.entries].map(([id, { seq, stamp }]) => [id, seq, stamp])))
  const indexes = [state.buildsFor, state.ownersOf, state.mergedFrom, state.pictures].map((index) =>
    sorted([...index].map(([key, ones]) => [key, sorted([...ones])])),
  )
  return canonicalJson({
    histories: sorted(
      [...state.histories].map(([subject, history]) => [
        subject,
        history.map(({ id, seq, stamp }) => [id, seq, stamp]),
      ]),
    ),
    subjects: sorted([...state.subjects]),
    indexes,
    households: sorted([...state.households]).map((id) => [householdOf(state, id) ?? null, mergedInto(state, id)]),
    builds: sorted([...state.builds]).map((id) => buildOf(state, id) ?? null),
    stations: sorted([...state.stations]),
  })
}

const sorted = <One>(list: One[]): One[] => list.sort((a, b) => (String(a) < String(b) ? -1 : 1))
