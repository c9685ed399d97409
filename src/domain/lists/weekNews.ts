import type { BookState } from '../book/bookState.ts'
import { buildsOf } from '../build/buildView.ts'
import type { Day } from '../entries/communeBodies.ts'
import { householdOf } from '../household/householdView.ts'
import { dayOf } from '../time/day.ts'

/** What happened in a span of days, by the day it was seen (an answer: the day it was given). */
export type News = {
  visits: number
  checks: number
  accepted: number
  returned: number
  kits: number
  handedOver: number
}

/** Of one book, both days included. */
export const newsOf = (state: BookState, from: Day, to: Day): News => {
  const within = (day: Day): boolean => day >= from && day <= to
  const news = noNews()
  for (const id of state.households)
    news.visits += (householdOf(state, id)?.visits ?? []).filter(({ date }) => within(date)).length
  for (const { checks, advances } of buildsOf(state)) {
    news.checks += checks.filter(({ body }) => within(body.date)).length
    const answers = checks.flatMap(({ reviews }) => reviews).filter(({ ms }) => within(dayOf(ms)))
    news.accepted += answers.filter(({ body }) => body.decision === 'accepted').length
    news.returned += answers.filter(({ body }) => body.decision === 'returned').length
    const seen = advances.filter(({ date }) => within(date))
    news.kits += seen.filter(({ stage }) => stage === 'kit-delivered').length
    news.handedOver += seen.filter(({ stage }) => stage === 'handed-over').length
  }
  return news
}

const noNews = (): News => ({ visits: 0, checks: 0, accepted: 0, returned: 0, kits: 0, handedOver: 0 })

export const sumNews = (all: readonly News[]): News => {
  const sum = noNews()
  for (const one of all) for (const what of Object.keys(sum) as (keyof News)[]) sum[what] += one[what]
  return sum
}
