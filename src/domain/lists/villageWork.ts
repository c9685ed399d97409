import type { BookState } from '../book/bookState.ts'
import type { Build, Check, Found, Review } from '../build/build.ts'
import { buildOf } from '../build/buildView.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { missingPhotos } from '../foundation/missingPhotos.ts'
import { mostUrgent, openChecks } from '../foundation/openChecks.ts'
import { mergedInto } from '../household/householdView.ts'
import { membersOf, wholeHousehold } from '../household/wholeHousehold.ts'
import { distanceMetres, type Point } from '../place/distance.ts'
import type { HouseholdRow } from './householdRows.ts'
import { byUrgency, type Task, urgencyOf } from './urgency.ts'

/** One thing that is due at a household today, and why. */
export type TodayItem = {
  row: HouseholdRow
  task: Task
  check: string | null
  review: Review | null
  /** What the check that is meant found. */
  found?: Found
  /** Photo slots that are wanted. */
  slots: string[]
  /** Metres from here; null where this phone's place or the house's isn't known. */
  distance: number | null
  /** Of the most urgent thing that is due at this household, as text that sorts. */
  urgency: string
}

export type TodayList = { due: TodayItem[]; done: HouseholdRow[] }

/**
 * What is due in these rows (a village's, or all of a person's, in the order of names): families in a tent first, then
 * the nearest, then the most urgent, then by name.
 */
export const todayList = (
  state: BookState,
  rows: readonly HouseholdRow[],
  { today, here, checklists }: { today: Day; here: Point | null; checklists: Checklists },
): TodayList => {
  const due: TodayItem[] = []
  const done: HouseholdRow[] = []
  for (const row of rows) {
    const tasks = tasksFor(state, row, today, checklists)
    if (tasks.length === 0) done.push(row)
    const distance = here !== null && row.point !== null ? distanceMetres(here, row.point) : null
    const urgency = urgencyOf(
      row,
      tasks.map(({ task }) => task),
    )
    for (const task of tasks) due.push({ ...task, row, distance, urgency })
  }
  return { due: due.sort(byUrgency), done }
}

type OwnTask = Omit<TodayItem, 'row' | 'distance' | 'urgency'>

const keptTasks = new WeakMap<HouseholdRow, { today: Day; checklists: Checklists; tasks: readonly OwnTask[] }>()

/** A row's tasks, found once: the row is another object when its household or a build was touched. */
const tasksFor = (state: BookState, row: HouseholdRow, today: Day, checklists: Checklists): readonly OwnTask[] => {
  const kept = keptTasks.get(row)
  if (kept?.today === today && kept.checklists === checklists) return kept.tasks
  const tasks = tasksOf(state, row, today, checklists)
  keptTasks.set(row, { today, checklists, tasks })
  return tasks
}

const tasksOf = (state: BookState, row: HouseholdRow, today: Day, checklists: Checklists): OwnTask[] => {
  const build = row.build === null ? undefined : buildOf(state, row.build)
  const hold = build?.fields.hold?.state
  if (row.standing === 'moved' || hold === 'given-up') return []
  const tasks: OwnTask[] = []
  if (row.standing === 'head-died') tasks.push({ task: 'new-head', check: null, review: null, slots: [] })
  if (build !== undefined && hold === undefined) tasks.push(...buildTasks(state, row, build, { today, checklists }))
  if (tasks.length === 0 && visitDue(row, today)) tasks.push({ task: 'visit', check: null, review: null, slots: [] })
  return tasks
}

type Asked = { today: Day; checklists: Checklists }

const buildTasks = (state: BookState, row: HouseholdRow, build: Build, { today, checklists }: Asked): OwnTask[] => {
  const tasks: OwnTask[] = []
  const untold = untoldReview(state, build)
  if (untold !== null) {
    const found = build.checks.find(({ entry }) => entry === untold.body.check)?.body
    const said = found === undefined ? {} : { found }
    tasks.push({ task: 'tell-family', check: untold.body.check, review: untold, slots: [], ...said })
  }
  const latest = build.checks[0]
  const answer = firstDue(build, checklists)
  if (answer !== null) tasks.push(answer)
  else if (row.stage === 'foundation' && sittingDue(latest, today))
    tasks.push({ task: 'check', check: latest?.entry ?? null, review: null, slots: [] })
  return tasks
}

/** A check that waits is not done again; but a trench that waits keeps nobody from looking at what was poured since. */
const sittingDue = (latest: Check | undefined, today: Day): boolean =>
  latest?.status !== 'waiting' || (latest.body.sitting === 'before-concrete' && latest.body.date < today)

/** A return of either sitting is answered; a photo is asked for of the latest check only: the trench is covered then. */
export const firstDue = (build: Build, checklists: Checklists): OwnTask | null => {
  const asking = mostUrgent(openChecks(build))
  return asking === undefined ? null : answerDue(asking, checklists)
}

export const visitDue = (row: HouseholdRow, today: Day): boolean => {
  if (row.stage === 'handed-over' || row.standing !== 'here' || row.lastMet === today) return false
  return row.lastMet === null || (row.next !== null && row.next <= today)
}

/** What the latest check asks of the recorder: its return answered, or a required photo taken. */
const answerDue = (check: Check, checklists: Checklists): OwnTask | null => {
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
