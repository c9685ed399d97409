import type { Answer } from '../entries/communeBodies.ts'
import type { ChecklistItem } from '../entries/districtBodies.ts'

/**
 * What an answer comes to, as one types: `empty` (nothing yet), `well`, `note` (worth a remark), `to-mend`, `failed`,
 * `gone` (không còn nhìn thấy: goes to review, never blocks) or `unread` (not a number).
 */
export type Finding = {
  is: 'empty' | 'well' | 'note' | 'to-mend' | 'failed' | 'gone' | 'unread'
  code?: ReasonCode
  detail?: { [name: string]: number }
}

export type ReasonCode =
  | 'not-well'
  | 'too-small'
  | 'too-large'
  | 'off-expected'
  | 'diagonals-differ'
  | 'option'
  | 'not-a-number'

export const judgeAnswer = (item: ChecklistItem, answer: Answer | undefined): Finding => {
  if (answer?.gone !== undefined) return { is: 'gone' }
  const value = answer?.value
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return { is: 'empty' }
  switch (item.kind) {
    case 'yes-no':
      return value === 'na' || value === (item.well ?? 'yes') ? { is: 'well' } : { is: item.bad, code: 'not-well' }
    case 'choice': {
      const bad = item.options.find(({ id }) => id === value)?.bad
      return bad === undefined ? { is: 'well' } : { is: bad, code: 'option' }
    }
    case 'number':
      return worst([value].flat().map((one) => judgeNumber(item, one)))
    case 'diagonals':
      return judgeDiagonals(item, value)
    case 'text':
      return { is: 'well' }
  }
}

/** A number's answer is whole when as many numbers stand there as the item asks for. */
export const isAnswered = (item: ChecklistItem, answer: Answer | undefined): boolean => {
  const { is } = judgeAnswer(item, answer)
  if (is === 'empty' || is === 'unread') return false
  if (is === 'gone') return true
  if (item.kind === 'diagonals') return Array.isArray(answer?.value) && answer.value.length === 2
  if (item.kind === 'number' && (item.count ?? 1) > 1)
    return Array.isArray(answer?.value) && answer.value.length === item.count
  return true
}

type NumberItem = Extract<ChecklistItem, { kind: 'number' }>

const judgeNumber = (item: NumberItem, value: unknown): Finding => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { is: 'unread', code: 'not-a-number' }
  if (item.min !== undefined && value < item.min)
    return { is: item.bad, code: 'too-small', detail: { min: item.min, value } }
  if (item.max !== undefined && value > item.max)
    return { is: item.bad, code: 'too-large', detail: { max: item.max, value } }
  if (item.expected !== undefined && Math.abs(value - item.expected) > (item.tolerance ?? 0) + rounding) {
    return { is: item.bad, code: 'off-expected', detail: { expected: item.expected, value } }
  }
  return { is: 'well' }
}

const judgeDiagonals = (item: Extract<ChecklistItem, { kind: 'diagonals' }>, value: unknown): Finding => {
  const [a, b] = Array.isArray(value) ? value : []
  if (typeof a !== 'number' || typeof b !== 'number') return { is: 'empty' }
  const difference = Math.round(Math.abs(a - b) * 10) / 10
  if (difference <= item.maxDifference + rounding) return { is: 'well', detail: { difference } }
  return {
    is: item.bad,
    code: 'diagonals-differ',
    detail: { difference, over: Math.round((difference - item.maxDifference) * 10) / 10 },
  }
}

/** A tape is read to the millimetre; binary fractions must not fail what stands exactly on the limit. */
const rounding = 1e-6

const severity = ['well', 'gone', 'empty', 'note', 'unread', 'to-mend', 'failed'] as const

const worst = (findings: Finding[]): Finding =>
  findings.reduce((a, b) => (severity.indexOf(b.is) > severity.indexOf(a.is) ? b : a), { is: 'well' })
