import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { checkOf } from '../../src/domain/build/buildView.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { checklistInForce } from '../../src/domain/foundation/checklists.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { beforeYouLeave, leftCount } from '../../src/domain/lists/beforeYouLeave.ts'
import { boardOf, sumCounts } from '../../src/domain/lists/board.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { reviewQueue } from '../../src/domain/lists/reviewQueue.ts'
import { todayList } from '../../src/domain/lists/villageWork.ts'
import { emptyDistrictState, foldDistrict } from '../../src/domain/people/districtState.ts'
import { stationsOf } from '../../src/domain/station/stationView.ts'
import { anEntry } from '../support/anEntry.ts'

const today = '2026-11-24'
const entry = anEntry
const household = (id: string, name: string, more: object = {}) =>
  entry('household.registered', id, { headName: name, village: 'v1', ...more })
const build = (id: string, owner: string) =>
  entry('build.planned', id, { for: { household: owner }, type: 'house', work: 'new' })
const checkBody = {
  checklist: { id: 'foundation', version: 1 },
  sitting: 'done',
  date: '2026-11-20',
  answers: {},
  photos: {},
  verdict: 'passed',
}
const checklists = () => firstChecklist
const folded = (...entries: FoldedEntry[]) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  return { state, rows: householdRows(state) }
}

it('[R-today-01] families in a tent come first, then the nearest', () => {
  const near = { location: { lat: 19.5, lon: 104.1, accuracy: 5, by: 'gps' } }
  const { state, rows } = folded(
    household('far', 'An', { location: { lat: 19.6, lon: 104.1, accuracy: 5, by: 'gps' } }),
    household('near', 'Bình', near),
    household('tent', 'Chò', { dwelling: 'tent' }),
  )
  const list = todayList(state, rows, { today, here: { lat: 19.5, lon: 104.1 }, checklists })
  expect(list.due.map(({ row }) => row.id)).toEqual(['tent', 'near', 'far'])
})

it('[R-today-02] an answer of the inspector puts telling the family on the list, until they were told', () => {
  const check = entry('foundation.checked', 'b1', checkBody)
  const review = entry('foundation.reviewed', 'b1', { check: check.id, decision: 'accepted' }, { person: 'hung' })
  const { state, rows } = folded(household('h1', 'Páo'), build('b1', 'h1'), check, review)
  expect(todayList(state, rows, { today, here: null, checklists }).due.map(({ task }) => task)).toEqual(['tell-family'])
  foldEntries(state, [
    entry('visit.recorded', 'h1', { date: today, outcome: 'met-head', purposes: [], told: [review.id] }),
  ])
  expect(todayList(state, householdRows(state), { today, here: null, checklists }).due).toEqual([])
})

it('[R-leave-01] before leaving: who was not met, which required photos and which returned checks are open', () => {
  const waiting = entry('foundation.checked', 'b1', checkBody)
  const returned = entry('foundation.checked', 'b2', checkBody)
  const { state, rows } = folded(
    household('h1', 'Páo'),
    build('b1', 'h1'),
    waiting,
    household('h2', 'Chò'),
    build('b2', 'h2'),
    returned,
    entry(
      'foundation.reviewed',
      'b2',
      { check: returned.id, decision: 'returned', returnFor: 'supplement', reason: 'ảnh bu lông' },
      { person: 'hung' },
    ),
    household('h3', 'Xò'),
    entry('visit.recorded', 'h3', { date: today, outcome: 'away', awayWhere: 'field', purposes: [] }),
  )
  const left = beforeYouLeave(state, rows, today, checklists)
  expect(left.photosMissing.map(({ row, slots }) => [row.id, slots.length])).toEqual([['h1', 5]])
  expect(left.returned.map(({ row, review }) => [row.id, review.body.reason])).toEqual([['h2', 'ảnh bu lông']])
  expect(left.notMet.map(({ id, lastVisit }) => [id, lastVisit?.awayWhere ?? null])).toContainEqual(['h3', 'field'])
  expect(leftCount(left)).toBe(left.notMet.length + 2)
})

it('[R-board-01] the board counts each household once, and the area is the sum of its communes', () => {
  const { state, rows } = folded(
    household('h1', 'Páo', { dwelling: 'tent' }),
    build('b1', 'h1'),
    entry('foundation.checked', 'b1', checkBody),
    household('h2', 'Chò'),
    entry('visit.recorded', 'h2', { date: today, outcome: 'met-other', met: 'vợ', purposes: [] }),
  )
  const { commune, villages } = boardOf(state, rows)
  expect(commune).toMatchObject({ households: 2, met: 1, tents: 1, waiting: 1, returned: 0 })
  expect(commune.stages).toMatchObject({ planned: 1, foundation: 1 })
  expect(sumCounts([commune, commune]).households).toBe(4)
  expect(villages.map(({ id }) => id)).toEqual(['v1'])
})

it('[R-review-01] checks wait oldest first, with what an auditor would look at, and never blocked by it', () => {
  const there = { lat: 19.7, lon: 104.1, accuracy: 25, by: 'gps' }
  const check = entry('foundation.checked', 'b1', { ...checkBody, location: there })
  const { state } = folded(
    household('h1', 'Páo', { location: { lat: 19.5, lon: 104.1, accuracy: 5, by: 'gps' } }),
    build('b1', 'h1'),
    entry('build.advanced', 'b1', { stage: 'foundation', date: '2026-11-19' }),
    check,
  )
  const [first] = reviewQueue(state, checklists)
  expect(first?.flags.map(({ flag }) => flag)).toEqual(['distance', 'accuracy', 'days'])
  expect(checkOf(state, check.id)?.check.status).toBe('waiting')
})

it('[L18] a check is read under its own version; a new check is made under the one in force', () => {
  const district = emptyDistrictState('d')
  foldDistrict(district, [
    entry('checklist.published', 'c', firstChecklist),
    entry('checklist.published', 'c', { ...firstChecklist, version: 2, from: '2027-01-01' }),
  ])
  expect(checklistInForce(district, today)?.version).toBe(1)
  expect(checklistInForce(district, '2027-01-01')?.version).toBe(2)
})

it('[R-board-02] a medical station stands in its commune’s book', () => {
  const { state } = folded(entry('station.registered', 's1', { name: 'Trạm y tế Keng Đu' }))
  expect(stationsOf(state).map(({ fields }) => fields.name)).toEqual(['Trạm y tế Keng Đu'])
})
