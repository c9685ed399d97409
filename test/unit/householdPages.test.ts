import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { buildOf } from '../../src/domain/build/buildView.ts'
import type { ContributionRecorded } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { changedFields } from '../../src/domain/household/changedFields.ts'
import { householdOf } from '../../src/domain/household/householdView.ts'
import { settling } from '../../src/domain/household/settling.ts'
import { byVillage } from '../../src/domain/lists/byVillage.ts'
import type { TodayItem } from '../../src/domain/lists/villageWork.ts'
import { contributionTotals } from '../../src/domain/money/contributionTotals.ts'
import { oneOfEach } from '../../src/domain/money/oneOfEach.ts'

const entry = (n: number, kind: string, body: unknown, person = 'lan'): FoldedEntry => ({
  id: `entry-${n}`,
  book: 'b',
  kind,
  v: 1,
  subject: 'h',
  at: `0000000000${String(n).padStart(2, '0')}-0000-aaaaaaaa`,
  stamp: `0000000000${String(n).padStart(2, '0')}-0000-aaaaaaaa`,
  device: 'd',
  person,
  n,
  seq: n,
  body,
})

it('[R-amend-01] an amendment holds only what changed, each on top of the value that was on the screen', () => {
  const seen = { fields: { headName: 'Lô Văn Páo', phone: '0912', members: 6 }, bases: { headName: 'a', phone: 'b' } }
  const now = { headName: 'Lô Văn Páo', phone: '0913', members: null, wayIn: 'qua suối' }
  expect(changedFields(seen, now)).toEqual({
    phone: { value: '0913', base: 'b' },
    members: { value: null, base: null },
    wayIn: { value: 'qua suối', base: null },
  })
})

it('[R-amend-02] a person’s choice settles what two people wrote, and both entries stay named', () => {
  const state = emptyBookState('b')
  const phone = (value: string) => ({ set: { phone: { value, base: 'entry-1' } } })
  foldEntries(state, [
    entry(1, 'household.registered', { headName: 'Lô Văn Páo', village: 'v', phone: '0900' }),
    entry(2, 'household.amended', phone('0912')),
    entry(3, 'household.amended', phone('0977'), 'hung'),
  ])
  const open = householdOf(state, 'h')
  expect(open?.conflicts.map(({ field, values }) => [field, values.map(({ value }) => value)])).toEqual([
    ['phone', ['0977', '0912']],
  ])
  const body = settling(open?.conflicts ?? [], { phone: 'entry-2' }, open?.bases ?? {})
  expect(body).toEqual({ set: { phone: { value: '0912', base: 'entry-3' } }, settles: ['entry-3', 'entry-2'] })
  foldEntries(state, [entry(4, 'household.amended', body)])
  const settled = householdOf(state, 'h')
  expect([settled?.fields.phone, settled?.conflicts]).toEqual(['0912', []])
})

const contribution = (n: number, body: Partial<ContributionRecorded>): FoldedEntry =>
  entry(n, 'contribution.recorded', { source: 'family', form: 'money', state: 'promised', date: '2026-11-20', ...body })

it('[R-money-01] promised and handed over are summed apart, and a promise kept is not counted twice', () => {
  const state = emptyBookState('b')
  foldEntries(state, [
    entry(1, 'build.planned', { for: { household: 'h0' }, type: 'house', work: 'new' }),
    contribution(2, { source: 'counterpart', vnd: 3_000_000 }),
    contribution(3, { source: 'counterpart', state: 'handed-over', vnd: 1_000_000, fulfils: 'entry-2' }),
    contribution(4, { form: 'labour', state: 'handed-over', days: 2.5 }),
    contribution(5, { form: 'material', state: 'handed-over', what: 'xi măng', quantity: 10, vnd: 900_000 }),
  ])
  const [counterpart, family] = contributionTotals(oneOfEach(buildOf(state, 'h')?.contributions ?? []))
  expect([counterpart?.promised.vnd, counterpart?.handedOver.vnd]).toEqual([2_000_000, 1_000_000])
  expect([family?.handedOver.vnd, family?.handedOver.days, family?.handedOver.materials.length]).toEqual([0, 2.5, 1])
})

it('[R-hold-01] a pause or the end of a build has a reason; going on again needs none', () => {
  const hold = (value: unknown) => judgeBody('build.amended', { set: { hold: { value, base: null } } })
  expect(hold({ state: 'paused', reason: ' ' }).ok).toBe(false)
  expect(hold({ state: 'given-up', reason: 'chuyển về quê vợ' }).ok).toBe(true)
  expect(hold(null).ok).toBe(true)
})

it('[R-today-04] without a village chosen what is due is counted by village: tents, then the nearest, then by name', () => {
  const item = (id: string, village: string, distance: number | null, dwelling = 'old-house') =>
    ({ row: { id, village, dwelling }, task: 'visit', distance, urgency: '4 none' }) as TodayItem
  const due = [
    item('1', 'far', null),
    item('2', 'tents', null, 'tent'),
    item('3', 'near', 120),
    item('3', 'near', 120),
    item('4', 'alone', null),
  ]
  const villages = byVillage(due, { title: (village) => village })
  expect(villages.map(({ village, households, tents }) => [village, households, tents])).toEqual([
    ['tents', 1, 1],
    ['near', 1, 0],
    ['alone', 1, 0],
    ['far', 1, 0],
  ])
})
