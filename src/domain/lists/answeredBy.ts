import type { BookState } from '../book/bookState.ts'
import type { Build, Check, Review } from '../build/build.ts'
import { buildsOf } from '../build/buildView.ts'

/** A check that somebody answered; `again`: the house was checked anew since. */
export type Answered = { build: Build; check: Check; review: Review; again: boolean }

/** What one person answered, the latest first: one line a check, with their latest answer to it. */
export const answeredBy = (state: BookState, person: string): Answered[] =>
  buildsOf(state)
    .flatMap((build) =>
      build.checks.flatMap((check): Answered[] => {
        const review = check.reviews.find((one) => one.person === person)
        if (review === undefined) return []
        return [{ build, check, review, again: build.checks.some((other) => other.stamp > review.stamp) }]
      }),
    )
    .sort(latestFirst)

export const latestFirst = (a: Answered, b: Answered): number => (a.review.stamp < b.review.stamp ? 1 : -1)
