import type { Answer, KnownBy } from '../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../domain/entries/districtBodies.ts'
import { expectedWords } from './expectedWords.ts'
import { unitWords } from './findingWords.ts'
import { chosenWords, numberWords } from './locale.ts'
import { m } from './words/messages.js'

export const knownByWords: { [K in KnownBy]: () => string } = {
  'family-photo': m.known_family_photo,
  'village-head': m.known_village_head,
  'not-known': m.known_not,
}

/** What was answered to an item, as people say it; what is no longer in sight with how it is known. */
export const answerWords = (item: ChecklistItem, answer: Answer | undefined): string => {
  if (answer?.gone !== undefined) {
    const { knownBy, note = '' } = answer.gone
    const said = m.check_gone_known({ by: (knownByWords[knownBy] ?? m.known_not)() })
    return note.trim() === '' ? said : `${said} · ${note.trim()}`
  }
  const value = answer?.value
  if (value === undefined) return m.review_none()
  if (item.kind === 'yes-no') return value === 'yes' ? m.check_yes() : value === 'no' ? m.check_no() : m.check_na()
  if (item.kind === 'choice')
    return chosenWords(item.options.find(({ id }) => id === value)?.title ?? { vi: '', en: '' })
  const text = [value]
    .flat()
    .map((one) => (typeof one === 'number' ? numberWords(one) : one))
    .join(' · ')
  return item.kind === 'text' ? text : `${text} ${unitWords[item.unit]()}`
}

/** What a measure is compared with; empty where nothing is. */
export const wantedWords = (item: ChecklistItem): string => {
  if (item.kind === 'number') return expectedWords(item)
  return item.kind === 'diagonals' ? m.review_diagonals_within({ most: numberWords(item.maxDifference) }) : ''
}
