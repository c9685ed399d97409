import { distanceMetres } from '../place/distance.ts'
import type { HouseholdFacts } from './householdFacts.ts'
import { likeNames } from './likeNames.ts'

/** What speaks for two households being one, and what against. */
export type Sign =
  | { sign: 'same-name' | 'like-name' | 'known-as' | 'swapped' | 'head-is-spouse' }
  | { sign: 'same-spouse' | 'like-spouse' | 'same-birth-year' | 'same-landmark' }
  | { sign: 'near' | 'far'; metres: number }
  | { sign: 'other-spouse' | 'other-birth-year' | 'other-village' | 'other-commune' }

/** `score`: from `likelyScore` on the office is asked; below it, only who is just registering. */
export type Likeness = { score: number; signs: Sign[] }

/** A name alone is not enough, in villages where three men share one: something else must speak for it. */
export const likelyScore = 5

/** How alike two households are and why; null where no name of theirs is. Nothing here is about poverty or health. */
export const likeness = (a: HouseholdFacts, b: HouseholdFacts): Likeness | null => {
  const head = headSign(a, b)
  if (head === null) return null
  const swapped = head.sign === 'swapped' || head.sign === 'head-is-spouse'
  const signs = [
    head,
    ...(swapped ? [] : spouseSigns(a, b)),
    ...(swapped ? [] : birthSigns(a, b)),
    ...(a.landmark !== '' && a.landmark === b.landmark ? [{ sign: 'same-landmark' } as const] : []),
    ...placeSigns(a, b),
    ...elsewhere(a, b),
  ]
  if (elsewhere(a, b).length > 0 && !isCouple(signs)) return null
  return { score: signs.reduce((sum, sign) => sum + weightOf(sign), 0), signs }
}

const elsewhere = (a: HouseholdFacts, b: HouseholdFacts): Sign[] =>
  a.book !== b.book ? [{ sign: 'other-commune' }] : a.village !== b.village ? [{ sign: 'other-village' }] : []

/** In another village or commune, where nobody could have met both, only husband and wife together are worth a question. */
const isCouple = (signs: readonly Sign[]): boolean => {
  const has = (wanted: Sign['sign']) => signs.some(({ sign }) => sign === wanted)
  return has('swapped') || (has('same-name') && has('same-spouse'))
}

const weights: { [S in Exclude<Sign['sign'], 'near' | 'far'>]: number } = {
  swapped: 5,
  'same-name': 3,
  'known-as': 3,
  'head-is-spouse': 3,
  'like-name': 2,
  'same-spouse': 3,
  'like-spouse': 2,
  'same-birth-year': 2,
  'same-landmark': 2,
  'other-spouse': -3,
  'other-birth-year': -2,
  'other-village': -2,
  'other-commune': -2,
}

const weightOf = (sign: Sign): number => {
  if (sign.sign === 'near') return sign.metres <= nextDoor ? 3 : 2
  if (sign.sign === 'far') return sign.metres > otherEnd ? -3 : -2
  return weights[sign.sign]
}

/** Metres between two fixes: as far as one house's are apart, a neighbour's, another part of the village, another place. */
const [nextDoor, neighbour, otherPart, otherEnd] = [50, 150, 500, 2000]

/** Two teams wrote down husband and wife: the head of one is the other's spouse. */
const headSign = (a: HouseholdFacts, b: HouseholdFacts): Sign | null => {
  const names = likeNames(a.head, b.head)
  if (names === 'same') return { sign: 'same-name' }
  if (a.head !== '' && a.head === b.spouse && a.spouse === b.head) return { sign: 'swapped' }
  if (a.other !== '' && (a.other === b.head || a.other === b.other)) return { sign: 'known-as' }
  if (b.other !== '' && b.other === a.head) return { sign: 'known-as' }
  if (names === 'like') return { sign: 'like-name' }
  const oneSaid = (a.spouse === '' && a.head === b.spouse) || (b.spouse === '' && b.head === a.spouse)
  return oneSaid && a.head !== '' && b.head !== '' ? { sign: 'head-is-spouse' } : null
}

const spouseSigns = (a: HouseholdFacts, b: HouseholdFacts): Sign[] => {
  if (a.spouse === '' || b.spouse === '') return []
  const names = likeNames(a.spouse, b.spouse)
  return [{ sign: names === 'same' ? 'same-spouse' : names === 'like' ? 'like-spouse' : 'other-spouse' }]
}

/** Years are often guessed: one apart says nothing. */
const birthSigns = ({ born: a }: HouseholdFacts, { born: b }: HouseholdFacts): Sign[] => {
  if (a === null || b === null || Math.abs(a - b) === 1) return []
  return [{ sign: a === b ? 'same-birth-year' : 'other-birth-year' }]
}

const placeSigns = ({ point: a }: HouseholdFacts, { point: b }: HouseholdFacts): Sign[] => {
  if (a === null || b === null) return []
  const metres = Math.round(distanceMetres(a, b))
  if (metres <= neighbour) return [{ sign: 'near', metres }]
  return metres > otherPart ? [{ sign: 'far', metres }] : []
}
