import type { HouseholdFacts } from './householdFacts.ts'

/**
 * Under which keys a household is looked for: two that `likeness` may find alike share one, so that nobody is compared
 * with a whole commune. Of two names of which one was misheard, either the given name or all before it is the same. By
 * village; husband and wife together in any.
 */
export const blockKeys = ({ head, other, spouse, village }: HouseholdFacts): string[] => {
  const keys = [`${village}|${given(head)}`]
  const before = head.slice(0, head.length - given(head).length)
  if (before !== '') keys.push(`${village}|${before}`)
  if (other !== '' && given(other) !== given(head)) keys.push(`${village}|${given(other)}`)
  if (spouse === '') return keys
  if (given(spouse) !== given(head) && given(spouse) !== given(other)) keys.push(`${village}|${given(spouse)}`)
  keys.push(head < spouse ? `|${head}+${spouse}` : `|${spouse}+${head}`)
  return keys
}

/** Of these keys the one of husband and wife: it stands in no village. */
export const coupleKey = (keys: readonly string[]): string | undefined => {
  const last = keys.at(-1)
  return last?.startsWith('|') ? last : undefined
}

const given = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)
