import type { TeamFormed } from '../entries/districtBodies.ts'
import { compareTitles } from '../names/compareTitles.ts'
import { type DistrictState, districtEntries } from './districtState.ts'

export type Team = TeamFormed & { id: string }

/** Teams as last formed, by their subject. */
export const teamsOf = (district: DistrictState): Team[] => {
  const teams = new Map<string, Team>()
  for (const { subject, body } of districtEntries(district, 'team.formed')) {
    teams.set(subject, { ...(body as TeamFormed), id: subject })
  }
  return [...teams.values()].sort((a, b) => compareTitles(a.title, b.title))
}
