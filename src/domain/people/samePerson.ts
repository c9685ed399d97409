import { plainText } from '../names/plainText.ts'
import type { Person } from './people.ts'

/** Who stands in the district's book under this name already, however its marks are typed. */
export const samePerson = (people: Iterable<Person>, typed: string): Person[] => {
  const wanted = plainText(typed)
  return wanted === '' ? [] : [...people].filter(({ name }) => plainText(name) === wanted)
}
