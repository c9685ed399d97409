import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { buildsOf, markOf } from '../../src/domain/build/buildView.ts'
import type { ContributionRecorded } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { suggestVerdict } from '../../src/domain/foundation/suggestVerdict.ts'
import { beforeYouLeave } from '../../src/domain/lists/beforeYouLeave.ts'
import { boardOf } from '../../src/domain/lists/board.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { reviewQueue } from '../../src/domain/lists/reviewQueue.ts'
import { todayList } from '../../src/domain/lists/villageWork.ts'
import { contributionSources, contributionTotals } from '../../src/domain/money/contributionTotals.ts'
import { oneOfEach } from '../../src/domain/money/oneOfEach.ts'
import { fieldValueWords } from '../../src/language/fieldWords.ts'
import { anEntry } from '../support/anEntry.ts'

const today = '2026-11-24'
const checklists = () => firstChecklist

/** Four houses: one only planned, one whose check waits, one returned, one accepted; the second lives in a tent. */
const story = (): FoldedEntry[] => {
  const houses = ['planned', 'waiting', 'returned', 'accepted'].flatMap((id, at) => [
    anEntry('household.registered', id, {
      headName: `Lô Văn ${id}`,
      village: 'v1',
      dwelling: at === 1 ? 'tent' : 'old-house',
    }),
    anEntry('build.planned', `b-${id}`, { for: { household: id }, type: 'house', work: 'new' }),
  ])
  const checks = ['waiting', 'returned', 'accepted'].map((id) =>
    anEntry('foundation.checked', `b-${id}`, {
      checklist: { id: 'foundation', version: 1 },
      sitting: 'done',
      date: '2026-11-20',
      answers: {},
      photos: {},
      verdict: 'passed',
    }),
  )
  const reviews = [
    { decision: 'returned', returnFor: 'supplement', reason: 'ảnh bu lông', wanted: ['anchor'] },
    { decision: 'accepted' },
  ].map((answer, at) => {
    const check = checks[at + 1]
    return anEntry('foundation.reviewed', check?.subject ?? '', { check: check?.id, ...answer }, { person: 'hung' })
  })
  return [...houses, ...checks, ...reviews]
}

const seenIn = (entries: FoldedEntry[]) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  const rows = householdRows(state)
  return {
    stages: buildsOf(state).map((build) => [build.id, build.stage, build.since, markOf(build), build.aheadOfCheck]),
    checks: buildsOf(state).map(({ checks }) => checks.map(({ status, body }) => [status, body.verdict])),
    rows,
    queue: reviewQueue(state, checklists).map(({ build, flags, tent }) => [build.id, flags, tent]),
    due: todayList(state, rows, { today, here: null, checklists }).due.map(({ row, task }) => [row.id, task]),
    left: beforeYouLeave(state, rows, today, checklists).notMet.map(({ id }) => id),
    board: boardOf(state, rows).villages.map(({ counts }) => [counts.households, counts.tents, counts]),
  }
}

const contribution = fc.record({
  source: fc.constantFrom(...contributionSources),
  form: fc.constantFrom('money' as const, 'labour' as const),
  state: fc.constantFrom('promised' as const, 'handed-over' as const),
  date: fc.constantFrom('2026-10-01', '2026-11-20'),
  vnd: fc.integer({ min: 1, max: 9_000_000 }),
  days: fc.integer({ min: 1, max: 60 }),
})

it('[R-family-02] whatever a family promised, gave or did not give: stages, checks, flags and every order stay the same', () => {
  const told = story()
  const without = seenIn(told)
  expect(without.queue.length).toBe(1)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('planned', 'waiting', 'returned', 'accepted'), contribution), { maxLength: 8 }),
      (given) => {
        const money = given.map(([id, body]) => anEntry('contribution.recorded', `b-${id}`, body))
        expect(seenIn([...told, ...money])).toEqual(without)
      },
    ),
    { seed: 42, numRuns: 60 },
  )
})

it('[R-family-02] sources stand in one order, whoever gave most', () => {
  fc.assert(
    fc.property(fc.array(contribution, { minLength: 1, maxLength: 8 }), (given) => {
      const entries = given.map((body, at) => ({
        ...{ entry: `e${at}`, ms: at, stamp: `${at}`, person: 'p', device: `d${at % 2}`, pending: false },
        body: body as ContributionRecorded,
      }))
      const order = contributionTotals(oneOfEach(entries)).map(({ source }) => contributionSources.indexOf(source))
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }),
    { seed: 42, numRuns: 60 },
  )
})

it('[R-family-03] who does not sign and what was not photographed change no verdict, and the check is saved', () => {
  const answers = Object.fromEntries(
    firstChecklist.items.map((item) => [
      item.id,
      item.kind === 'yes-no'
        ? { value: 'yes' }
        : item.kind === 'diagonals'
          ? { value: [943.4, 944] }
          : { value: { length: 800, width: 500, height: 32, 'concrete-age': 9, anchors: 24 }[item.id] ?? 1 },
    ]),
  )
  const slots = Object.fromEntries(firstChecklist.photos.map(({ id }) => [id, [`photo-${id}`]]))
  const verdictWith = (photos: { [slot: string]: string[] }) =>
    suggestVerdict(firstChecklist, { sitting: 'done', answers, photos }).verdict
  expect(verdictWith({})).toBe(verdictWith(slots))
  const body = {
    checklist: { id: 'foundation', version: 1 },
    sitting: 'done',
    date: '2026-11-20',
    answers,
    photos: {},
    verdict: verdictWith({}),
    mend: { what: 'Đo lại', by: '2026-12-20' },
    signatures: firstChecklist.signatures.map(({ id }) => ({ slot: id, how: 'declined', reason: 'chờ họp bản' })),
  }
  expect(judgeBody('foundation.checked', body)).toMatchObject({ ok: true })
  expect(judgeBody('foundation.checked', { ...body, signatures: [] })).toMatchObject({ ok: true })
})

it('[R-family-01] what two people wrote of a family’s poverty is settled by who wrote it: the word itself is not drawn', () => {
  const words = fieldValueWords('poverty', 'near-poor', (id) => id)
  expect(words).not.toMatch(/poor|nghèo/)
  expect(words).not.toBe('')
})
