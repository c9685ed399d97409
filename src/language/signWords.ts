import type { Likeness, Sign } from '../domain/likeness/likeness.ts'
import { distanceWords } from './placeWords.ts'
import { m } from './words/messages.js'

const words: { [S in Exclude<Sign['sign'], 'near' | 'far'>]: () => string } = {
  'same-name': m.same_sign_same_name,
  'like-name': m.same_sign_like_name,
  'known-as': m.same_sign_known_as,
  swapped: m.same_sign_swapped,
  'head-is-spouse': m.same_sign_head_is_spouse,
  'same-spouse': m.same_sign_same_spouse,
  'like-spouse': m.same_sign_like_spouse,
  'same-birth-year': m.same_sign_same_birth_year,
  'same-landmark': m.same_sign_same_landmark,
  'other-spouse': m.same_sign_other_spouse,
  'other-birth-year': m.same_sign_other_birth_year,
  'other-village': m.same_sign_other_village,
  'other-commune': m.move_sign_other_commune,
}

const against: ReadonlySet<Sign['sign']> = new Set([
  'far',
  'other-spouse',
  'other-birth-year',
  'other-village',
  'other-commune',
])

/** "cùng tên, cùng vợ/chồng, cách 40 m; nhưng khác năm sinh". */
export const likenessWords = ({ signs }: Likeness): string => {
  const said = (those: readonly Sign[]) => those.map(signWords).join(', ')
  const others = signs.filter(({ sign }) => against.has(sign))
  const speaking = said(signs.filter(({ sign }) => !against.has(sign)))
  return others.length === 0 ? speaking : m.same_but({ signs: speaking, others: said(others) })
}

const signWords = (sign: Sign): string => {
  // Nearer than two fixes of one place are to each other.
  if (sign.sign === 'near' && sign.metres < 10) return m.same_sign_same_place()
  if (sign.sign === 'near') return m.same_sign_near({ distance: distanceWords(sign.metres) })
  if (sign.sign === 'far') return m.same_sign_far({ distance: distanceWords(sign.metres) })
  return words[sign.sign]()
}
