import type { Check, Review } from '../domain/build/build.ts'
import type { Sitting } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** An inspector's answer, in the words that a family may hear: never "build it again" where a photo is missing. */
export const reviewWords = ({ body }: Review, sitting?: Sitting): string => {
  if (body.decision === 'accepted') return acceptedWords(sitting)
  const reason = body.reason ?? ''
  return body.returnFor === 'mend' ? m.line_returned_mend({ reason }) : m.line_returned_supplement({ reason })
}

/** Where a check stands with the inspector. */
export const checkStatusWords = ({ reviews, status, body }: Check): string => {
  const latest = reviews[0]
  return status === 'waiting' || latest === undefined ? m.check_status_waiting() : reviewWords(latest, body.sitting)
}

/** [R-check-04] *Móng đạt* is said of the finished foundation only; before the concrete the trench is what passed. */
export const acceptedWords = (sitting: Sitting | undefined): string =>
  sitting === 'before-concrete' ? m.line_accepted_before() : m.line_accepted()
