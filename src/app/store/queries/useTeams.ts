import { type Team, teamsOf } from '../../../domain/people/teams.ts'
import { useLiveStore } from './StoreContext.tsx'

/** The district's teams, by title. */
export const useTeams = (): Team[] => teamsOf(useLiveStore().district)
