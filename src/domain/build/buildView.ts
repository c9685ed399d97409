import { amendedFields } from '../book/amendedFields.ts'
import { type BookState, viewOf } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import { writtenBy } from '../book/writtenBy.ts'
import {
  type BuildAdvanced,
  type BuildFields,
  type BuildPlanned,
  type ContributionRecorded,
  type FoundationChecked,
  type FoundationReviewed,
  type SeenStage,
  stages,
} from '../entries/communeBodies.ts'
import type { FoldedEntry } from '../entries/entry.ts'
import type { Build, BuildMark, Check, Review } from './build.ts'
import { mayReview } from './mayReview.ts'

/** The build as its history says, or undefined where its plan has not come (yet). */
export const buildOf = (state: BookState, id: string): Build | undefined =>
  viewOf(state, id, 'build', (history) => fold(state.book, id, history))

export const buildsOf = (state: BookState): Build[] => [...state.builds].flatMap((id) => buildOf(state, id) ?? [])

/** Builds for a household or a station, as planned first. */
export const buildsFor = (state: BookState, owner: string): Build[] =>
  [...(state.buildsFor.get(owner) ?? [])]
    .flatMap((id) => buildOf(state, id) ?? [])
    .sort((a, b) => latestFirst(b.planned, a.planned))

/** A check by its entry's id, with its build. */
export const checkOf = (state: BookState, entry: string): { check: Check; build: Build } | undefined => {
  const subject = state.subjects.get(entry)
  const build = subject === undefined ? undefined : buildOf(state, subject)
  const check = build?.checks.find((one) => one.entry === entry)
  return build === undefined || check === undefined ? undefined : { check, build }
}

/** What the house drawing shows besides the stage: what the latest check or a hold says. */
export const markOf = (build: Build): BuildMark => {
  if (build.fields.hold) return 'paused'
  if (build.stage !== 'planned' && build.stage !== 'foundation') return 'none'
  const latest = build.checks[0]
  if (latest === undefined) return 'none'
  if (latest.body.verdict === 'failed') return 'failed'
  if (latest.body.verdict === 'to-mend' || latest.status === 'returned') return 'to-mend'
  return latest.status === 'waiting' ? 'waiting' : 'none'
}

const fold = (book: string, id: string, all: readonly FoldedEntry[]): Build | undefined => {
  const history = unvoided(all)
  const begin = history.find(({ kind }) => kind === 'build.planned')
  if (begin === undefined) return undefined
  const { fields, bases, conflicts } = amendedFields(begin, history, 'build.amended', ['for'])
  const advances = advancesOf(history)
  const checks = checksOf(history)
  const passed = foundationPassed(checks)
  const seen = advances[0]?.stage ?? 'planned'
  const passedStands = passed !== null && rank(seen) < rank('foundation-checked')
  return {
    id,
    book,
    for: (begin.body as BuildPlanned).for,
    fields: fields as BuildFields,
    bases: bases as Build['bases'],
    conflicts,
    planned: writtenBy(begin),
    stage: passedStands ? 'foundation-checked' : seen === 'planned' && checks.length > 0 ? 'foundation' : seen,
    since: passedStands ? passed : (advances[0]?.date ?? checks.at(-1)?.body.date ?? null),
    advances,
    checks,
    contributions: history
      .filter(({ kind }) => kind === 'contribution.recorded')
      .map((entry) => ({ ...writtenBy(entry), body: entry.body as ContributionRecorded }))
      .reverse(),
    aheadOfCheck: passed === null && rank(seen) > rank('foundation-checked'),
  }
}

const rank = (stage: (typeof stages)[number]): number => stages.indexOf(stage)

const latestFirst = (a: { stamp: string; entry: string }, b: { stamp: string; entry: string }): number =>
  a.stamp === b.stamp ? (a.entry < b.entry ? 1 : -1) : a.stamp < b.stamp ? 1 : -1

const advancesOf = (history: readonly FoldedEntry[]): Build['advances'] =>
  history
    .filter(
      ({ kind, body }) => kind === 'build.advanced' && stages.includes((body as BuildAdvanced).stage as SeenStage),
    )
    .map((entry) => {
      const { stage, date, note } = entry.body as BuildAdvanced
      return { ...writtenBy(entry), stage, date, note: note ?? null }
    })
    .sort(latestFirst)

const checksOf = (history: readonly FoldedEntry[]): Check[] => {
  const reviews = history.filter(({ kind }) => kind === 'foundation.reviewed')
  return history
    .filter(({ kind }) => kind === 'foundation.checked')
    .map((entry): Check => {
      const body = entry.body as FoundationChecked
      const own = reviews
        .filter((review) => isReviewOf(review, entry))
        .map(reviewOf)
        .sort(latestFirst)
      const latest = own[0]?.body.decision
      const status = latest === undefined ? 'waiting' : latest === 'accepted' ? 'accepted' : 'returned'
      return { ...writtenBy(entry), body, reviews: own, status }
    })
    .sort(latestFirst)
}

const isReviewOf = (review: FoldedEntry, check: FoldedEntry): boolean =>
  (review.body as FoundationReviewed).check === check.id && mayReview(check, review.person)

const reviewOf = (entry: FoldedEntry): Review => ({ ...writtenBy(entry), body: entry.body as FoundationReviewed })

/**
 * The day since when the foundation is *đạt*: the latest unvoided check of a finished foundation passed and its latest
 * review accepts it. What was accepted before the concrete is a trench, not yet a foundation (decision 26).
 */
const foundationPassed = (checks: readonly Check[]): string | null => {
  const latest = checks.find(({ body }) => body.sitting === 'done')
  return latest !== undefined && latest.body.verdict === 'passed' && latest.status === 'accepted'
    ? latest.body.date
    : null
}
