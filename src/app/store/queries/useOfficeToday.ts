import { useMemo } from 'react'
import { type Answered, answeredBy, latestFirst } from '../../../domain/lists/answeredBy.ts'
import { type OpenConflict, openConflicts } from '../../../domain/lists/openConflicts.ts'
import { type News, newsOf, sumNews } from '../../../domain/lists/weekNews.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { ownerOf } from './ownerOf.ts'
import { useLiveStore } from './StoreContext.tsx'

export type AnsweredRow = Answered & { name: string; village: string }

/** `week`: the last seven days, today included; `before`: the seven days before those. */
export type OfficeToday = { answered: AnsweredRow[]; conflicts: OpenConflict[]; week: News; before: News }

/** What inspectors and the office look at first: what they answered, what is to settle, what came this week. */
export const useOfficeToday = (): OfficeToday => {
  const store = useLiveStore()
  const { version } = store
  const person = store.enrolment?.person.id ?? ''
  const { nowMs } = store.clock()
  const today = dayOf(nowMs)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store is one object; its version says that it changed.
  return useMemo(() => {
    const states = [...store.books.values()]
    const daysAgo = (days: number) => dayOf(nowMs - days * dayMs)
    const news = (from: number, to: number) => sumNews(states.map((state) => newsOf(state, daysAgo(from), daysAgo(to))))
    return {
      answered: states
        .flatMap((state) => answeredBy(state, person).map((one) => ({ ...one, ...ownerOf(state, one.build) })))
        .sort(latestFirst),
      conflicts: states.flatMap(openConflicts),
      week: news(6, 0),
      before: news(13, 7),
    }
  }, [version, today, person])
}

const dayMs = 86_400_000
