import type { Verdict } from '../domain/entries/communeBodies.ts'
import { m } from './words/messages.js'

/** What the recorder found, as proposed: only the review makes it *đạt*. */
export const verdictWords: { [V in Verdict]: () => string } = {
  passed: m.review_verdict_passed,
  'to-mend': m.review_verdict_to_mend,
  failed: m.review_verdict_failed,
}
