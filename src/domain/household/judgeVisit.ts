import type { Day, VisitRecorded } from '../entries/communeBodies.ts'
import { judgeBody } from '../entries/judgeBody.ts'
import type { Refusal } from '../entries/refusal.ts'

/**
 * What is wrong with a visit as it is being written. More than the endpoint asks for (decision 34): what was saved by an
 * older app must not be held there for it.
 */
export const judgeVisit = (visit: VisitRecorded, today?: Day): Refusal[] => {
  const judged = judgeBody('visit.recorded', visit, today)
  const refusals = judged.ok ? [] : judged.refusals
  const after = visit.dwellingSince !== undefined && visit.dwellingSince > visit.date
  if (after && !refusals.some(({ field }) => field === 'dwellingSince' || field === 'date'))
    refusals.push({ field: 'dwellingSince', code: 'since-after' })
  return refusals
}
