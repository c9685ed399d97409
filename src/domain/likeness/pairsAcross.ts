import type { BookState } from '../book/bookState.ts'
import { householdFacts } from './householdFacts.ts'
import { type Known, knownIn, type LikelyPair, type LikelyPairs, likeliestFirst, toldApart } from './likelyPairs.ts'
import { likelyScore, likeness } from './likeness.ts'

/**
 * Households of two books that may be one: a family that moved, or a house at the border that both communes wrote down.
 * Husband and wife are the same on both sides, and a birth year, a landmark or the place speaks for it too. They can't
 * be merged, for a merge is within a book.
 */
export const pairsAcross = (states: readonly BookState[]): LikelyPairs => {
  const [asked, told]: [LikelyPair[], LikelyPair[]] = [[], []]
  if (states.length < 2) return { asked, told }
  for (const couples of couplesOf(states).values()) {
    for (const [at, one] of couples.entries()) {
      for (const other of couples.slice(at + 1)) {
        const pair = pairOf(one, other)
        if (pair !== null) (toldApart(pair.a, pair.b) ? told : asked).push(pair)
      }
    }
  }
  return { asked: asked.sort(likeliestFirst), told: told.sort(likeliestFirst) }
}

/** Two names as one text, whoever is the head; only what more than one household has is kept in a list. */
const couplesOf = (states: readonly BookState[]): Map<string, Known[]> => {
  const first = new Map<string, Known>()
  const several = new Map<string, Known[]>()
  for (const state of states) {
    for (const known of knownIn(state).values()) {
      const { head, spouse } = known.facts
      if (head === '' || spouse === '') continue
      const key = head < spouse ? `${head}+${spouse}` : `${spouse}+${head}`
      const before = first.get(key)
      if (before === undefined) first.set(key, known)
      else if (several.get(key)?.push(known) === undefined) several.set(key, [before, known])
    }
  }
  return several
}

const pairOf = ({ household: one }: Known, { household: other }: Known): LikelyPair | null => {
  if (one.book === other.book) return null
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const found = likeness(householdFacts(a.fields, a.book), householdFacts(b.fields, b.book))
  return found === null || found.score < likelyScore ? null : { a, b, likeness: found }
}
