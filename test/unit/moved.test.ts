import { expect, it } from 'vitest'
import { type BookState, emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { wholeBuilds } from '../../src/domain/build/wholeBuilds.ts'
import type { HouseholdRegistered } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { mayWrite, type Role } from '../../src/domain/entries/mayWrite.ts'
import { householdOf } from '../../src/domain/household/householdView.ts'
import { judgeMove } from '../../src/domain/household/judgeMove.ts'
import { type MoveDraft, moveEntries, startMove } from '../../src/domain/household/moveDraft.ts'
import { movesOf } from '../../src/domain/household/movesOf.ts'
import { moveTakenBack } from '../../src/domain/household/moveTakenBack.ts'
import { wholeHousehold } from '../../src/domain/household/wholeHousehold.ts'
import { pairsAcross } from '../../src/domain/likeness/pairsAcross.ts'
import { boardOf } from '../../src/domain/lists/board.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { reviewQueue } from '../../src/domain/lists/reviewQueue.ts'
import { timeline } from '../../src/domain/lists/timeline.ts'
import { bookMoney } from '../../src/domain/money/bookMoney.ts'
import { bodyShapes } from '../../src/wire/kinds/bodyShapes.ts'
import { anEntry } from '../support/anEntry.ts'

const pao: HouseholdRegistered = {
  headName: 'Lô Văn Páo',
  spouseName: 'Vi Thị Mai',
  birthYear: 1974,
  members: 5,
  poverty: 'poor',
  village: 'v1',
  landmark: 'cầu treo',
  wayIn: 'qua suối, bên trái',
  location: { lat: 19.6253, lon: 104.1108, accuracy: 8, by: 'gps' },
  noticeRead: true,
}
const check = {
  checklist: { id: 'c', version: 1 },
  sitting: 'done',
  date: '2026-11-10',
  answers: {},
  photos: {},
  verdict: 'passed',
}
const inOld = (id: string) => [
  anEntry('household.registered', id, pao),
  anEntry('visit.recorded', id, { date: '2026-11-01', outcome: 'met-head', purposes: [], dwelling: 'tent' }),
  anEntry('build.planned', `b-${id}`, { for: { household: id }, type: 'house', work: 'new', model: 'N2' }),
  anEntry('build.advanced', `b-${id}`, { stage: 'foundation', date: '2026-11-02' }),
  anEntry('foundation.checked', `b-${id}`, check),
  anEntry('contribution.recorded', `b-${id}`, {
    source: 'family',
    form: 'money',
    state: 'handed-over',
    date: '2026-11-02',
    vnd: 1_500_000,
  }),
]
const book = (id: string, entries: FoldedEntry[]): BookState => {
  const state = emptyBookState(id)
  foldEntries(
    state,
    entries.map((entry) => ({ ...entry, book: id })),
  )
  return state
}
const filled: MoveDraft = {
  ...startMove(null),
  why: 'family',
  book: 'new',
  village: 'v9',
  onward: 'paused',
  reason: ' về ở với ông bà ',
}
const ids = { household: 'h2', build: 'b2', builtThere: false }
const movingOf = (state: BookState, id: string) => {
  const household = wholeHousehold(state, id)
  if (household === undefined) throw new Error('no such household')
  return { household, builds: wholeBuilds(state, id) }
}
/** The old book and the new one, before and after. */
const moved = (draft: Partial<MoveDraft> = {}, there: FoldedEntry[] = [], more = ids) => {
  const [old, other] = [book('old', inOld('h1')), book('new', there)]
  const entries = moveEntries(movingOf(old, 'h1'), { ...filled, ...draft }, more)
  const saved = entries.map((one) => ({ ...anEntry(one.kind, one.subject, one.body), book: one.book }))
  for (const state of [old, other])
    foldEntries(
      state,
      saved.filter((one) => one.book === state.book),
    )
  const books = new Map([
    ['old', old],
    ['new', other],
  ])
  return { old, other, entries, books }
}
const bodyOf = (entries: ReturnType<typeof moveEntries>, kind: string) =>
  entries.find((one) => one.kind === kind)?.body as Record<string, unknown>

it('[R-move-01] the new book’s entry comes first and the old one’s last, and each is as the contract asks', () => {
  const { entries } = moved({ onward: 'there' })
  expect(entries.map(({ book: at, kind }) => `${at} ${kind}`)).toEqual([
    'new household.registered',
    'new build.planned',
    'old build.amended',
    'old household.moved',
  ])
  expect(bodyOf(entries, 'household.moved')).toEqual({ to: 'new', household: 'h2', reason: 'về ở với ông bà' })
  expect(bodyOf(entries, 'household.registered').from).toEqual({ book: 'old', household: 'h1' })
  for (const { kind, body } of entries) {
    expect(judgeBody(kind, body, '2026-11-25')).toMatchObject({ ok: true })
    expect(bodyShapes[kind].safeParse(body).success, kind).toBe(true)
  }
})

it('[R-move-01] an inspector and the office may move a household, a recorder may not', () => {
  const may = (role: Role) => mayWrite(role, 'household.moved', { to: 'new' }, 'commune')
  expect((['recorder', 'inspector', 'district', 'admin'] as const).map(may)).toEqual([false, true, true, true])
})

it('[R-move-01] what is missing is said beside its field; a book that is not on this device is refused', () => {
  const moving = movingOf(book('old', inOld('h1')), 'h1')
  const here = new Set(['old', 'new'])
  const codes = (draft: MoveDraft, at = here) =>
    judgeMove(moving, draft, at).map(({ field, code }) => `${field} ${code}`)
  expect(codes(startMove(null))).toEqual(['why move-why', 'book move-book', 'onward move-onward', 'reason move-reason'])
  expect(codes({ ...filled, book: 'old' })).toEqual(['book move-book'])
  expect(codes({ ...filled, village: '  ' })).toEqual(['village village-missing'])
  expect(codes(filled, new Set(['old']))).toEqual(['book move-not-here'])
  expect(codes(filled)).toEqual([])
})

it('[R-move-02] who they are goes along; place, tent and poverty stay, unless the house is the same', () => {
  const family = bodyOf(moved().entries, 'household.registered')
  expect(family).toEqual({
    headName: 'Lô Văn Páo',
    spouseName: 'Vi Thị Mai',
    birthYear: 1974,
    members: 5,
    village: 'v9',
    from: { book: 'old', household: 'h1' },
  })
  const { location, landmark, wayIn } = pao
  const same = bodyOf(moved({ why: 'book', onward: 'there' }).entries, 'household.registered')
  expect(same).toEqual({ ...family, location, landmark, wayIn, dwelling: 'tent' })
})

it('[R-move-02, R-board-01] lists, the board and the queue count the household once, in the new book', () => {
  const { old, other } = moved()
  const count = (state: BookState) => boardOf(state, householdRows(state)).commune.households
  expect([count(old), count(other)]).toEqual([0, 1])
  expect(reviewQueue(old, () => undefined)).toEqual([])
  expect(reviewQueue(book('old', inOld('h1')), () => undefined)).toHaveLength(1)
  // What was given stays where it was given, once.
  expect([bookMoney(old).totals.length, bookMoney(other).totals.length]).toEqual([1, 0])
})

it('[R-move-02] each page leads to the other; without the other book only the commune is known', () => {
  const { old, other, books } = moved()
  const [there, here] = [householdOf(old, 'h1'), householdOf(other, 'h2')]
  if (there === undefined || here === undefined) throw new Error('both stand')
  expect(movesOf(books, there, [])).toMatchObject({
    to: { book: 'new', page: { id: 'h2' }, move: { reason: 'về ở với ông bà' }, later: 0 },
    from: [],
  })
  expect(movesOf(books, here, [])).toMatchObject({
    to: null,
    from: [{ book: 'old', page: { id: 'h1' }, move: { book: 'new' }, later: 0 }],
  })
  expect(movesOf(new Map([['new', other]]), here, []).from).toEqual([{ book: 'old', page: null, move: null, later: 0 }])
  expect(movesOf(new Map([['old', old]]), there, []).to).toMatchObject({ book: 'new', page: null })
  expect(timeline(old, 'h1').map(({ kind }) => kind)).toContain('household.moved')
})

it('[R-move-03] a house not handed over: built anew there, the same one gone on with, paused or given up', () => {
  const holds = (draft: Partial<MoveDraft>) => wholeBuilds(moved(draft).old, 'h1').map(({ fields }) => fields.hold)
  expect(holds({ onward: 'paused' })).toEqual([{ state: 'paused', reason: 'về ở với ông bà' }])
  expect(holds({ onward: 'given-up' })).toMatchObject([{ state: 'given-up' }])
  const built = (draft: Partial<MoveDraft>) =>
    wholeBuilds(moved(draft).other, 'h2').map(({ stage, fields }) => [stage, fields.type, fields.model])
  expect(built({ onward: 'given-up' })).toEqual([])
  expect(built({ onward: 'there' })).toEqual([['planned', 'house', 'N2']])
  // Of the same house the stage that was seen stands; the check stays with who made it.
  expect(built({ why: 'book', onward: 'there' })).toEqual([['foundation', 'house', 'N2']])
})

it('[R-move-03] móng đạt is an inspector’s word in the old book: in the new one the same house is a foundation to check', () => {
  const began = inOld('h1')
  const checked = began.find(({ kind }) => kind === 'foundation.checked')
  const accepted = { check: checked?.id, decision: 'accepted' }
  const old = book('old', [...began, anEntry('foundation.reviewed', 'b-h1', accepted, { person: 'hung' })])
  expect(wholeBuilds(old, 'h1').at(-1)?.stage).toBe('foundation-checked')
  const entries = moveEntries(movingOf(old, 'h1'), { ...filled, why: 'book', onward: 'there' }, ids)
  expect(bodyOf(entries, 'build.advanced')).toEqual({ stage: 'foundation', date: '2026-11-10' })
})

it('[R-move-04] a household that stands there already is joined: one page, its own build, nothing twice', () => {
  const there = [
    anEntry('household.registered', 'h9', { headName: 'Lò Văn Pao', village: 'v9' }),
    anEntry('build.planned', 'b9', { for: { household: 'h9' }, type: 'house', work: 'new' }),
  ]
  const { other, books, entries } = moved({ into: 'h9', onward: 'there' }, there, { ...ids, builtThere: true })
  expect(entries.map(({ kind }) => kind)).toEqual([
    'household.registered',
    'household.merged',
    'build.amended',
    'household.moved',
  ])
  expect(householdRows(other).map(({ id, headName, build }) => [id, headName, build])).toEqual([
    ['h9', 'Lò Văn Pao', 'b9'],
  ])
  const [joined, member] = [wholeHousehold(other, 'h2'), householdOf(other, 'h2')]
  if (joined === undefined || member === undefined) throw new Error('both stand')
  expect(movesOf(books, joined, [member]).from).toMatchObject([{ page: { id: 'h1' } }])
})

it('[R-move-05, L14] what somebody recorded in the old book after the move is kept there, and said at both ends', () => {
  const { old, other, books } = moved()
  foldEntries(old, [
    { ...anEntry('visit.recorded', 'h1', { date: '2026-11-24', outcome: 'away', purposes: [] }), book: 'old' },
    { ...anEntry('build.advanced', 'b-h1', { stage: 'frame', date: '2026-11-24' }), book: 'old' },
  ])
  const [there, here] = [householdOf(old, 'h1'), householdOf(other, 'h2')]
  if (there === undefined || here === undefined) throw new Error('both stand')
  expect([movesOf(books, there, []).to?.later, movesOf(books, here, []).from[0]?.later]).toEqual([2, 2])
  expect(boardOf(old, householdRows(old)).commune.households).toBe(0)
})

it('[R-move-02, I5] in any order both books come to the same, and a move taken back counts in the old book again', () => {
  const { old, other, entries } = moved()
  const back = old.histories.get('h1')?.find(({ kind }) => kind === 'household.moved')
  const again = emptyBookState('old')
  foldEntries(again, [...old.histories.values()].flat().reverse())
  expect(householdOf(again, 'h1')).toEqual(householdOf(old, 'h1'))
  expect(entries.length).toBe(3)
  foldEntries(old, [anEntry('entry.voided', 'h1', { entry: back?.id, kind: 'household.moved', reason: 'chuyển nhầm' })])
  expect(householdRows(old)).toHaveLength(1)
  expect(householdRows(other)).toHaveLength(1)
})

it('[R-same-06] pairs across communes’ books: husband and wife the same and one thing more; told apart, gone after a move', () => {
  const twin = (more: object) => anEntry('household.registered', 'h3', { ...pao, village: 'v1', ...more })
  const pairs = (more: object) => pairsAcross([book('old', inOld('h1')), book('new', [twin(more)])])
  const signs = (more: object) => pairs(more).asked.map(({ likeness }) => likeness.signs.map(({ sign }) => sign))
  expect(signs({ location: null, landmark: null })).toEqual([
    ['same-name', 'same-spouse', 'same-birth-year', 'other-commune'],
  ])
  // A village of the same id in another commune is another village all the same; the name alone asks nobody.
  expect(signs({ spouseName: null })).toEqual([])
  expect(signs({ birthYear: null, location: null, landmark: null })).toEqual([])
  expect(signs({ birthYear: 1990, location: null, landmark: null })).toEqual([])
  // At the border both communes wrote down the house, each with another of the two as head.
  expect(signs({ headName: 'Vi Thị Mai', spouseName: 'Lô Văn Páo', birthYear: 1980 })).toEqual([
    ['swapped', 'same-landmark', 'near', 'other-commune'],
  ])
  const told = anEntry('note.added', 'h3', { text: 'hai hộ', different: ['h1'] })
  const both = pairsAcross([book('old', inOld('h1')), book('new', [twin({}), told])])
  expect([both.asked.length, both.told.length]).toEqual([0, 1])
  const { old, other } = moved()
  expect(pairsAcross([old, other])).toEqual({ asked: [], told: [] })
  expect(pairsAcross([book('old', [...inOld('h1'), twin({})])])).toEqual({ asked: [], told: [] })
})

it('[R-same-06] what changed since is compared anew across the books too', () => {
  const [old, other] = [book('old', inOld('h1')), book('new', [])]
  expect(pairsAcross([old, other]).asked).toEqual([])
  foldEntries(other, [{ ...anEntry('household.registered', 'h3', { ...pao, village: 'v7' }), book: 'new' }])
  expect(pairsAcross([old, other]).asked.map(({ a, b }) => [a.id, b.id])).toEqual([['h1', 'h3']])
  foldEntries(other, [
    {
      ...anEntry('household.amended', 'h3', { set: { spouseName: { value: 'Moong Thị Lan', base: null } } }),
      book: 'new',
    },
  ])
  expect(pairsAcross([old, other]).asked).toEqual([])
})

it('[R-move-06] a move by mistake: all that it wrote is taken back, unless the new page went on', () => {
  const both = (draft: Partial<MoveDraft>, later: FoldedEntry[] = []) => {
    const { old, other, books } = moved(draft)
    foldEntries(other, later)
    const before = householdOf(old, 'h1')
    if (before === undefined) throw new Error('it stands')
    const taken = moveTakenBack(books, before)
    for (const { book: at, subject, entry, kind } of taken ?? [])
      foldEntries(books.get(at) ?? old, [anEntry('entry.voided', subject, { entry, kind, reason: 'chuyển nhầm' })])
    return { taken: taken?.map(({ kind }) => kind) ?? null, old, other }
  }
  const { taken, old, other } = both({ why: 'book', onward: 'there' })
  expect(taken?.[0]).toBe('household.moved')
  expect(taken?.toSorted()).toEqual([
    'build.advanced',
    'build.amended',
    'build.planned',
    'household.moved',
    'household.registered',
  ])
  expect(householdRows(old).map(({ id, mark }) => [id, mark])).toEqual([['h1', 'waiting']])
  expect(householdRows(other)).toEqual([])
  const visit = anEntry('visit.recorded', 'h2', { date: '2026-11-24', outcome: 'met-head', purposes: [] }, { n: 9e6 })
  expect(both({}, [visit]).taken).toBeNull()
  const another = anEntry(
    'build.planned',
    'b7',
    { for: { household: 'h2' }, type: 'house', work: 'new' },
    { n: 9e6, device: 'other' },
  )
  expect(both({}, [another]).taken).toBeNull()
})
