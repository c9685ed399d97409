import type { BookState } from '../book/bookState.ts'
import type { Day } from '../entries/communeBodies.ts'
import type { Checklists } from '../foundation/checklists.ts'
import { householdOf } from '../household/householdView.ts'
import type { HouseholdRow } from './householdRows.ts'
import type { Task } from './urgency.ts'
import { todayList } from './villageWork.ts'

/** One household on a village's printed list: whom to look for, how to get there, what is due. */
export type SheetLine = {
  row: HouseholdRow
  tasks: Task[]
  wayIn: string | null
  landmark: string | null
  phone: string | null
}

export type VillageSheet = { tents: SheetLine[]; others: SheetLine[] }

/**
 * A village on paper: families in a tent first, each part by given name as the rows come. A paper is lost more easily
 * than a phone: nothing stands on it that isn't needed to find a house.
 */
export const villageSheet = (
  state: BookState,
  rows: readonly HouseholdRow[],
  { today, checklists }: { today: Day; checklists: Checklists },
): VillageSheet => {
  const tasks = new Map<string, Task[]>()
  for (const { row, task } of todayList(state, rows, { today, here: null, checklists }).due)
    tasks.set(row.id, [...(tasks.get(row.id) ?? []), task])
  const lines = rows.map((row): SheetLine => {
    const { wayIn = null, landmark = null, phone = null } = householdOf(state, row.id)?.fields ?? {}
    // What tells two of one name apart stands beside the name already.
    const said = row.tellApart?.some(({ by }) => by === 'landmark') === true
    return { row, tasks: tasks.get(row.id) ?? [], wayIn, landmark: said ? null : landmark, phone }
  })
  return {
    tents: lines.filter(({ row }) => row.dwelling === 'tent'),
    others: lines.filter(({ row }) => row.dwelling !== 'tent'),
  }
}
