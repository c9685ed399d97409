import type { Check, Found, Review } from '../domain/build/build.ts'
import { m } from './words/messages.js'

/** An inspector's answer, in the words that a family may hear: never "build it again" where a photo is missing. */
export const reviewWords = ({ body }: Review, found?: Found): string => {
  if (body.decision === 'accepted') return acceptedWords(found)
  const reason = body.reason ?? ''
  return body.returnFor === 'mend' ? m.line_returned_mend({ reason }) : m.line_returned_supplement({ reason })
}

/** Where a check stands with the inspector. */
export const checkStatusWords = ({ reviews, status, body }: Check): string => {
  const latest = reviews[0]
  return status === 'waiting' || latest === undefined ? m.check_status_waiting() : reviewWords(latest, body)
}

/** The same without the reason, where that stands in a line of its own. */
export const checkStandingWords = (check: Check): string => {
  const latest = check.reviews[0]
  if (check.status !== 'returned' || latest === undefined) return checkStatusWords(check)
  return latest.body.returnFor === 'mend' ? m.check_returned_mend() : m.check_returned_supplement()
}

/** What accepting a check means: only a finished foundation that passed becomes *đạt* (decision 26). */
export const acceptWords = ({ body }: Pick<Check, 'body'>): string => {
  if (body.verdict === 'failed') return m.review_accept_failed()
  if (body.verdict === 'to-mend') return m.review_accept_to_mend()
  return body.sitting === 'before-concrete' ? m.review_accept_concrete() : m.review_accept()
}

/**
 * [R-review-05] What was accepted is what the check had found: *móng đạt* is said of a finished foundation that passed
 * and of nothing else, for a family builds on this word.
 */
export const acceptedWords = (found: Found | undefined): string => {
  if (found?.verdict === 'failed') return m.review_accepted_failed()
  if (found?.verdict === 'to-mend') return m.review_accepted_to_mend()
  return found?.sitting === 'before-concrete' ? m.line_accepted_before() : m.line_accepted()
}
