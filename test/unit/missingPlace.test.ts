import { expect, it } from 'vitest'
import { type Here, seekPlace } from '../../src/app/device/place.ts'
import { amendmentOf, startOf } from '../../src/app/screens/amend/amendForm.ts'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { householdOf } from '../../src/domain/household/householdView.ts'
import { registeredOf, startRegister } from '../../src/domain/household/registerDraft.ts'
import { byVillage } from '../../src/domain/lists/byVillage.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { urgencyOf } from '../../src/domain/lists/urgency.ts'
import { todayList } from '../../src/domain/lists/villageWork.ts'
import { judgeHousePlace } from '../../src/domain/place/judgePlace.ts'
import { middleOf } from '../../src/domain/place/middleOf.ts'
import { placeLimits } from '../../src/domain/place/placeLimits.ts'
import { fieldValueWords } from '../../src/language/fieldWords.ts'
import { anEntry } from '../support/anEntry.ts'

const today = '2026-11-24'
const checklists = () => firstChecklist
const home = { lat: 19.5, lon: 104.1 }
const location = { ...home, accuracy: 6, age: 3, by: 'gps' as const }

const household = (id: string, headName: string, more: object = {}) =>
  anEntry('household.registered', id, { headName, village: 'v1', ...more })
const build = (id: string, owner: string) =>
  anEntry('build.planned', id, { for: { household: owner }, type: 'house', work: 'new' })
const founded = (id: string) => anEntry('build.advanced', id, { stage: 'foundation', date: '2026-11-10' })
const check = (id: string) =>
  anEntry('foundation.checked', id, {
    checklist: { id: 'foundation', version: 1 },
    sitting: 'done',
    date: '2026-11-20',
    answers: {},
    photos: {},
    verdict: 'passed',
  })
const visit = (id: string, next: string) =>
  anEntry('visit.recorded', id, { date: '2026-11-01', outcome: 'met-head', purposes: [], next })

const due = (entries: FoldedEntry[], here: typeof home | null = null) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  return todayList(state, householdRows(state), { today, here, checklists }).due
}

it('[R-place-03, R-today-01] where no house has a place, tents come first, then what is most urgent, then the name', () => {
  const returned = check('b-mend')
  const entries = [
    household('never', 'Lô Văn An'),
    household('agreed', 'Lô Văn Bình'),
    visit('agreed', '2026-11-20'),
    household('long-agreed', 'Lô Văn Yên'),
    visit('long-agreed', '2026-11-05'),
    household('check', 'Lô Văn Chò'),
    build('b-check', 'check'),
    founded('b-check'),
    household('photo', 'Lô Văn Dênh'),
    build('b-photo', 'photo'),
    founded('b-photo'),
    check('b-photo'),
    household('mend', 'Lô Văn Xia'),
    build('b-mend', 'mend'),
    founded('b-mend'),
    returned,
    anEntry(
      'foundation.reviewed',
      'b-mend',
      { check: returned.id, decision: 'returned', returnFor: 'mend', reason: 'Móng lún' },
      { person: 'hung' },
    ),
    household('tent', 'Lô Văn Vừ', { dwelling: 'tent' }),
    household('also-never', 'Lô Văn Ân'),
  ]
  const list = due(entries)
  expect(list.map(({ row, task }) => `${row.id} ${task}`)).toEqual([
    'tent visit',
    // One household's tasks stand together, by the most urgent of them.
    'mend tell-family',
    'mend mend-again',
    'photo missing-photo',
    'check check',
    'long-agreed visit',
    'agreed visit',
    'never visit',
    'also-never visit',
  ])
  expect(due(entries, home).map(({ row }) => row.id)).toEqual(list.map(({ row }) => row.id))
})

it('[R-place-03, R-today-03] a house with a place stands by its distance, one without behind it by what is due', () => {
  const entries = [
    household('far', 'An', { location: { ...location, lat: 19.9 } }),
    household('near', 'Yên', { location }),
    household('nowhere', 'Bình', { location: { missing: 'no-fix' } }),
    household('agreed', 'Chò'),
    visit('agreed', '2026-11-05'),
  ]
  expect(due(entries, home).map(({ row }) => row.id)).toEqual(['near', 'far', 'agreed', 'nowhere'])
  expect(due(entries).map(({ row }) => row.id)).toEqual(['agreed', 'far', 'nowhere', 'near'])
})

it('[R-place-03, R-today-04] a village without a place stands by its tents, what is due there, and its name', () => {
  const entries = [
    household('a', 'An', { village: 'Cha Ca' }),
    household('b', 'Bình', { village: 'Bản Mới' }),
    household('c', 'Chò', { village: 'Xốp Thập' }),
    build('bc', 'c'),
    founded('bc'),
    household('d', 'Dênh', { village: 'Yên Hòa', dwelling: 'tent' }),
  ]
  const villages = (here: typeof home | null, away?: (village: string) => number | null) =>
    byVillage(due(entries, here), { title: (village) => village, ...(away ? { away } : {}) }).map(
      ({ village }) => village,
    )
  expect(villages(null)).toEqual(['Yên Hòa', 'Xốp Thập', 'Bản Mới', 'Cha Ca'])
  // No house there has a place, but the office declared where the village lies.
  expect(villages(home, (village) => (village === 'Cha Ca' ? 4_000 : null))).toEqual([
    'Yên Hòa',
    'Cha Ca',
    'Xốp Thập',
    'Bản Mới',
  ])
})

it('[R-place-03] a returned foundation is more urgent than any visit, an old promise more than a young one', () => {
  const order = [
    urgencyOf({ next: null }, ['visit', 'supplement']),
    urgencyOf({ next: null }, ['missing-photo']),
    urgencyOf({ next: null }, ['check']),
    urgencyOf({ next: null }, ['tell-family']),
    urgencyOf({ next: '2026-11-01' }, ['visit']),
    urgencyOf({ next: '2026-11-02' }, ['visit']),
    urgencyOf({ next: null }, ['visit']),
  ]
  expect([...order].sort()).toEqual(order)
})

it('[R-place-04] the way in stands on the list only where the house has no place', () => {
  const state = emptyBookState('b')
  foldEntries(state, [
    household('h1', 'An', { wayIn: ' Qua suối bằng cầu tre ', location: { missing: 'denied' } }),
    household('h2', 'Bình', { wayIn: 'Ô tô vào tới sân', location }),
    household('h3', 'Chò', { wayIn: '  ' }),
  ])
  expect(householdRows(state).map(({ wayIn }) => wayIn)).toEqual(['Qua suối bằng cầu tre', null, null])
})

it('[R-place-05] a household is written down with its place, with why there is none, or without either where nobody looked', () => {
  const draft = { ...startRegister('b', 'v1'), headName: 'Lô Văn Páo' }
  expect(registeredOf(draft, location).location).toEqual(location)
  expect(registeredOf(draft, { missing: 'no-fix' }).location).toEqual({ missing: 'no-fix' })
  expect('location' in registeredOf(draft, null)).toBe(false)
  expect(fieldValueWords('location', { missing: 'no-fix' }, String)).toBe('Chưa lấy được vị trí')
})

it('[R-place-05, R-amend-01] a place found later is an amendment; looking in vain takes no known place away', () => {
  const state = emptyBookState('b')
  const registered = household('h1', 'An', { location })
  foldEntries(state, [registered])
  const known = householdOf(state, 'h1')
  if (known === undefined) throw new Error('the household is there')
  const form = startOf(known)
  const moved = { ...location, lat: 19.51 }
  expect(amendmentOf(form, known, moved).set).toEqual({ location: { value: moved, base: registered.id } })
  expect(amendmentOf(form, known, { missing: 'no-fix' }).set).toEqual({})
  expect(amendmentOf(form, known, null).set).toEqual({})
})

it('[R-place-02] a house written down far from its village is asked about; one wrong house moves no village', () => {
  const village = middleOf([home, home, { lat: 19.501, lon: 104.101 }, { lat: 21, lon: 105.8 }])
  const fix = (lat: number, accuracy: number) => ({ lat, lon: 104.1, accuracy, atMs: 0 })
  expect(judgeHousePlace(fix(19.5, 8), village, placeLimits.house)).toEqual([])
  expect(judgeHousePlace(fix(19.5, 800), village, placeLimits.house).map(({ code }) => code)).toEqual(['not-sharp'])
  expect(judgeHousePlace(fix(19.86, 8), village, placeLimits.house).map(({ code }) => code)).toEqual([
    'far-from-village',
  ])
  expect(judgeHousePlace(fix(19.86, 8), middleOf([]), placeLimits.house)).toEqual([])
  expect(judgeHousePlace(null, village, placeLimits.house)).toEqual([])
})

it("[R-place-01] a satellite's time years away from this phone's clock makes no fix years old", () => {
  const told: Here[] = []
  const phone2020 = Date.parse('2020-01-01T00:10:00Z')
  const satellite = Date.parse('2026-11-24T02:00:00Z')
  seekPlace(
    {
      geolocation: {
        watchPosition: (found) => {
          const coords = { latitude: 19.5, longitude: 104.1, accuracy: 5, altitude: null }
          queueMicrotask(() => found({ coords, timestamp: satellite } as GeolocationPosition))
          return 1
        },
        clearWatch: () => undefined,
      },
      after: () => () => undefined,
      nowMs: () => phone2020,
    },
    10,
    (here) => told.push(here),
  )
  return Promise.resolve().then(() => {
    const last = told.at(-1)
    expect(last?.at === 'found' && last.fix.atMs).toBe(phone2020)
  })
})
