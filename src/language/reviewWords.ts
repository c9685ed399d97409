import type { Check, Review } from '../domain/build/build.ts'
import type { Sitting } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** An inspector's answer, in the words that a family may hear: never "build it again" where a photo is missing. */
export const reviewWords = ({ body }: Review, sitting?: Sitting): string => {
  if (body.decision === 'accepted') return acceptedWords(sitting)
  const reason = body.reason ?? ''
  return body.returnFor === 'mend' ? m.line_returned_mend({ reason }) : m.line_returned_supplement({ reason })
}

/** Where a check stands with the inspector: what was accepted is what the check had found. */
export const checkStatusWords = ({ reviews, status, body }: Check): string => {
  const latest = reviews[0]
  if (status === 'waiting' || latest === undefined) return m.check_status_waiting()
  if (latest.body.decision === 'accepted' && body.verdict === 'failed') return m.review_accepted_failed()
  if (latest.body.decision === 'accepted' && body.verdict === 'to-mend') return m.review_accepted_to_mend()
  return reviewWords(latest, body.sitting)
}

/** What accepting a check means: only a finished foundation that passed becomes *đạt* (decision 26). */
export const acceptWords = ({ body }: Pick<Check, 'body'>): string => {
  if (body.verdict === 'failed') return m.review_accept_failed()
  if (body.verdict === 'to-mend') return m.review_accept_to_mend()
  return body.sitting === 'before-concrete' ? m.review_accept_concrete() : m.review_accept()
}

/** [R-check-04] *Móng đạt* is said of the finished foundation only; before the concrete the trench is what passed. */
export const acceptedWords = (sitting: Sitting | undefined): string =>
  sitting === 'before-concrete' ? m.line_accepted_before() : m.line_accepted()
