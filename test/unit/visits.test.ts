import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { mayReview, partIn } from '../../src/domain/build/mayReview.ts'
import type { VisitRecorded } from '../../src/domain/entries/communeBodies.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { householdOf } from '../../src/domain/household/householdView.ts'
import { judgeRegistration } from '../../src/domain/household/judgeRegistration.ts'
import { judgeVisit } from '../../src/domain/household/judgeVisit.ts'
import { startVisit, visitOf } from '../../src/domain/household/visitDraft.ts'
import { beforeYouLeave, leftCount, whyNotMet } from '../../src/domain/lists/beforeYouLeave.ts'
import { boardOf } from '../../src/domain/lists/board.ts'
import { dueParts, householdsOf } from '../../src/domain/lists/dueParts.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { myDay } from '../../src/domain/lists/myDay.ts'
import { tentsOf } from '../../src/domain/lists/tents.ts'
import { undecidedIn } from '../../src/domain/lists/undecided.ts'
import { type TodayItem, todayList } from '../../src/domain/lists/villageWork.ts'
import { companyOf, mayHaveJoined, whoIsMeant } from '../../src/domain/people/companions.ts'
import { mineText } from '../../src/language/mineWords.ts'
import { myDayText } from '../../src/language/myDayWords.ts'
import { visitLineWords } from '../../src/language/visitLineWords.ts'
import { anEntry } from '../support/anEntry.ts'

const today = '2026-11-25'
const household = (id: string, name: string, more: object = {}, at?: { ms: number }) =>
  anEntry('household.registered', id, { headName: name, village: 'v1', ...more }, at)
const visit = (id: string, body: Partial<VisitRecorded>, at?: { ms: number }) =>
  anEntry('visit.recorded', id, { date: today, outcome: 'met-head', purposes: [], ...body }, at)
const build = (id: string, owner: string) =>
  anEntry('build.planned', id, { for: { household: owner }, type: 'house', work: 'new' })
const held = (id: string, state: string) =>
  anEntry('build.amended', id, { set: { hold: { value: { state, reason: 'chờ xi măng' }, base: null } } })
const foundation = (id: string) => anEntry('build.advanced', id, { stage: 'foundation', date: '2026-11-01' })
const noon = (day: string) => ({ ms: Date.parse(`${day}T12:00:00+07:00`) })

const folded = (...entries: FoldedEntry[]) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  return { state, rows: householdRows(state) }
}
const due = (...entries: FoldedEntry[]): [string, string][] => {
  const { state, rows } = folded(...entries)
  const list = todayList(state, rows, { today, here: null, checklists: () => undefined })
  return list.due.map(({ row, task }) => [row.id, task])
}

it('[R-visit-02] a family that moved away has nothing due, is no tent any more, and waits for the office until decided', () => {
  const told = [household('h', 'Páo', { dwelling: 'tent' }), build('b1', 'h'), foundation('b1')]
  const moved = visit('h', { outcome: 'moved' })
  expect(due(...told)).toEqual([['h', 'check']])
  expect(due(...told, moved)).toEqual([])
  const { state, rows } = folded(...told, moved)
  expect(boardOf(state, rows).commune).toMatchObject({ households: 1, tents: 0 })
  expect(leftCount(beforeYouLeave(state, rows, today, () => undefined))).toBe(0)
  expect(undecidedIn(state).map(({ id, standing }) => [id, standing])).toEqual([['h', 'moved']])
  expect(undecidedIn(folded(...told, moved, held('b1', 'given-up')).state)).toEqual([])
  // Somebody came again and found them: all is due as before.
  expect(due(...told, moved, visit('h', { outcome: 'away' }))).toEqual([['h', 'check']])
})

it('[R-visit-02] when the head died the house goes on, and the new head is asked for until written or met', () => {
  const told = [household('h', 'Páo'), build('b1', 'h'), foundation('b1')]
  const died = visit('h', { outcome: 'deceased' }, noon(today))
  const newHead = (day: string) =>
    anEntry('household.amended', 'h', { set: { headName: { value: 'Lầu Y Mái', base: told[0]?.id } } }, noon(day))
  expect(due(...told, died)).toEqual([
    ['h', 'new-head'],
    ['h', 'check'],
  ])
  expect(due(...told, died, visit('h', { outcome: 'away', date: '2026-11-26' }))[0]).toEqual(['h', 'new-head'])
  expect(due(...told, died, newHead(today))).toEqual([['h', 'check']])
  expect(due(...told, died, visit('h', { date: '2026-11-26' }))).toEqual([['h', 'check']])
  // A name that was mended long before somebody died is not the new head's.
  expect(due(...told, newHead('2026-10-01'), died)[0]).toEqual(['h', 'new-head'])
  const { state, rows } = folded(...told, died)
  expect(undecidedIn(state).map(({ id }) => id)).toEqual(['h'])
  const left = beforeYouLeave(state, rows, today, () => undefined)
  expect([left.newHead.length, left.notMet.length, leftCount(left)]).toEqual([1, 0, 1])
})

it('[R-visit-02, R-hold-01] a paused build asks for no check but the family is still visited; given up, nothing is due', () => {
  const told = [household('h', 'Páo', { dwelling: 'tent' }), build('b1', 'h'), foundation('b1')]
  expect(due(...told, held('b1', 'paused'))).toEqual([['h', 'visit']])
  expect(due(...told, held('b1', 'given-up'))).toEqual([])
})

it('[R-visit-03] what a visit says is judged in words; a name is needed for whom was met, a tent not later than the visit', () => {
  const body = (more: Partial<VisitRecorded>): VisitRecorded => ({
    date: today,
    outcome: 'met-head',
    purposes: [],
    ...more,
  })
  expect(judgeVisit(body({ outcome: 'met-other', met: '  ' }))).toEqual([{ field: 'met', code: 'met-who' }])
  expect(judgeVisit(body({ dwelling: 'tent', dwellingSince: '2026-11-26' }))).toEqual([
    { field: 'dwellingSince', code: 'since-after' },
  ])
  expect(judgeVisit(body({ dwelling: 'tent', dwellingSince: today }))).toEqual([])
  expect(judgeVisit(body({ dwelling: 'tent', dwellingSince: '20/11' }))).toEqual([
    { field: 'dwellingSince', code: 'day-form' },
  ])
  expect(judgeVisit(body({ next: today }))).toEqual([{ field: 'next', code: 'next-before' }])
  // A phone whose clock fell back must not hold the truth up.
  expect(judgeVisit(body({ date: '2031-01-01' }))).toEqual([])
  const registered = { headName: 'Páo', village: 'v1', dwelling: 'tent' as const, dwellingSince: '2026-11-26' }
  expect(judgeRegistration(registered, today)).toEqual([{ field: 'dwellingSince', code: 'since-after' }])
  expect(judgeRegistration({ ...registered, headName: '' }, '2026-11-30').map(({ field }) => field)).toEqual([
    'headName',
  ])
})

it('[R-visit-04] where a family lives is what was seen or written last, and since when stays with it', () => {
  const living = (...entries: FoldedEntry[]) => householdOf(folded(...entries).state, 'h')?.living
  const begun = household('h', 'Páo', { dwelling: 'old-house', oldHouseDown: false }, noon('2026-10-01'))
  const tent = visit('h', { date: '2026-10-20', dwelling: 'tent', dwellingSince: '2026-10-15', oldHouseDown: true })
  expect(living(begun)).toEqual({ dwelling: 'old-house', since: null, oldHouseDown: false })
  expect(living(begun, tent)).toEqual({ dwelling: 'tent', since: '2026-10-15', oldHouseDown: true })
  // Seen again in the tent: since when need not be said twice. Asked about nothing: nothing changes.
  const again = [visit('h', { date: '2026-11-01', dwelling: 'tent' }), visit('h', { date: '2026-11-02' })]
  expect(living(begun, tent, ...again)).toEqual({ dwelling: 'tent', since: '2026-10-15', oldHouseDown: true })
  const amended = anEntry(
    'household.amended',
    'h',
    { set: { dwelling: { value: 'lodging', base: begun.id } } },
    noon(today),
  )
  expect(living(begun, tent, amended)).toEqual({ dwelling: 'lodging', since: null, oldHouseDown: true })
  // Copied from a sheet afterwards, of a day before: what is known of later days stands.
  const late = visit('h', { date: '2026-10-05', dwelling: 'old-house', oldHouseDown: false }, noon('2026-11-26'))
  expect(living(begun, tent, amended, late)?.dwelling).toBe('lodging')
  expect(living(begun, late, tent)?.oldHouseDown).toBe(true)
})

it('[R-visit-05] language, interpreter, tent and next visit stand in the history, a part a line', () => {
  const lines = visitLineWords({
    date: today,
    outcome: 'met-other',
    met: 'con trai',
    purposes: [],
    language: 'Mông',
    interpreter: 'Vừ Y Dở',
    dwelling: 'tent',
    dwellingSince: '2026-10-15',
    oldHouseDown: true,
    noticeRead: true,
    with: [{ name: 'Hùng' }],
    next: '2026-12-02',
  })
  expect(lines).toEqual([
    'con trai',
    'đang ở lều tạm từ 15/10 · nhà cũ đã dỡ',
    'Nói tiếng Mông · Vừ Y Dở phiên dịch',
    'Cùng đi: Hùng',
    'Đã đọc thông báo',
    'Hẹn lần sau 02/12',
  ])
})

it('[R-notice-01] the notice has at most 60 words, in both languages, and says what, why, who and that no costs nothing', () => {
  for (const language of ['vi', 'en']) {
    const text = JSON.parse(readFileSync(`src/language/${language}/notice.json`, 'utf8')).notice_text as string
    expect(text.split(/\s+/).length, language).toBeLessThanOrEqual(60)
    expect(text, language).not.toMatch(/nghèo|poor|bệnh|health|CCCD|identity/i)
  }
})

it('[R-notice-02] that the notice was read is kept with its day and reader; only where somebody heard it', () => {
  const read = (...entries: FoldedEntry[]) => householdOf(folded(...entries).state, 'h')
  expect(read(household('h', 'Páo'))).toMatchObject({ noticeRead: false, noticeReadOn: null })
  expect(read(household('h', 'Páo', { noticeRead: true }, noon('2026-11-20')))?.noticeReadOn).toEqual({
    day: '2026-11-20',
    person: 'lan',
  })
  const visits = [visit('h', { date: '2026-11-22', noticeRead: true }), visit('h', { date: today, noticeRead: true })]
  expect(read(household('h', 'Páo'), ...visits)?.noticeReadOn?.day).toBe('2026-11-22')
  const around = { location: { missing: 'no-fix' as const }, told: [] }
  const draft = { ...startVisit(today), noticeRead: true }
  expect(visitOf(draft, 'met-head', around).noticeRead).toBe(true)
  expect(visitOf(draft, 'away', around)).not.toHaveProperty('noticeRead')
  expect(visitOf(startVisit(today), 'met-head', around)).not.toHaveProperty('noticeRead')
})

it('[R-leave-02] who was not met is named by why; a visit of another day is no try of today', () => {
  const { state, rows } = folded(
    household('a', 'An'),
    household('b', 'Bình', { dwelling: 'tent' }),
    visit('b', { outcome: 'away', awayWhere: 'working-far', date: '2026-11-20' }),
    household('c', 'Chò'),
    visit('c', { outcome: 'away', awayWhere: 'field' }),
    household('d', 'Dở'),
    visit('d', { outcome: 'not-receiving' }),
    household('e', 'Xò'),
    visit('e', { outcome: 'away' }),
    household('f', 'Y Mái'),
    visit('f', {}),
  )
  const { notMet } = beforeYouLeave(state, rows, today, () => undefined)
  expect(notMet.map((row) => [row.id, whyNotMet(row, today)])).toEqual([
    ['b', 'not-tried'],
    ['a', 'not-tried'],
    ['c', 'field'],
    ['d', 'not-receiving'],
    ['e', 'away'],
  ])
})

it('[R-mine-02, R-tents-01] tents stand first whoever goes there, then mine, then the rest; nobody is left out', () => {
  const { state, rows } = folded(
    household('rest', 'An'),
    household('mine', 'Bình'),
    household('tent', 'Chò', { dwelling: 'tent' }),
  )
  const list = todayList(state, rows, { today, here: null, checklists: () => undefined })
  const ids = (items: readonly TodayItem[]) => items.map(({ row }) => row.id)
  const { tents, mine, rest } = dueParts(list.due, new Set(['mine', 'tent', 'gone']))
  expect([ids(tents), ids(mine), ids(rest)]).toEqual([['tent'], ['mine'], ['rest']])
  expect(householdsOf([...list.due, ...list.due])).toBe(3)
})

it('[R-tents-01] families in a tent are listed by how long they have lived there, unknown last', () => {
  const { rows } = folded(
    household('new', 'An', { dwelling: 'tent', dwellingSince: '2026-11-20' }),
    household('unknown', 'Bình', { dwelling: 'tent' }),
    household('long', 'Chò', { dwelling: 'tent', dwellingSince: '2026-08-01' }),
    household('house', 'Dở', { dwelling: 'old-house' }),
  )
  expect(tentsOf(rows).map(({ id }) => id)).toEqual(['long', 'new', 'unknown'])
})

it('[R-mine-03] the list for a colleague holds names as on the list, and no number about a person', () => {
  const { rows } = folded(
    household('a', 'Vừ Bá Chò', {
      birthYear: 1974,
      phone: '0912345678',
      poverty: 'poor',
      dwelling: 'tent',
      members: 9,
    }),
    household('b', 'Vừ Bá Chò', { spouseName: 'Lầu Y Mái', birthYear: 1980 }),
    household('c', 'Moong Văn Khăm', { poverty: 'near-poor', landmark: 'gần suối' }),
  )
  const text = mineText(rows, { today, village: 'Huồi Lê', name: 'Lan' })
  expect(text.split('\n')).toEqual([
    'Chia việc 25/11 · Huồi Lê · Lan nhận:',
    expect.stringMatching(/^1\. Vừ Bá Chò/),
    expect.stringMatching(/^2\. Vừ Bá Chò/),
    '3. Moong Văn Khăm',
  ])
  expect(text).toContain('vợ/chồng: Lầu Y Mái')
  expect(text).not.toMatch(/1974|1980|0912|nghèo|lều|9/)
})

it('[R-day-01] the day is counted by when this phone recorded, without what was taken back', () => {
  const at = (kind: string, body: unknown, day: string) => {
    const stamp = `${Date.parse(`${day}T08:00:00+07:00`).toString(16).padStart(12, '0')}-0000-aaaaaaaa`
    return { ...anEntry(kind, 'h', body), at: stamp }
  }
  const wrong = at('visit.recorded', { outcome: 'met-head' }, today)
  const day = myDay(
    [
      at('visit.recorded', { outcome: 'met-head', date: '2026-11-20' }, today),
      at('visit.recorded', { outcome: 'met-other' }, today),
      at('visit.recorded', { outcome: 'deceased' }, today),
      at('visit.recorded', { outcome: 'met-head' }, '2026-11-24'),
      wrong,
      at('entry.voided', { entry: wrong.id, kind: 'visit.recorded', reason: 'nhầm hộ' }, today),
      at('foundation.checked', {}, today),
      at('photo.taken', {}, today),
      at('photo.taken', {}, today),
      at('household.registered', { headName: 'Páo' }, today),
      at('household.registered', { headName: 'Páo', from: { book: 'x', household: 'y' } }, today),
      at('contribution.recorded', {}, today),
    ],
    today,
  )
  expect(day).toEqual({ met: 2, notMet: 1, checks: 1, photos: 2, registered: 1, contributions: 1, stages: 0 })
})

it('[R-day-02] its text holds the day and counts, and nothing of anybody', () => {
  const day = { met: 3, notMet: 2, checks: 1, photos: 12, registered: 0, contributions: 0, stages: 0 }
  expect(myDayText(day, 4, today).split('\n')).toEqual([
    expect.stringMatching(/^Mái Ấm · .*25\/11/),
    'Lượt thăm: 5 (gặp được 3, chưa gặp 2)',
    'Kiểm tra móng: 1',
    'Ảnh: 12',
    'Còn chờ gửi: 4',
  ])
  expect(myDayText(day, 0, today)).toContain('Đã gửi hết')
})

const people = [
  { person: 'p1', name: 'Hùng' },
  { person: 'p2', name: 'Lô Văn Páo' },
  { person: 'p3', name: 'Hưng' },
  { person: 'p4', name: 'Lô Văn Páo' },
  { person: 'p5', name: 'Kha Thị Mai' },
]

it('[R-with-01] a typed name that is one known person’s is linked; marks left out or two of one name are asked about', () => {
  expect(whoIsMeant(people, '  hùng ')).toEqual({ sure: { person: 'p1', name: 'Hùng' } })
  expect(whoIsMeant(people, 'Hùng'.normalize('NFD'))).toEqual({ sure: { person: 'p1', name: 'Hùng' } })
  const asked = (typed: string) => {
    const meant = whoIsMeant(people, typed)
    return 'sure' in meant ? meant.sure : meant.perhaps.map(({ person }) => person)
  }
  expect(asked('Hung')).toEqual(['p1', 'p3'])
  expect(asked('Lô Văn Páo')).toEqual(['p2', 'p4'])
  expect(asked('Vừ Bá Chò')).toEqual([])
  // What still stands in the field when it is saved: sure names are linked, others kept as typed, nobody twice.
  const company = companyOf({ with: [{ person: 'p1', name: 'Hùng' }], companion: 'Hùng, Kha Thị Mai, Hung,' }, people)
  expect(company).toEqual([{ person: 'p1', name: 'Hùng' }, { person: 'p5', name: 'Kha Thị Mai' }, { name: 'Hung' }])
})

it('[R-with-02] who made or joined a check may not review it, and one whose name came along unlinked is asked', () => {
  const check = { person: 'lan', body: { with: [{ person: 'p1', name: 'Hùng' }, { name: 'Kha Thi Mai' }] } }
  expect(['lan', 'p1', 'p5'].map((person) => partIn(check, person))).toEqual(['made', 'joined', null])
  expect(['lan', 'p1', 'p5'].map((person) => mayReview(check, person))).toEqual([false, false, true])
  expect(mayHaveJoined(check.body.with, 'Kha Thị Mai')).toBe(true)
  expect(mayHaveJoined(check.body.with, 'Hùng')).toBe(false)
})
