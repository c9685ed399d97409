import type { BookState } from '../book/bookState.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { distanceMetres, type Point } from '../place/distance.ts'
import type { HouseholdRow } from './householdRows.ts'
import { type DueTask, type RowWork, workOf } from './rowWork.ts'
import { byUrgency, urgencyOf } from './urgency.ts'

/** One thing that is due at a household today, and why. */
export type TodayItem = DueTask & {
  row: HouseholdRow
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
    const tasks = tasksOf(row, workOf(state, row, checklists), today)
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

/** What is due on a day: what waits for an answer or a check, else a visit. */
const tasksOf = (row: HouseholdRow, { over, tasks, sitting }: RowWork, today: Day): DueTask[] => {
  if (row.standing === 'moved' || over) return []
  const due = row.standing === 'head-died' ? [aTask('new-head'), ...tasks] : [...tasks]
  // A check that waits is not done again; but a trench that waits keeps nobody from looking at what was poured since.
  if (sitting !== null && (sitting.after === null || sitting.after < today))
    due.push({ ...aTask('check'), check: sitting.check })
  return due.length === 0 && visitDue(row, today) ? [aTask('visit')] : due
}

const aTask = (task: DueTask['task']): DueTask => ({ task, check: null, review: null, slots: [] })

export const visitDue = (row: HouseholdRow, today: Day): boolean => {
  if (row.stage === 'handed-over' || row.standing !== 'here' || row.lastMet === today) return false
  return row.lastMet === null || (row.next !== null && row.next <= today)
}
