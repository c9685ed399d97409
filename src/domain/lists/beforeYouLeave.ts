import type { BookState } from '../book/bookState.ts'
import type { Review } from '../build/build.ts'
import { buildOf } from '../build/buildView.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import type { HouseholdRow } from './householdRows.ts'
import { firstDue } from './rowWork.ts'
import { tentsFirst } from './tentsFirst.ts'
import { visitDue } from './villageWork.ts'

/** What is still missing in a village, said before somebody drives away; families in a tent first. */
export type BeforeYouLeave = {
  notMet: HouseholdRow[]
  photosMissing: { row: HouseholdRow; check: string; slots: string[] }[]
  returned: { row: HouseholdRow; check: string; review: Review }[]
  /** The head died: who is it now? */
  newHead: HouseholdRow[]
}

export const beforeYouLeave = (
  state: BookState,
  rows: readonly HouseholdRow[],
  today: Day,
  checklists: Checklists,
): BeforeYouLeave => {
  const left: BeforeYouLeave = { notMet: [], photosMissing: [], returned: [], newHead: [] }
  for (const row of [...rows].sort(tentsFirst)) {
    const build = row.build === null ? undefined : buildOf(state, row.build)
    const hold = build?.fields.hold?.state
    if (row.standing === 'moved' || hold === 'given-up') continue
    if (row.standing === 'head-died') left.newHead.push(row)
    if (visitDue(row, today)) left.notMet.push(row)
    const due = build === undefined || hold !== undefined ? null : firstDue(build, checklists)
    if (due === null) continue
    if (due.review) left.returned.push({ row, check: due.check ?? '', review: due.review })
    else left.photosMissing.push({ row, check: due.check ?? '', slots: due.slots })
  }
  return left
}

/** How many things are still open: the number in "còn 3 việc". */
export const leftCount = (left: BeforeYouLeave): number =>
  left.notMet.length + left.photosMissing.length + left.returned.length + left.newHead.length

/** Why a household was not met: not tried today, or what today's visit found. */
export type WhyNotMet = 'not-tried' | 'field' | 'working-far' | 'away' | 'not-receiving'

/** In the order in which something can still be done about it before one drives away. */
export const whysNotMet: readonly WhyNotMet[] = ['not-tried', 'field', 'away', 'not-receiving', 'working-far']

export const whyNotMet = ({ lastVisit }: HouseholdRow, today: Day): WhyNotMet => {
  if (lastVisit === null || lastVisit.date !== today) return 'not-tried'
  if (lastVisit.outcome === 'not-receiving') return 'not-receiving'
  return lastVisit.awayWhere === 'field' || lastVisit.awayWhere === 'working-far' ? lastVisit.awayWhere : 'away'
}
