import { useMemo } from 'react'
import type { BookState } from '../../../domain/book/bookState.ts'
import { wholeHousehold } from '../../../domain/household/wholeHousehold.ts'
import { type BookMoney, bookMoney, type HouseQuestion } from '../../../domain/money/bookMoney.ts'
import { type SourceTotals, sumTotals } from '../../../domain/money/contributionTotals.ts'
import { useLiveStore } from './StoreContext.tsx'

export type AskedMoney = HouseQuestion & { name: string; village: string }

/** What was given in all books here, by source, each amount once; and what is asked, in whose house. */
export const useMoney = (): { totals: SourceTotals[]; questions: AskedMoney[] } => {
  const store = useLiveStore()
  const { version } = store
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const states = [...store.books.values()]
    return {
      totals: sumTotals(states.flatMap((state) => moneyOf(state).totals)),
      questions: states.flatMap((state) => moneyOf(state).questions.map((question) => named(state, question))),
    }
  }, [version])
}

const named = (state: BookState, question: HouseQuestion): AskedMoney => {
  const household = question.household === null ? undefined : wholeHousehold(state, question.household)
  return { ...question, name: household?.fields.headName ?? '', village: household?.fields.village ?? '' }
}

const kept = new WeakMap<BookState, { version: number; money: BookMoney }>()

/** A book's sums, made once until the book changes. */
const moneyOf = (state: BookState): BookMoney => {
  const before = kept.get(state)
  if (before?.version === state.version) return before.money
  const money = bookMoney(state)
  kept.set(state, { version: state.version, money })
  return money
}
