import { plainText } from '../../../domain/names/plainText.ts'
import { useMe } from './useMe.ts'
import { usePeople } from './usePeople.ts'

const mostSuggested = 4

/** The programme's people whose name holds what is typed, without diacritics; never oneself. */
export const useSuggestPeople = (): ((typed: string) => { person: string; name: string }[]) => {
  const people = usePeople()
  const me = useMe()
  return (typed) => {
    const sought = plainText(typed)
    if (sought === '') return []
    return [...people.values()]
      .filter(({ person, name }) => person !== me?.person.id && plainText(name).includes(sought))
      .slice(0, mostSuggested)
      .map(({ person, name }) => ({ person, name }))
  }
}
