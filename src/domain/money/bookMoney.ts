import type { BookState } from '../book/bookState.ts'
import type { Build } from '../build/build.ts'
import { buildsOf } from '../build/buildView.ts'
import { mergedInto } from '../household/householdView.ts'
import { contributionTotals, type SourceTotals, sumTotals } from './contributionTotals.ts'
import { type OneOfEach, oneOfEach, type Question } from './oneOfEach.ts'

/** A question with the house that it is about: its household, or null for a medical station's. */
export type HouseQuestion = Question & { household: string | null; book: string }
export type BookMoney = { totals: SourceTotals[]; questions: HouseQuestion[] }

/** A house's contributions, of all its builds: what was given for it may stand with either of two that were one. */
export const houseMoney = (builds: readonly Build[]): OneOfEach =>
  oneOfEach(builds.flatMap(({ contributions }) => contributions))

/** The sums of a book, house by house as its pages show them, and what is still asked, the oldest first. */
export const bookMoney = (state: BookState): BookMoney => {
  const houses = new Map<string, Build[]>()
  for (const build of buildsOf(state)) {
    if (build.contributions.length === 0) continue
    const owner = 'household' in build.for ? mergedInto(state, build.for.household) : build.for.station
    const held = houses.get(owner)
    if (held === undefined) houses.set(owner, [build])
    else held.push(build)
  }
  const totals: SourceTotals[] = []
  const questions: HouseQuestion[] = []
  for (const [owner, builds] of houses) {
    const money = houseMoney(builds)
    totals.push(...contributionTotals(money))
    const household = state.households.has(owner) ? owner : null
    questions.push(...money.questions.map((question) => ({ ...question, household, book: state.book })))
  }
  return { totals: sumTotals(totals), questions: questions.sort((a, b) => (a.asked.stamp < b.asked.stamp ? -1 : 1)) }
}
