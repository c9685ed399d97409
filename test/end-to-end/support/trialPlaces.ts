import type { BookState } from '../../../src/domain/book/bookState.ts'
import { buildOf } from '../../../src/domain/build/buildView.ts'
import { stages } from '../../../src/domain/entries/communeBodies.ts'
import { type HouseholdRow, householdRows } from '../../../src/domain/lists/householdRows.ts'
import { inReviewOrder, reviewQueue } from '../../../src/domain/lists/reviewQueue.ts'

/** What the screens' addresses name: ids of households, builds, entries and villages. */
export type Places = {
  tent: string
  returned: string
  returnedBuild: string
  /** A village with a returned check. */
  village: string
  /** A household whose foundation is being made, and its build. */
  built: string
  build: string
  /** A household in each stage. */
  stages: { [stage: string]: string }
  /** A check that waits for review, and a visit. */
  check: string
  visit: string
}

/** Such places in the trial's books. */
export const trialPlaces = (books: Iterable<BookState>): Places => {
  const states = [...books]
  const rows = states.flatMap((state) => [...householdRows(state)])
  const one = (found: (row: HouseholdRow) => boolean): HouseholdRow => known(rows.find(found))
  const built = one(({ stage, build }) => stage === 'foundation' && build !== null)
  const returned = one((row) => states.some((state) => returnedIn(state, row.build)))
  const waiting = known(states.flatMap((state) => reviewQueue(state, () => undefined)).sort(inReviewOrder)[0])
  const visits = states.flatMap((state) => [...state.histories.values()].flat())
  return {
    tent: one(({ dwelling }) => dwelling === 'tent').id,
    returned: returned.id,
    returnedBuild: known(returned.build),
    village: returned.village,
    built: built.id,
    build: known(built.build),
    stages: Object.fromEntries(stages.map((stage) => [stage, one((row) => row.stage === stage).id])),
    check: waiting.check.entry,
    visit: known(visits.find(({ kind }) => kind === 'visit.recorded')).id,
  }
}

const known = <T>(found: T | null | undefined): T => {
  if (found === null || found === undefined) throw new Error('the trial has no such place')
  return found
}

const returnedIn = (state: BookState, build: string | null): boolean =>
  build !== null && buildOf(state, build)?.checks[0]?.status === 'returned'
