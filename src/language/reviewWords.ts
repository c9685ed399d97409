import type { Check, Review } from '../domain/build/build.ts'
import { m } from './words/messages.js'

/** An inspector's answer, in the words that a family may hear: never "build it again" where a photo is missing. */
export const reviewWords = ({ body }: Review): string => {
  if (body.decision === 'accepted') return m.line_accepted()
  const reason = body.reason ?? ''
  return body.returnFor === 'mend' ? m.line_returned_mend({ reason }) : m.line_returned_supplement({ reason })
}

/** Where a check stands with the inspector. */
export const checkStatusWords = ({ reviews, status }: Check): string => {
  const latest = reviews[0]
  return status === 'waiting' || latest === undefined ? m.check_status_waiting() : reviewWords(latest)
}
