import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldBehind, foldEntries } from '../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { checklistsIn } from '../../src/domain/foundation/checklists.ts'
import { beginWithRows, householdRows } from '../../src/domain/lists/householdRows.ts'
import { packRows, unpackRows } from '../../src/domain/lists/packedRows.ts'
import { keepWork, noWork } from '../../src/domain/lists/rowWork.ts'
import { todayList } from '../../src/domain/lists/villageWork.ts'
import { nameSortKey } from '../../src/domain/names/nameSortKey.ts'
import { emptyDistrictState } from '../../src/domain/people/districtState.ts'
import { anEntry } from '../support/anEntry.ts'

const seed = Number(process.env.SEED ?? 20_261_124)
const today = '2026-11-24'
const households = ['h1', 'h2', 'h3']
const builds = ['b1', 'b2']

/** Anything that may be written about a few households, so that it often meets what was written before. */
const anythingWritten = (at: number): fc.Arbitrary<FoldedEntry> =>
  fc
    .record({
      ms: fc.nat({ max: 30 }),
      household: fc.constantFrom(...households),
      other: fc.constantFrom(...households),
      build: fc.constantFrom(...builds),
      name: fc.constantFrom('Lô Văn Páo', 'Lò Van Pao', 'Vừ Bá Chò', 'Đặng Y Xò'),
      village: fc.constantFrom('v1', 'v2'),
      target: fc.nat({ max: Math.max(0, at - 1) }),
      seq: fc.option(fc.constant(at + 1)),
      // Merges often: whether a household stands on the list then depends on others.
      what: fc.oneof(fc.nat({ max: 11 }), fc.constantFrom(0, 4)),
    })
    .map(({ ms, household, other, build, name, village, target, seq, what }) => {
      const stamp = `${ms.toString(16).padStart(12, '0')}-0000-aaaaaaaa`
      const kinds: [string, string, unknown][] = [
        ['household.registered', household, { headName: name, village, spouseName: `vợ ${household}` }],
        ['household.registered', household, { headName: name, village, birthYear: 1960 + at }],
        ['household.amended', household, { set: { headName: { value: name, base: null } } }],
        ['household.amended', household, { set: { village: { value: village, base: null } } }],
        ['household.merged', household, { into: other }],
        ['household.moved', household, { to: 'elsewhere' }],
        ['visit.recorded', household, { date: today, outcome: 'met-head', purposes: [], told: [`e${target}`] }],
        ['build.planned', build, { for: { household }, type: 'house', work: 'new' }],
        [
          'foundation.checked',
          build,
          {
            checklist: { id: 'f', version: 1 },
            sitting: 'done',
            date: today,
            answers: {},
            photos: {},
            verdict: 'passed',
          },
        ],
        ['foundation.reviewed', build, { check: `e${target}`, decision: 'accepted' }],
        [
          'visit.recorded',
          household,
          {
            date: today,
            outcome: 'met-head',
            purposes: [],
            dwelling: 'tent',
            dwellingSince: today,
            clock: { day: today, offset: at },
          },
        ],
        ['entry.voided', household, { entry: `e${target}`, kind: 'household.merged', reason: 'nhầm' }],
      ]
      const [kind, subject, body] = kinds[what] as [string, string, unknown]
      const person = kind === 'foundation.reviewed' ? 'hung' : 'lan'
      return { id: `e${at}`, book: 'b', kind, v: 1, subject, at: stamp, stamp, seq, device: 'd', person, n: at, body }
    })

const someEntries = fc
  .nat({ max: 24 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => anythingWritten(at))))

it(`[I5] rows and tasks kept from entry to entry are those made from scratch (seed ${seed})`, () => {
  const checklists = checklistsIn(emptyDistrictState('d'))
  const here = { today, here: null, checklists }
  fc.assert(
    fc.property(someEntries, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (entries, looked) => {
      const kept = emptyBookState('b')
      for (const [at, entry] of entries.entries()) {
        // Handed in later: the same entry once more, with its number.
        foldEntries(kept, [entry])
        if (entry.seq === null && at % 2 === 0) foldEntries(kept, [{ ...entry, seq: at + 1 }])
        // Somebody looks now and then; what was looked at before must not stay behind.
        if (looked[at]) todayList(kept, householdRows(kept), here)
      }
      const fresh = emptyBookState('b')
      foldEntries(
        fresh,
        entries.map((entry, at) => (entry.seq === null && at % 2 === 0 ? { ...entry, seq: at + 1 } : entry)).reverse(),
      )
      const rows = householdRows(kept)
      expect(rows).toEqual(householdRows(fresh))
      expect(todayList(kept, rows, here)).toEqual(todayList(fresh, householdRows(fresh), here))
    }),
    { seed, numRuns: 600 },
  )
})

it('[R-speed-01] a visit makes one row anew; all others stay the same objects', () => {
  const entry = (kind: string, subject: string, body: unknown, ms: number) => anEntry(kind, subject, body, { ms })
  const state = emptyBookState('b')
  foldEntries(
    state,
    Array.from({ length: 300 }, (_, at) =>
      entry('household.registered', `h${at}`, { headName: `Lô Văn ${at}`, village: `v${at % 5}` }, at + 1),
    ),
  )
  const before = householdRows(state)
  expect(householdRows(state)).toBe(before)
  foldEntries(state, [entry('visit.recorded', 'h7', { date: today, outcome: 'met-head', purposes: [] }, 999)])
  const after = householdRows(state)
  expect(after.filter((row, at) => row !== before[at]).map(({ id }) => id)).toEqual(['h7'])
})

it(`[R-open-01, R-open-02, I5] rows kept and begun from again are those made from scratch, whatever follows (seed ${seed})`, () => {
  const checklists = checklistsIn(emptyDistrictState('d'))
  const here = { today, here: null, checklists }
  fc.assert(
    fc.property(someEntries, fc.nat({ max: 24 }), fc.nat({ max: 24 }), (entries, cut, later) => {
      const numbered = entries.map((entry, at) => ({ ...entry, seq: at + 1 }))
      const first = emptyBookState('b')
      foldEntries(first, numbered.slice(0, cut))
      const { known, works } = unpackRows('b', packRows(first, checklists))
      expect(known.rows).toEqual(householdRows(first))
      const begun = emptyBookState('b')
      beginWithRows(begun, known)
      for (const [at, row] of known.rows.entries()) keepWork(row, checklists, works[at] ?? noWork)
      // Before anything is read they stand, with all that a day's list is made of.
      expect(todayList(begun, householdRows(begun), here)).toEqual(todayList(first, householdRows(first), here))
      // Pages as they come: what was known, in two parts, one of them with news behind it.
      foldBehind(begun, numbered.slice(0, Math.min(cut, later)), cut)
      foldBehind(begun, numbered.slice(Math.min(cut, later)), cut)
      const fresh = emptyBookState('b')
      foldEntries(fresh, numbered)
      expect(householdRows(begun)).toEqual(householdRows(fresh))
      expect(todayList(begun, householdRows(begun), here)).toEqual(todayList(fresh, householdRows(fresh), here))
    }),
    { seed, numRuns: 1500 },
  )
})

it(`[R-names-02] names stand as Vietnamese lists do: by given name, letters before tones (seed ${seed})`, () => {
  const collator = new Intl.Collator('vi', { numeric: true })
  const given = (name: string) => name.trim().split(/\s+/).at(-1) ?? ''
  const onset = fc.constantFrom(...' b ƀ c ch d đ g gi h k kh l m n ng nh p ph q r s t th tr v x w z'.split(' '))
  const vowels = 'a ă â e ê i o ô ơ u ư y'
    .split(' ')
    .flatMap((v) => ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => v + tone))
  const coda = fc.constantFrom(...' c ch m n ng nh p t i u'.split(' '))
  const word = fc.tuple(onset, fc.constantFrom(...vowels), coda, fc.nat({ max: 9 })).map(([a, b, c, big]) => {
    const text = (a + b + c).normalize('NFC')
    return big === 0 ? text : text.charAt(0).toUpperCase() + text.slice(1)
  })
  const extra = fc.constantFrom(
    'Y',
    'Bá',
    "H'Mí",
    'H’Mí',
    'Ñia',
    'Ŏng',
    'Müller',
    'A-Páo',
    'Páo 2',
    'Páo 12',
    'Hoà',
    'Hòa',
  )
  const name = fc
    .array(fc.oneof({ weight: 9, arbitrary: word }, extra), { minLength: 1, maxLength: 4 })
    .map((words) => words.join(' '))
  fc.assert(
    fc.property(name, name, (a, b) => {
      const known = Math.sign(collator.compare(given(a), given(b)) || collator.compare(a, b))
      const [ka, kb] = [nameSortKey(a), nameSortKey(b)]
      expect(ka < kb ? -1 : ka > kb ? 1 : 0).toBe(known)
    }),
    { seed, numRuns: 20_000 },
  )
  const list = ['Lô Văn Ân', 'Vừ Bá An', 'Lô Văn Ăn', 'Hà Thị Đào', 'Hà Thị Dao', 'Y', 'Cụt Văn Ơn', 'Cụt Văn On']
  expect(list.sort((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual([
    'Vừ Bá An',
    'Lô Văn Ăn',
    'Lô Văn Ân',
    'Hà Thị Dao',
    'Hà Thị Đào',
    'Cụt Văn On',
    'Cụt Văn Ơn',
    'Y',
  ])
})
