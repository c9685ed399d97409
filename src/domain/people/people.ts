import type { PersonDeclared } from '../entries/districtBodies.ts'
import { type DistrictState, districtEntries } from './districtState.ts'

export type Person = PersonDeclared
/** Everybody the programme knows, by person id. */
export const peopleOf = (district: DistrictState): ReadonlyMap<string, Person> =>
  new Map(
    districtEntries(district, 'person.declared').map((entry) => {
      const person = entry.body as PersonDeclared
      return [person.person, person]
    }),
  )
