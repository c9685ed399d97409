import type { ChecklistItem } from '../domain/entries/districtBodies.ts'
import { unitWords } from './findingWords.ts'
import { numberWords } from './locale.ts'
import { m } from './words/messages.js'

/** What a measure should be, in its unit; empty where any number is well. */
export const expectedWords = ({
  unit,
  expected,
  tolerance,
  min,
  max,
}: Extract<ChecklistItem, { kind: 'number' }>): string => {
  const said = unitWords[unit]()
  if (expected !== undefined) {
    const value = numberWords(expected)
    return tolerance
      ? m.check_expected_within({ value, unit: said, tolerance: numberWords(tolerance) })
      : m.check_expected({ value, unit: said })
  }
  const limits = [
    min !== undefined && min > 0 && m.check_min({ value: numberWords(min), unit: said }),
    max !== undefined && m.check_max({ value: numberWords(max), unit: said }),
  ]
  return limits.filter(Boolean).join(' · ')
}
