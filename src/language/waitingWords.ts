import type { Waiting } from '../domain/lists/reviewQueue.ts'
import { daysBetween } from '../domain/time/day.ts'
import { clockWords } from './clockWords.ts'
import { dwellingWords } from './codeWords.ts'
import { dayWords } from './locale.ts'
import { verdictWords } from './verdictWords.ts'
import { m } from './words/messages.js'

/** How long a check waits, counted from its day. */
export const ageWords = (day: string, today: string): string => {
  const days = daysBetween(day, today)
  return days <= 0 ? m.review_age_today() : m.review_age_days({ days, day: dayWords(day, today) })
}

/** A check that waits, in one line: where, since when, what was found, and whether the family lives in a tent. */
export const waitingWords = ({ check, tent }: Waiting, where: readonly string[], today: string): string =>
  [
    where.filter((title) => title !== '').join(', '),
    ageWords(check.body.date, today),
    verdictWords[check.body.verdict](),
    tent ? dwellingWords.tent() : '',
    clockWords(check.body.clock),
  ]
    .filter((text) => text !== '')
    .join(' · ')
