import type { DistrictState } from '../../../domain/people/districtState.ts'
import { type Person, peopleOf } from '../../../domain/people/people.ts'
import { useLiveStore } from './StoreContext.tsx'

const kept = new WeakMap<DistrictState, { version: number; people: ReadonlyMap<string, Person> }>()

/** Everybody the programme knows, by person id. */
export const usePeople = (): ReadonlyMap<string, Person> => {
  const { district } = useLiveStore()
  const before = kept.get(district)
  if (before?.version === district.version) return before.people
  const people = peopleOf(district)
  kept.set(district, { version: district.version, people })
  return people
}
