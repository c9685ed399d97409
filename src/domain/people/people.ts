import type { FundApproved, PersonDeclared, TeamFormed } from '../entries/districtBodies.ts'
import { type DistrictState, districtEntries } from './districtState.ts'

export type Person = PersonDeclared
export type Team = TeamFormed & { id: string }

/** Everybody the programme knows, by person id. */
export const peopleOf = (district: DistrictState): ReadonlyMap<string, Person> =>
  new Map(
    districtEntries(district, 'person.declared').map((entry) => {
      const person = entry.body as PersonDeclared
      return [person.person, person]
    }),
  )

export const teamsOf = (district: DistrictState): Team[] => [
  ...new Map(
    districtEntries(district, 'team.formed').map((entry) => [
      entry.subject,
      { ...(entry.body as TeamFormed), id: entry.subject },
    ]),
  ).values(),
]

export const fundsOf = (district: DistrictState): FundApproved[] => [
  ...new Map(
    districtEntries(district, 'fund.approved').map((entry) => [entry.subject, entry.body as FundApproved]),
  ).values(),
]
