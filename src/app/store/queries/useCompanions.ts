import type { Someone } from '../../../domain/entries/communeBodies.ts'
import { plainText } from '../../../domain/names/plainText.ts'
import { namesIn, whoIsMeant } from '../../../domain/people/companions.ts'
import type { Person } from '../../../domain/people/people.ts'
import { useMe } from './useMe.ts'
import { usePeople } from './usePeople.ts'

const mostSuggested = 4

export type KnownPeople = {
  /** All of the programme's people but oneself. */
  people: readonly Person[]
  /** Those whose name holds what is typed, without diacritics. */
  suggest(typed: string): Someone[]
  /** Whom each name in what is typed means. */
  meant(typed: string): { typed: string; sure?: Someone; perhaps: Someone[] }[]
}

/** Who may have come along: whom a typed name means is asked here, so that they never review what they joined. */
export const useCompanions = (): KnownPeople => {
  const known = usePeople()
  const me = useMe()
  const people = [...known.values()].filter(({ person }) => person !== me?.person.id)
  return {
    people,
    suggest: (typed) => {
      const sought = plainText(typed)
      if (sought === '') return []
      return people
        .filter(({ name }) => plainText(name).includes(sought))
        .slice(0, mostSuggested)
        .map(({ person, name }) => ({ person, name }))
    },
    meant: (text) =>
      namesIn(text).map((one) => {
        const meant = whoIsMeant(people, one)
        const typed = one.trim().normalize('NFC')
        return 'sure' in meant ? { typed, sure: meant.sure, perhaps: [] } : { typed, perhaps: meant.perhaps }
      }),
  }
}
