import type { BookState } from '../book/bookState.ts'
import type { Build, Check, Found, Review } from '../build/build.ts'
import { buildOf } from '../build/buildView.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { missingPhotos } from '../foundation/missingPhotos.ts'
import { mostUrgent, openChecks } from '../foundation/openChecks.ts'
import { mergedInto } from '../household/householdView.ts'
import { membersOf, wholeHousehold } from '../household/wholeHousehold.ts'
import type { HouseholdRow } from './householdRows.ts'
import type { Task } from './urgency.ts'

/** One thing to do at a household, and why. */
export type DueTask = {
  task: Task
  check: string | null
  review: Review | null
  /** What the check that is meant found. */
  found?: Found
  /** Photo slots that are wanted. */
  slots: string[]
}

/** What a row's build asks for, whatever the day: with the row itself, all that a day's list is made of. */
export type RowWork = {
  /** Given up: nothing is due there any more. */
  over: boolean
  tasks: readonly DueTask[]
  /** A check is due from the day after `after` on, or now; it goes on from `check`. */
  sitting: { check: string | null; after: Day | null } | null
}

const kept = new WeakMap<HouseholdRow, { checklists: Checklists; work: RowWork }>()

/** Found once: the row is another object when its household or a build was touched. */
export const workOf = (state: BookState, row: HouseholdRow, checklists: Checklists): RowWork => {
  const before = kept.get(row)
  if (before?.checklists === checklists) return before.work
  const work = found(state, row, checklists)
  keepWork(row, checklists, work)
  return work
}

export const keepWork = (row: HouseholdRow, checklists: Checklists, work: RowWork): void => {
  kept.set(row, { checklists, work })
}

export const noWork: RowWork = { over: false, tasks: [], sitting: null }

const found = (state: BookState, row: HouseholdRow, checklists: Checklists): RowWork => {
  const build = row.build === null ? undefined : buildOf(state, row.build)
  if (build === undefined) return noWork
  const hold = build.fields.hold?.state
  if (hold !== undefined) return { ...noWork, over: hold === 'given-up' }
  const told = toldDue(state, build)
  const answer = firstDue(build, checklists)
  return {
    over: false,
    tasks: [told, answer].filter((task) => task !== null),
    sitting: answer === null && row.stage === 'foundation' ? sittingDue(build.checks[0]) : null,
  }
}

const toldDue = (state: BookState, build: Build): DueTask | null => {
  const untold = untoldReview(state, build)
  if (untold === null) return null
  const checked = build.checks.find(({ entry }) => entry === untold.body.check)?.body
  const said = checked === undefined ? {} : { found: { sitting: checked.sitting, verdict: checked.verdict } }
  return { task: 'tell-family', check: untold.body.check, review: untold, slots: [], ...said }
}

const sittingDue = (latest: Check | undefined): RowWork['sitting'] => {
  if (latest?.status !== 'waiting') return { check: latest?.entry ?? null, after: null }
  return latest.body.sitting === 'before-concrete' ? { check: latest.entry, after: latest.body.date } : null
}

/** A return of either sitting is answered; a photo is asked for of the latest check only: the trench is covered then. */
export const firstDue = (build: Build, checklists: Checklists): DueTask | null => {
  const asking = mostUrgent(openChecks(build))
  return asking === undefined ? null : answerDue(asking, checklists)
}

/** What the latest check asks of the recorder: its return answered, or a required photo taken. */
const answerDue = (check: Check, checklists: Checklists): DueTask | null => {
  const review = check.reviews[0] ?? null
  if (check.status === 'returned' && review !== null) {
    const task = review.body.returnFor === 'supplement' ? 'supplement' : 'mend-again'
    return { task, check: check.entry, review, slots: review.body.wanted ?? [] }
  }
  if (check.status !== 'waiting') return null
  const slots = slotsMissing(check, checklists)
  return slots.length > 0 ? { task: 'missing-photo', check: check.entry, review: null, slots } : null
}

const slotsMissing = (check: Check, checklists: Checklists): string[] => {
  const checklist = checklists(check.body.checklist.id, check.body.checklist.version)
  return checklist === undefined ? [] : missingPhotos(checklist, check.body)
}

/** The latest review that nobody has told the family of. */
export const untoldReview = (state: BookState, build: Build): Review | null => {
  const review = build.checks.flatMap(({ reviews }) => reviews).sort((a, b) => (a.stamp < b.stamp ? 1 : -1))[0]
  if (review === undefined || !('household' in build.for)) return null
  const household = wholeHousehold(state, build.for.household)
  const told = new Set(household?.visits.flatMap(({ body }) => body.told ?? []) ?? [])
  const members = membersOf(state, mergedInto(state, build.for.household))
  for (const { kind, body } of [...members, build.id].flatMap((subject) => state.histories.get(subject) ?? [])) {
    if (kind === 'note.added') for (const id of (body as { told?: string[] }).told ?? []) told.add(id)
  }
  // Once parts have come the family has seen the answer with its own eyes.
  return told.has(review.entry) || !['planned', 'foundation', 'foundation-checked'].includes(build.stage)
    ? null
    : review
}
