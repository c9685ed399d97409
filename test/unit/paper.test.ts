import { expect, it } from 'vitest'
import { mayReview } from '../../src/domain/build/mayReview.ts'
import { type CopiedDraft, copiedOf, dayOfRecord } from '../../src/domain/entries/copiedFromPaper.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { sheetPages, sheetPagesOfCheck } from '../../src/domain/entries/photosOfRecord.ts'
import { checkedOf, startCheck } from '../../src/domain/foundation/checkDraft.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { registeredOf, startRegister } from '../../src/domain/household/registerDraft.ts'
import { startVisit, visitOf } from '../../src/domain/household/visitDraft.ts'
import { lineDetails } from '../../src/language/lineWords.ts'
import { refusalFor } from '../../src/language/refusalWords.ts'
import { sheetPageWords } from '../../src/language/sheetWords.ts'
import { anEntry } from '../support/anEntry.ts'

const today = '2026-11-24'
const fix = { lat: 19.6, lon: 104.1, accuracy: 8, atMs: 0 }
const location = { lat: 19.6, lon: 104.1, accuracy: 8, by: 'gps' } as const
const paper: CopiedDraft = { measuredBy: ' Lô Văn Páo ', person: null, measuredOn: '2026-11-20' }
const photos = [
  { photo: 'p1', body: { slot: 'visit' } },
  { photo: 'p2', body: { slot: 'sheet' } },
]
const copiedCheck = (copied: CopiedDraft | null) =>
  checkedOf(
    { ...startCheck({ id: 'foundation', version: 1 }, today, null), mendWhat: 'góc 3', copied },
    firstChecklist,
    {
      location,
      answersReview: null,
      photos,
    },
  )
const refusals = (copied: object, day?: string) => {
  const judged = judgeBody('visit.recorded', { date: '2026-11-20', outcome: 'met-head', purposes: [], copied }, day)
  return judged.ok ? [] : judged.refusals
}

it('[R-paper-01] a copied record says who measured and carries that day; a visit’s next one is counted from it', () => {
  const visit = visitOf({ ...startVisit(today), copied: paper, next: 'week' }, 'met-head', {
    location,
    told: [],
    photos,
  })
  expect(visit).toMatchObject({
    date: '2026-11-20',
    next: '2026-11-27',
    copied: { measuredBy: 'Lô Văn Páo', measuredOn: '2026-11-20', sheet: 'p2' },
  })
  expect(copiedCheck(paper)).toMatchObject({ date: '2026-11-20', copied: { sheet: 'p2' } })
  expect(copiedCheck(null)).toMatchObject({ date: today, location })
  expect(dayOfRecord(today, null)).toBe(today)
})

it('[R-paper-01] who is missing, no day and a day that has not come are refused in words', () => {
  const said = (copied: object, field: string, day?: string) => refusalFor(refusals(copied, day), field)
  expect(said({ measuredBy: ' ', measuredOn: '2026-11-20' }, 'measuredBy')).toMatch(/Ai đã đo/)
  expect(said({ measuredBy: 'Páo', measuredOn: '' }, 'measuredOn')).toMatch(/Ngày nào/)
  expect(said({ measuredBy: 'Páo', measuredOn: '2026-11-25' }, 'measuredOn', today)).toMatch(/chưa tới/)
  expect(refusals({ measuredBy: 'Páo', measuredOn: today }, today)).toEqual([])
  // Without a day to compare with, no day is called a later one.
  expect(refusals({ measuredBy: 'Páo', measuredOn: '2026-11-25' })).toEqual([])
})

it('[R-paper-02] where a sheet is copied is no place: neither of a visit, nor of a check, nor of a house', () => {
  const visit = visitOf({ ...startVisit(today), copied: paper }, 'met-head', { location, told: [], photos })
  const house = registeredOf({ ...startRegister('b', 'v'), headName: 'Páo', fix, copied: paper }, location, photos)
  for (const body of [visit, copiedCheck(paper), house]) expect(body.location).toBeUndefined()
  expect(registeredOf({ ...startRegister('b', 'v'), fix }, location, photos).location).toMatchObject({ by: 'gps' })
})

it('[R-paper-03] the first photo of the sheet is named; the sheet of an earlier check stays with that one', () => {
  expect(copiedOf(paper, []).copied).toEqual({ measuredBy: 'Lô Văn Páo', measuredOn: '2026-11-20' })
  expect(copiedOf(null, photos)).toEqual({})
  const before = { ...copiedCheck(paper), photos: { sheet: ['p2'], tape: ['p3'] } }
  expect(startCheck({ id: 'foundation', version: 1 }, today, { body: before } as never)).toMatchObject({
    copied: null,
    photos: { tape: ['p3'] },
  })
  expect(lineDetails({ kind: 'foundation.checked', body: before })).toContain(
    'Chép từ giấy, Lô Văn Páo đo ngày 20/11/2026',
  )
})

it('[R-paper-05] the pages of a sheet are the photos saved with its record, in order, the first one also where it has not come', () => {
  const sheet = { slot: 'sheet' }
  const page = (photo: string, n: number, more: object = sheet, device = 'd') =>
    anEntry('photo.taken', 'h', { photo, ...more }, { n, device })
  const record = anEntry('visit.recorded', 'h', { copied: { ...paper, sheet: 'p1' } }, { n: 10 })
  const next = anEntry('visit.recorded', 'h', { copied: { ...paper, sheet: 'q1' } }, { n: 15 })
  const history = [page('q1', 16), page('p2', 13), page('other', 12, { slot: 'visit' }), page('p1', 11), record, next]
  const elsewhere = page('x', 12, sheet, 'another phone')
  expect(sheetPages(record, [...history, elsewhere, page('before', 9)])).toEqual(['p1', 'p2'])
  expect(sheetPages(next, history)).toEqual(['q1'])
  expect(sheetPages(record, [record, page('p2', 13)])).toEqual(['p1', 'p2'])
  expect(sheetPages(anEntry('visit.recorded', 'h', {}, { n: 20 }), history)).toEqual([])
  expect(sheetPagesOfCheck({ ...copiedCheck(paper), photos: { sheet: ['p2', 'p3'], tape: ['p4'] } })).toEqual([
    'p2',
    'p3',
  ])
  expect([sheetPageWords(1, 1), sheetPageWords(2, 3)]).toEqual(['Tờ giấy', 'Tờ giấy, trang 2/3'])
})

it('[R-paper-04] who measured on paper never reviews it', () => {
  const body = copiedCheck({ ...paper, person: 'hung' })
  expect(body.with).toEqual([{ person: 'hung', name: 'Lô Văn Páo' }])
  expect(mayReview({ person: 'lan', body }, 'hung')).toBe(false)
  expect(mayReview({ person: 'lan', body: copiedCheck(paper) }, 'hung')).toBe(true)
})
