import type { Check, Review } from '../domain/build/build.ts'
import { m } from './words/messages.js'

/** An inspector's answer, in the words that a family may hear: never "build it again" where a photo is missing. */
export const reviewWords = ({ body }: Review): string => {
  if (body.decision === 'accepted') return m.line_accepted()
  const reason = body.reason ?? ''
  return body.returnFor === 'mend' ? m.line_returned_mend({ reason }) : m.line_returned_supplement({ reason })
}

/** Where a check stands with the inspector. */
export const checkStatusWords = ({ body, reviews, status }: Check): string => {
  const latest = reviews[0]
  if (status === 'waiting' || latest === undefined) return m.check_status_waiting()
  return latest.body.decision === 'accepted' ? acceptedWords(body) : reviewWords(latest)
}

/** What accepting a check means: only a finished foundation that passed becomes *đạt* (decision 26). */
export const acceptWords = ({ body }: Pick<Check, 'body'>): string => {
  if (body.verdict === 'failed') return m.review_accept_failed()
  if (body.verdict === 'to-mend') return m.review_accept_to_mend()
  return body.sitting === 'before-concrete' ? m.review_accept_concrete() : m.review_accept()
}

const acceptedWords = ({ verdict, sitting }: Check['body']): string => {
  if (verdict === 'failed') return m.review_accepted_failed()
  if (verdict === 'to-mend') return m.review_accepted_to_mend()
  return sitting === 'before-concrete' ? m.review_accepted_concrete() : m.line_accepted()
}
