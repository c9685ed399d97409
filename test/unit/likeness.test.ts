import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { wholeBuilds } from '../../src/domain/build/wholeBuilds.ts'
import type { HouseholdRegistered } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { mayWrite } from '../../src/domain/entries/mayWrite.ts'
import { householdOf } from '../../src/domain/household/householdView.ts'
import { membersOf, wholeHousehold } from '../../src/domain/household/wholeHousehold.ts'
import { householdFacts } from '../../src/domain/likeness/householdFacts.ts'
import { likelyPairs } from '../../src/domain/likeness/likelyPairs.ts'
import { likeNames } from '../../src/domain/likeness/likeNames.ts'
import { likelyScore, likeness } from '../../src/domain/likeness/likeness.ts'
import { likeTo } from '../../src/domain/likeness/likeTo.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { searchRows } from '../../src/domain/lists/searchRows.ts'
import { timeline } from '../../src/domain/lists/timeline.ts'
import { anEntry } from '../support/anEntry.ts'

const seed = Number(process.env.SEED ?? 20_261_125)

const at = (lat: number, lon: number) => ({ lat, lon, accuracy: 8, by: 'gps' as const })
const pao: HouseholdRegistered = {
  headName: 'Lô Văn Páo',
  spouseName: 'Vi Thị Hoa',
  birthYear: 1974,
  village: 'v1',
  landmark: 'cầu treo',
  location: at(19.6253, 104.1108),
}
const alike = (other: Partial<HouseholdRegistered>, of: Partial<HouseholdRegistered> = {}) => {
  const [a, b] = [householdFacts({ ...pao, ...of }), householdFacts({ ...pao, ...other })]
  expect(likeness(a, b)).toEqual(likeness(b, a))
  return likeness(a, b)
}
const signs = (...of: Parameters<typeof alike>) => alike(...of)?.signs.map(({ sign }) => sign)
const likely = (...of: Parameters<typeof alike>) => (alike(...of)?.score ?? 0) >= likelyScore

it('[R-same-01] names are compared without diacritics; one letter misheard or a middle word left out is like', () => {
  expect(likeNames('lo van pao', 'lo van pao')).toBe('same')
  expect(['lo van phao', 'lo pao', 'lu van pao'].map((name) => likeNames('lo van pao', name))).toEqual(
    Array(3).fill('like'),
  )
  // Another given name, two words otherwise, a one-letter word, nothing at all.
  expect(['lo van cho', 'lu van phao', 'van', ''].map((name) => likeNames('lo van pao', name))).toEqual(
    Array(4).fill(null),
  )
  expect([likeNames('y xo', 'a xo'), likeNames('y', 'y'), likeNames('pao', 'phao')]).toEqual([null, 'same', null])
  expect(likeNames('vu ba cho', 'vu cho')).toBe('like')
})

it('[R-same-01] why two may be one household is said: name, spouse, birth year, landmark, distance, village', () => {
  const found = alike({ headName: 'LÒ VĂN PAO', location: at(19.62566, 104.1108) })
  expect(found?.signs).toEqual([
    { sign: 'same-name' },
    { sign: 'same-spouse' },
    { sign: 'same-birth-year' },
    { sign: 'same-landmark' },
    { sign: 'near', metres: 40 },
  ])
  // Husband and wife, each written down as the head by another team.
  expect(signs({ headName: 'Vi Thị Hoa', spouseName: 'Lô Văn Páo', birthYear: 1980, landmark: null })).toEqual([
    'swapped',
    'near',
  ])
  expect(signs({ headName: 'Vi Thị Hoa', spouseName: null, location: null, landmark: null })).toEqual([
    'head-is-spouse',
  ])
  expect(signs({ headName: 'Chò', otherName: 'lo van pao' }, { landmark: null })).toContain('known-as')
  // In another village only both names together are enough to ask.
  expect(signs({ village: 'v2' })).toContain('other-village')
  expect(alike({ village: 'v2', headName: 'Lô Văn Phao' })).toBeNull()
})

it('[R-same-01] three men of one name in a village are three: a name alone is not enough, and what differs speaks against', () => {
  const bare = { spouseName: null, birthYear: null, landmark: null, location: null }
  expect(likely(bare, bare)).toBe(false)
  expect(likely({ spouseName: 'Moong Thị Lan', birthYear: 1990, location: null })).toBe(false)
  expect(likely({ spouseName: 'Moong Thị Lan', birthYear: null, landmark: null })).toBe(false)
  expect(signs({ spouseName: 'Moong Thị Lan', birthYear: 1990, location: at(19.7, 104.2) })).toEqual([
    'same-name',
    'other-spouse',
    'other-birth-year',
    'same-landmark',
    'far',
  ])
  expect(alike({ headName: 'Moong Văn Xia', spouseName: 'Cụt Thị Mai' })).toBeNull()
})

const register = (id: string, body: Partial<HouseholdRegistered>, ms: number) =>
  anEntry('household.registered', id, { ...pao, ...body }, { id: `r-${id}-${ms}`, ms })
const merge = (id: string, into: string, ms: number) =>
  anEntry('household.merged', id, { into }, { id: `m${ms}`, ms, person: 'hung' })

it('[R-same-02] when registering, the same name in the village is always asked about, the likeliest first', () => {
  const state = emptyBookState('b')
  foldEntries(state, [
    register('h1', { spouseName: 'Moong Thị Lan', birthYear: 1950, landmark: null, location: null }, 1),
    register('h2', {}, 2),
    register('h3', { headName: 'Cụt Văn Ơn' }, 3),
  ])
  const wanted = householdFacts({ headName: 'lo van pao', spouseName: 'Vi Thi Hoa', village: 'v1' })
  expect(likeTo(state, householdRows(state), wanted).map(({ row }) => row.id)).toEqual(['h2', 'h1'])
  expect(likeTo(state, householdRows(state), householdFacts({ headName: 'L', village: 'v1' }))).toEqual([])
})

it('[R-same-03] two told apart are not asked about again, from either side, until that is taken back', () => {
  const state = emptyBookState('b')
  const different = anEntry('note.added', 'h2', { text: 'khác hộ', different: ['h1'] }, { ms: 5 })
  foldEntries(state, [register('h1', {}, 1), register('h2', {}, 2)])
  expect(likelyPairs(state).asked.map(({ a, b }) => [a.id, b.id])).toEqual([['h1', 'h2']])
  expect(likelyPairs(state)).toBe(likelyPairs(state))
  foldEntries(state, [different])
  expect([likelyPairs(state).asked.length, likelyPairs(state).told.length]).toEqual([0, 1])
  foldEntries(state, [
    anEntry('entry.voided', 'h2', { entry: different.id, kind: 'note.added', reason: 'nhầm' }, { ms: 6 }),
  ])
  expect(likelyPairs(state).asked).toHaveLength(1)
})

it('[R-same-04, L14] a merged household takes visits, builds and names along; taken back, both stand again', () => {
  const state = emptyBookState('b')
  const visit = (id: string, date: string, ms: number) =>
    anEntry('visit.recorded', id, { date, outcome: 'met-head', purposes: [], dwelling: 'tent' }, { ms })
  const plan = (id: string, household: string, ms: number) =>
    anEntry('build.planned', id, { for: { household }, type: 'house', work: 'new' }, { ms })
  foldEntries(state, [
    register('h1', {}, 1),
    register('h2', { headName: 'Vi Thị Hoa', spouseName: 'Lô Văn Páo' }, 2),
    visit('h1', '2026-11-01', 3),
    visit('h2', '2026-11-09', 4),
    plan('b2', 'h2', 5),
    anEntry('build.advanced', 'b2', { stage: 'foundation', date: '2026-11-10' }, { ms: 6 }),
    plan('b1', 'h1', 7),
  ])
  expect(householdRows(state)).toHaveLength(2)
  foldEntries(state, [merge('h2', 'h1', 10)])
  const [row, ...others] = householdRows(state)
  expect(others).toEqual([])
  expect(row).toMatchObject({ id: 'h1', lastMet: '2026-11-09', dwelling: 'tent', build: 'b2', stage: 'foundation' })
  expect(searchRows(householdRows(state), { text: 'vi thi hoa' })).toHaveLength(1)
  expect(wholeHousehold(state, 'h2')?.visits.map(({ date }) => date)).toEqual(['2026-11-09', '2026-11-01'])
  expect(wholeBuilds(state, 'h1').map(({ id }) => id)).toEqual(['b1', 'b2'])
  expect(
    timeline(state, 'h1')
      .filter(({ about }) => about === 'Vi Thị Hoa')
      .map(({ kind }) => kind),
  ).toEqual(['visit.recorded', 'household.merged', 'household.registered'])
  // What is written to the merged one afterwards stands with both.
  foldEntries(state, [visit('h2', '2026-11-20', 11)])
  expect(householdRows(state)[0]?.lastMet).toBe('2026-11-20')
  const merges = householdOf(state, 'h2')?.merges ?? []
  foldEntries(
    state,
    merges.map(({ entry }) =>
      anEntry('entry.voided', 'h2', { entry, kind: 'household.merged', reason: 'nhầm' }, { ms: 12 }),
    ),
  )
  expect(householdRows(state).map(({ id, lastMet, build }) => [id, lastMet, build])).toEqual([
    ['h2', '2026-11-20', 'b2'],
    ['h1', '2026-11-01', 'b1'],
  ])
})

it('[R-same-05] only who reviews and the office may merge, and take a merge back', () => {
  const merged = ['recorder', 'inspector', 'district', 'admin'] as const
  expect(merged.map((role) => mayWrite(role, 'household.merged', { into: 'h1' }, 'commune'))).toEqual([
    false,
    true,
    true,
    true,
  ])
  const back = { entry: 'e', kind: 'household.merged', reason: 'nhầm' }
  expect(merged.map((role) => mayWrite(role, 'entry.voided', back, 'commune'))).toEqual([false, true, true, true])
})

const ids = ['h1', 'h2', 'h3', 'h4', 'h5']
const anything = (n: number): fc.Arbitrary<FoldedEntry> =>
  fc
    .record({
      ms: fc.nat(30),
      id: fc.constantFrom(...ids),
      other: fc.constantFrom(...ids),
      head: fc.constantFrom('Lô Văn Páo', 'Lò Văn Pháo', 'Lô Páo', 'Vi Thị Hoa', 'Páo', 'Y Xò'),
      spouse: fc.constantFrom('Vi Thị Hoa', 'Vi Thị Hòa', 'Lô Văn Páo', null),
      otherName: fc.constantFrom(null, 'Páo'),
      village: fc.constantFrom('v1', 'v2'),
      born: fc.constantFrom(null, 1974, 1990),
      what: fc.nat(6),
    })
    .map(({ ms, id, other, head, spouse, otherName, village, born, what }) => {
      const body = { headName: head, spouseName: spouse, otherName, village, birthYear: born }
      const kinds: [string, unknown][] = [
        ['household.merged', { into: other }],
        ['note.added', { text: '', different: [other] }],
        ['household.amended', { set: { headName: { value: head, base: null } } }],
        ['entry.voided', { entry: `x${ms % Math.max(1, n)}`, kind: 'household.merged', reason: 'nhầm' }],
      ]
      const [kind, said] = kinds[what] ?? ['household.registered', body]
      return anEntry(kind, id, said, { id: `x${n}`, ms })
    })
const someHistory = fc.nat(24).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anything(n))))

it(`[R-same-01, R-speed-01, I5] pairs kept from change to change are those found by comparing everybody with everybody (seed ${seed})`, () => {
  fc.assert(
    fc.property(someHistory, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (entries, looked) => {
      const kept = emptyBookState('b')
      for (const [n, one] of entries.entries()) {
        foldEntries(kept, [one])
        if (looked[n]) likelyPairs(kept)
      }
      const fresh = emptyBookState('b')
      foldEntries(fresh, [...entries].reverse())
      const households = householdRows(fresh).flatMap(({ id }) => householdOf(fresh, id) ?? [])
      const expected = households.flatMap((a) =>
        households.flatMap((b) => {
          const found = likeness(householdFacts(a.fields), householdFacts(b.fields))
          const likelyOne = a.id < b.id && found !== null && found.score >= likelyScore
          return likelyOne &&
            !a.different.some(({ household }) => household === b.id) &&
            !b.different.some(({ household }) => household === a.id)
            ? [[a.id, b.id, found.score]]
            : []
        }),
      )
      const got = likelyPairs(kept).asked.map(({ a, b, likeness: { score } }) => [a.id, b.id, score])
      expect(got.map(String).sort()).toEqual(expected.map(String).sort())
      expect(got.map(String)).toEqual(
        likelyPairs(fresh)
          .asked.map(({ a, b, likeness: { score } }) => [a.id, b.id, score])
          .map(String),
      )
      // Everybody stands somewhere, once.
      const listed = householdRows(kept).map(({ id }) => id)
      const members = listed.flatMap((id) => membersOf(kept, id))
      expect(new Set(members).size).toBe(members.length)
    }),
    { seed, numRuns: 500 },
  )
})
