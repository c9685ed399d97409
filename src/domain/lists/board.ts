import type { BookState } from '../book/bookState.ts'
import { buildOf } from '../build/buildView.ts'
import { type Stage, stages } from '../entries/communeBodies.ts'
import { mostUrgent, openChecks } from '../foundation/openChecks.ts'
import type { HouseholdRow } from './householdRows.ts'

export type Counts = {
  households: number
  met: number
  tents: number
  stages: { [S in Stage]: number }
  waiting: number
  returned: number
}

export type BoardLine = { id: string; counts: Counts }

/** Counts of a book and of each of its villages, from its rows. */
export const boardOf = (
  state: BookState,
  rows: readonly HouseholdRow[],
): { commune: Counts; villages: BoardLine[] } => {
  const commune = noCounts()
  const villages = new Map<string, Counts>()
  for (const row of rows) {
    const village = villages.get(row.village) ?? noCounts()
    villages.set(row.village, village)
    for (const counts of [commune, village]) add(counts, row, checkStatus(state, row))
  }
  return { commune, villages: [...villages].map(([id, counts]) => ({ id, counts })) }
}

const noCounts = (): Counts => ({
  households: 0,
  met: 0,
  tents: 0,
  stages: Object.fromEntries(stages.map((stage) => [stage, 0])) as Counts['stages'],
  waiting: 0,
  returned: 0,
})

/** The sum of several lines: the whole area. */
export const sumCounts = (all: readonly Counts[]): Counts => {
  const sum = noCounts()
  for (const one of all) {
    sum.households += one.households
    sum.met += one.met
    sum.tents += one.tents
    sum.waiting += one.waiting
    sum.returned += one.returned
    for (const stage of stages) sum.stages[stage] += one.stages[stage]
  }
  return sum
}

const checkStatus = (state: BookState, row: HouseholdRow) =>
  row.build === null ? undefined : mostUrgent(openChecks(buildOf(state, row.build) ?? { checks: [] }))?.status

const add = (counts: Counts, row: HouseholdRow, status: string | undefined): void => {
  counts.households += 1
  if (row.lastMet !== null) counts.met += 1
  if (row.dwelling === 'tent') counts.tents += 1
  counts.stages[row.stage] += 1
  if (status === 'waiting') counts.waiting += 1
  if (status === 'returned') counts.returned += 1
}
