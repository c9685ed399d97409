import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { buildOf } from '../../src/domain/build/buildView.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { householdOf, householdsOf, mergedInto } from '../../src/domain/household/householdView.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { searchRows } from '../../src/domain/lists/searchRows.ts'
import { anEntry } from '../support/anEntry.ts'

const seed = Number(process.env.SEED ?? 20_261_124)
const runs = { seed, numRuns: 300 }

const entry = (
  kind: string,
  subject: string,
  body: unknown,
  ms: number,
  more: Partial<FoldedEntry> = {},
): FoldedEntry => anEntry(kind, subject, body, { ms, ...more })

const pao = entry('household.registered', 'h1', { headName: 'Lô Văn Páo', village: 'v1', phone: '1' }, 1)
const amend = (value: string, base: string, ms: number, settles?: string[]) =>
  entry('household.amended', 'h1', { set: { phone: { value, base } }, ...(settles ? { settles } : {}) }, ms)

const snapshot = (entries: readonly FoldedEntry[]) => {
  const state = emptyBookState('b')
  for (const one of entries) foldEntries(state, [one])
  return {
    households: [...state.households].sort().map((id) => [householdOf(state, id), mergedInto(state, id)]),
    builds: [...state.builds].sort().map((id) => buildOf(state, id)),
    rows: householdRows(state),
  }
}

it(`[I5, L15] entries in any order, any number of times, give the same state (seed ${seed})`, () => {
  const lan = amend('2', pao.id, 2)
  const ha = amend('3', pao.id, 3)
  const check = entry(
    'foundation.checked',
    'c1',
    {
      checklist: { id: 'f', version: 1 },
      sitting: 'done',
      date: '2026-03-01',
      answers: {},
      photos: {},
      verdict: 'passed',
    },
    7,
  )
  const visit = entry('visit.recorded', 'h1', { date: '2026-03-02', outcome: 'met-head', purposes: [] }, 8)
  const all = [
    pao,
    lan,
    ha,
    amend('4', ha.id, 4, [lan.id, ha.id]),
    entry('household.registered', 'h2', { headName: 'Vừ Bá Chò', village: 'v1' }, 5),
    entry('household.merged', 'h2', { into: 'h1' }, 6),
    entry('build.planned', 'c1', { for: { household: 'h1' }, type: 'house', work: 'new' }, 6),
    check,
    entry(
      'foundation.reviewed',
      'c1',
      { check: check.id, decision: 'returned', returnFor: 'supplement', reason: 'ảnh' },
      9,
      { person: 'hung' },
    ),
    entry('foundation.reviewed', 'c1', { check: check.id, decision: 'accepted' }, 10, { person: 'hung' }),
    visit,
    entry('entry.voided', 'h1', { entry: visit.id, kind: 'visit.recorded', reason: 'nhầm hộ' }, 11),
    entry('tomorrow.kind', 'h1', { anything: 1 }, 12),
  ]
  const expected = snapshot(all)
  const order = fc.array(fc.nat({ max: all.length - 1 }), { maxLength: 20 }).chain((extra) =>
    fc.shuffledSubarray([...all, ...extra.map((at) => all[at] as FoldedEntry)], {
      minLength: all.length + extra.length,
    }),
  )
  fc.assert(
    fc.property(order, (entries) => {
      expect(snapshot(entries)).toEqual(expected)
    }),
    runs,
  )
})

it('[I5] two phones amend one field: both values are shown until somebody who saw both settles it', () => {
  const lan = amend('2', pao.id, 2)
  const ha = amend('3', pao.id, 3)
  const state = emptyBookState('b')
  foldEntries(state, [pao, lan, ha])
  expect(householdOf(state, 'h1')?.fields.phone).toBe('3')
  expect(householdOf(state, 'h1')?.conflicts[0]?.values.map(({ value }) => value)).toEqual(['3', '2'])
  foldEntries(state, [amend('2', ha.id, 4, [lan.id, ha.id])])
  expect(householdOf(state, 'h1')?.fields.phone).toBe('2')
  expect(householdOf(state, 'h1')?.conflicts).toEqual([])
})

it('[L15] a phone that comes back late makes no false conflict when it built on what it saw', () => {
  const first = amend('2', pao.id, 2)
  const second = amend('3', first.id, 3)
  const state = emptyBookState('b')
  foldEntries(state, [second, pao])
  foldEntries(state, [first])
  expect(householdOf(state, 'h1')?.conflicts).toEqual([])
})

it('[L14] merges that go in a circle lead to the smallest id, and one household stays on the list', () => {
  const state = emptyBookState('b')
  foldEntries(state, [
    pao,
    entry('household.registered', 'h2', { headName: 'Lô Văn Páo', village: 'v1' }, 2),
    entry('household.merged', 'h1', { into: 'h2' }, 3),
    entry('household.merged', 'h2', { into: 'h1' }, 4),
  ])
  expect([mergedInto(state, 'h1'), mergedInto(state, 'h2')]).toEqual(['h1', 'h1'])
  expect(householdsOf(state).map(({ id }) => id)).toEqual(['h1'])
})

it('[R-stage-01] móng đạt is derived: passed, and accepted by somebody who neither made nor joined the check', () => {
  const state = emptyBookState('b')
  const check = entry(
    'foundation.checked',
    'c1',
    {
      checklist: { id: 'f', version: 1 },
      sitting: 'done',
      date: '2026-03-01',
      answers: {},
      photos: {},
      verdict: 'passed',
      with: [{ person: 'hung', name: 'Hùng' }],
    },
    2,
  )
  const accept = (person: string, ms: number) =>
    entry('foundation.reviewed', 'c1', { check: check.id, decision: 'accepted' }, ms, { person })
  foldEntries(state, [entry('build.planned', 'c1', { for: { household: 'h1' }, type: 'house', work: 'new' }, 1), check])
  expect(buildOf(state, 'c1')?.stage).toBe('foundation')
  foldEntries(state, [accept('lan', 3), accept('hung', 4)])
  expect(buildOf(state, 'c1')?.stage).toBe('foundation')
  foldEntries(state, [accept('ha', 5)])
  expect(buildOf(state, 'c1')?.stage).toBe('foundation-checked')
  foldEntries(state, [
    entry('foundation.reviewed', 'c1', { check: check.id, decision: 'returned', returnFor: 'mend', reason: 'nứt' }, 6, {
      person: 'ha',
    }),
  ])
  expect(buildOf(state, 'c1')?.stage).toBe('foundation')
  foldEntries(state, [entry('build.advanced', 'c1', { stage: 'frame', date: '2026-03-09' }, 7)])
  expect(buildOf(state, 'c1')).toMatchObject({ stage: 'frame', aheadOfCheck: true })
})

it('[R-void-01] a void takes back an entry of its subject and kind, and nothing else', () => {
  const visit = entry('visit.recorded', 'h1', { date: '2026-03-02', outcome: 'met-head', purposes: [] }, 2)
  const voided = (more: object, subject = 'h1') =>
    entry('entry.voided', subject, { entry: visit.id, kind: 'visit.recorded', reason: 'nhầm', ...more }, 3)
  for (const [wrong, left] of [
    [voided({ kind: 'note.added' }), 1],
    [voided({}, 'h2'), 1],
    [voided({}), 0],
  ] as const) {
    const state = emptyBookState('b')
    foldEntries(state, [pao, visit, wrong])
    expect(householdOf(state, 'h1')?.visits).toHaveLength(left)
  }
})

it('[R-names-01] "lo van pao" finds Lô Văn Páo, and names alike are told apart', () => {
  const state = emptyBookState('b')
  foldEntries(state, [
    pao,
    entry('household.registered', 'h2', { headName: 'Lô Văn Páo', village: 'v1', spouseName: 'Moong Thị Mai' }, 2),
    entry('household.registered', 'h3', { headName: 'Đặng Y Xò', village: 'v1' }, 3),
  ])
  const rows = householdRows(state)
  expect(
    searchRows(rows, { text: 'lo van pao' })
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['h1', 'h2'])
  expect(searchRows(rows, { text: 'dang y' }).map(({ id }) => id)).toEqual(['h3'])
  expect(rows.find(({ id }) => id === 'h2')?.tellApart).toEqual([{ by: 'spouse', name: 'Moong Thị Mai' }])
  expect(rows.find(({ id }) => id === 'h3')?.tellApart).toBeNull()
})
