import { expect, it } from 'vitest'
import { missingToTakeAlong, type TakeAlongFacts } from '../../src/domain/take-along/missingToTakeAlong.ts'
import { mostVisitsSaid, visitsThatFit } from '../../src/domain/take-along/visitsThatFit.ts'

const now = Date.UTC(2026, 10, 23, 1)
const ready: TakeAlongFacts = {
  shellWhole: true,
  booksMissing: 0,
  checklists: 1,
  listMs: now - 60_000,
  clockOffsetMs: 800,
  waiting: 0,
}

it('[R-take-01] a phone is ready when the app, the lists, the checklist, the clock and the outbox all are', () => {
  expect(missingToTakeAlong(ready, now)).toEqual([])
  expect(missingToTakeAlong({ ...ready, shellWhole: false }, now)).toEqual(['app'])
  expect(missingToTakeAlong({ ...ready, booksMissing: 1, listMs: null }, now)).toEqual(['books'])
  expect(missingToTakeAlong({ ...ready, checklists: 0 }, now)).toEqual(['checklist'])
  expect(missingToTakeAlong({ ...ready, listMs: now - 25 * 3_600_000 }, now)).toEqual(['old-list'])
  expect(missingToTakeAlong({ ...ready, clockOffsetMs: -3_600_000 }, now)).toEqual(['clock'])
  expect(missingToTakeAlong({ ...ready, waiting: 2 }, now)).toEqual(['waiting'])
})

it('[R-take-01] a clock that was never compared is said elsewhere and holds nobody back', () => {
  expect(missingToTakeAlong({ ...ready, clockOffsetMs: null }, now)).toEqual([])
})

it('[R-take-02] room is said in visits, rounded down, and never more than a browser can be believed', () => {
  expect(visitsThatFit(0)).toBe(0)
  expect(visitsThatFit(19_900_000)).toBe(19)
  expect(visitsThatFit(47_000_000)).toBe(40)
  expect(visitsThatFit(10 * 2 ** 30)).toBe(mostVisitsSaid)
})
