import type { BookState } from '../book/bookState.ts'
import { coupleKey } from './blockKeys.ts'
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

/** By husband and wife, whoever is the head; only what more than one household has is kept in a list. */
const couplesOf = (states: readonly BookState[]): Map<string, Known[]> => {
  const first = new Map<string, Known>()
  const several = new Map<string, Known[]>()
  for (const state of states) {
    for (const known of knownIn(state).values()) {
      const key = coupleKey(known.keys)
      if (key === undefined) continue
      const before = first.get(key)
      if (before === undefined) first.set(key, known)
      else if (several.get(key)?.push(known) === undefined) several.set(key, [before, known])
    }
  }
  return several
}

const pairOf = (one: Known, other: Known): LikelyPair | null => {
  if (one.facts.book === other.facts.book) return null
  const [a, b] = one.household.id < other.household.id ? [one, other] : [other, one]
  const found = likeness(a.facts, b.facts)
  if (found === null || found.score < likelyScore) return null
  return { a: a.household, b: b.household, likeness: found }
}
