import type { Someone } from '../entries/communeBodies.ts'
import { plainText } from '../names/plainText.ts'
import type { Person } from './people.ts'
import { samePerson } from './samePerson.ts'

/** Whom a typed name means: `sure` to the last mark and alone, or one of `perhaps`, whom a person must be asked about. */
export type Meant = { sure: Someone } | { perhaps: Someone[] }

/** A name alike but for its marks (Hung, Hùng, Hưng) may be another person; one that two people have is asked about. */
export const whoIsMeant = (people: readonly Person[], typed: string): Meant => {
  const name = tidy(typed)
  const alike = samePerson(people, name)
  const exact = alike.filter((person) => sameLetters(person.name, name))
  const [only] = exact
  if (only !== undefined && exact.length === 1) return { sure: { person: only.person, name: only.name } }
  return { perhaps: (exact.length > 1 ? exact : alike).map(({ person, name: known }) => ({ person, name: known })) }
}

/** Who came along: those added, and names still standing in the field, linked where it is sure whom they mean. */
export const companyOf = (
  { with: added, companion }: { with: readonly Someone[]; companion: string },
  people: readonly Person[],
): Someone[] => {
  const company = [...added]
  for (const typed of namesIn(companion)) {
    const meant = whoIsMeant(people, typed)
    const someone = 'sure' in meant ? meant.sure : { name: tidy(typed) }
    if (!company.some((one) => one.name === someone.name && one.person === someone.person)) company.push(someone)
  }
  return company
}

export const namesIn = (typed: string): string[] => typed.split(',').filter((name) => name.trim() !== '')

/** Came along under a name like this one's, and nobody said whether it was they. */
export const mayHaveJoined = (company: readonly Someone[], name: string): boolean =>
  company.some((one) => one.person === undefined && plainText(one.name) === plainText(name))

const tidy = (name: string): string => name.trim().replace(/\s+/g, ' ').normalize('NFC')

const sameLetters = (a: string, b: string): boolean =>
  tidy(a).toLocaleLowerCase('vi') === tidy(b).toLocaleLowerCase('vi')
