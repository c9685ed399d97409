import type { Day, HouseholdRegistered } from '../entries/communeBodies.ts'
import { judgeBody } from '../entries/judgeBody.ts'
import type { Refusal } from '../entries/refusal.ts'

/** What is wrong with a household as it is being written down on `today`; more than the endpoint asks (decision 34). */
export const judgeRegistration = (body: HouseholdRegistered, today: Day): Refusal[] => {
  const judged = judgeBody('household.registered', body, today)
  const refusals = judged.ok ? [] : judged.refusals
  const { dwellingSince } = body
  if (dwellingSince && dwellingSince > today && !refusals.some(({ field }) => field === 'dwellingSince'))
    refusals.push({ field: 'dwellingSince', code: 'since-after' })
  return refusals
}
