import type { Answer } from '../domain/entries/communeBodies.ts'
import type { ChecklistItem } from '../domain/entries/districtBodies.ts'
import type { Finding } from '../domain/foundation/judgeAnswer.ts'
import { chosenWords, numberWords } from './locale.ts'
import { m } from './words/messages.js'

/** What an answer comes to, in one short sentence without the item's title; empty where there is nothing to say. */
export const findingWords = (item: ChecklistItem, answer: Answer | undefined, finding: Finding): string => {
  const { is, code, detail = {} } = finding
  const said = (name: string) => numberWords(detail[name] ?? 0)
  const unit = 'unit' in item ? unitWords[item.unit]() : ''
  switch (code) {
    case 'diagonals-differ':
      return m.reason_diagonals({ difference: said('difference'), over: said('over') })
    case 'too-small':
      return m.reason_too_small({ value: said('value'), min: said('min'), unit })
    case 'too-large':
      return m.reason_too_large({ value: said('value'), max: said('max'), unit })
    case 'off-expected':
      return m.reason_off({ value: said('value'), expected: said('expected'), unit })
    case 'option':
      return item.kind === 'choice'
        ? chosenWords(item.options.find(({ id }) => id === answer?.value)?.title ?? { vi: '', en: '' })
        : ''
    case 'not-well':
      return answer?.remark?.trim() || m.reason_not_well()
    case 'not-a-number':
      return m.finding_unread()
    default:
      return item.kind === 'diagonals' && detail.difference !== undefined
        ? m.finding_within({ difference: said('difference') })
        : is === 'well'
          ? m.finding_well()
          : is === 'gone'
            ? m.finding_gone()
            : ''
  }
}

/** "Hai đường chéo: lệch 2,7 cm, quá 0,7 cm". */
export const reasonWords = (item: ChecklistItem, answer: Answer | undefined, finding: Finding): string =>
  `${chosenWords(item.title)}: ${findingWords(item, answer, finding)}`

export const unitWords = {
  mm: m.unit_mm,
  cm: m.unit_cm,
  m: m.unit_m,
  days: m.unit_days,
  pieces: m.unit_pieces,
  VND: m.unit_VND,
  degrees: m.unit_degrees,
}
