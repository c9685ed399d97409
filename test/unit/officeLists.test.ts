import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { checkOf } from '../../src/domain/build/buildView.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { answeredBy } from '../../src/domain/lists/answeredBy.ts'
import { checkPhotos } from '../../src/domain/lists/checkPhotos.ts'
import { openConflicts } from '../../src/domain/lists/openConflicts.ts'
import { reviewQueue } from '../../src/domain/lists/reviewQueue.ts'
import { newsOf, sumNews } from '../../src/domain/lists/weekNews.ts'
import { acceptWords, checkStatusWords } from '../../src/language/reviewWords.ts'

let made = 0
const entry = (kind: string, subject: string, body: unknown, more: Partial<FoldedEntry> = {}): FoldedEntry => {
  made += 1
  const ms = Date.UTC(2026, 10, 24, 3) + made
  const stamp = `${ms.toString(16).padStart(12, '0')}-0000-aaaaaaaa`
  const own = { id: `e${made}`, book: 'b', kind, v: 1, subject, at: stamp, stamp, seq: made, device: 'd', n: made }
  return { ...own, person: 'lan', body, ...more }
}
const house = (id: string, dwelling: string) => [
  entry('household.registered', id, { headName: id, village: 'v1', members: 4, dwelling }),
  entry('build.planned', `b-${id}`, { for: { household: id }, type: 'house', work: 'new' }),
]
const body = {
  checklist: { id: 'foundation', version: 1 },
  sitting: 'done',
  date: '2026-11-22',
  answers: {},
  photos: {},
  verdict: 'passed',
}
const check = (build: string, more: object = {}) => entry('foundation.checked', build, { ...body, ...more })
const review = (of: FoldedEntry, decision: object) =>
  entry('foundation.reviewed', of.subject, { check: of.id, ...decision }, { person: 'hung' })
const returned = { decision: 'returned', returnFor: 'supplement', reason: 'ảnh bu lông' }
const folded = (...entries: FoldedEntry[]) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  return state
}

it('[R-review-01] a family in a tent stands before a check that waits longer', () => {
  const state = folded(...house('an', 'old-house'), check('b-an'), ...house('tent', 'tent'), check('b-tent'))
  expect(reviewQueue(state, () => undefined).map(({ build, tent }) => [build.id, tent])).toEqual([
    ['b-tent', true],
    ['b-an', false],
  ])
})

it('[R-office-01] what somebody answered, the latest first, and whether the house was checked again since', () => {
  const [first, second] = [check('b-an'), check('b-chò')]
  const state = folded(...house('an', 'tent'), first, ...house('chò', 'tent'), second)
  foldEntries(state, [review(first, returned), review(second, { decision: 'accepted' }), check('b-an')])
  expect(answeredBy(state, 'hung').map(({ check: { entry }, again }) => [entry, again])).toEqual([
    [second.id, false],
    [first.id, true],
  ])
  expect(answeredBy(state, 'lan')).toEqual([])
})

it('[R-office-01] the news counts by the day it was seen, both days of the span included, and adds up', () => {
  const one = check('b-an')
  const visit = (date: string) => entry('visit.recorded', 'an', { date, outcome: 'met-head', purposes: [] })
  const state = folded(...house('an', 'tent'), one, review(one, { decision: 'accepted' }))
  foldEntries(state, [visit('2026-11-18'), visit('2026-11-24'), visit('2026-11-17'), visit('2026-11-25')])
  foldEntries(state, [entry('build.advanced', 'b-an', { stage: 'kit-delivered', date: '2026-11-23' })])
  const week = newsOf(state, '2026-11-18', '2026-11-24')
  expect(week).toEqual({ visits: 2, checks: 1, accepted: 1, returned: 0, kits: 1, handedOver: 0 })
  expect(sumNews([week, week]).visits).toBe(4)
})

it('[R-office-01, R-amend-02] what two people wrote differently is on the list until somebody settles it', () => {
  const [registered] = house('an', 'tent')
  const state = folded(...house('bình', 'tent'))
  if (registered !== undefined) foldEntries(state, [registered])
  const set = (value: string, base: string | null) => ({ set: { phone: { value, base } } })
  const both = [
    entry('household.amended', 'an', set('0912345678', null)),
    entry('household.amended', 'an', set('0977000111', null), { person: 'hung' }),
  ]
  foldEntries(state, both)
  expect(openConflicts(state).map(({ household, fields }) => [household.id, fields])).toEqual([['an', ['phone']]])
  const settles = { ...set('0977000111', both[1]?.id ?? null), settles: both.map(({ id }) => id) }
  foldEntries(state, [entry('household.amended', 'an', settles)])
  expect(openConflicts(state)).toEqual([])
})

it('[R-review-03] photos stand slot by slot in the checklist’s order; what is missing or on its way is said', () => {
  const slots = firstChecklist.photos.filter(({ sitting }) => sitting === undefined || sitting === 'done')
  const [first, second] = slots
  const one = check('b-an', { photos: { [second?.id ?? '']: ['p2'], [first?.id ?? '']: ['p1', 'p3'] } })
  const found = checkOf(folded(...house('an', 'tent'), one), one.id)?.check
  if (found === undefined) throw new Error('the check was not folded')
  const taken = ['p2', 'p1'].map((photo) => ({ photo }) as never)
  const shown = checkPhotos(found, firstChecklist, taken)
  expect(shown.map(({ slot }) => slot.id)).toEqual(slots.map(({ id }) => id))
  expect(shown.slice(0, 2).map(({ taken, coming }) => [taken.length, coming])).toEqual([
    [1, 1],
    [1, 0],
  ])
  expect(shown.at(-1)?.missing).toBe(slots.at(-1)?.required)
})

it('[R-review-05] accepting a trench or a failed foundation is never called đạt', () => {
  const words = (more: object) => {
    const one = check('b-an', more)
    const state = folded(...house('an', 'tent'), one, review(one, { decision: 'accepted' }))
    const found = checkOf(state, one.id)?.check
    return found === undefined ? [] : [acceptWords(found), checkStatusWords(found)]
  }
  expect(words({})).toEqual(['Duyệt: đạt', 'Móng đạt'])
  expect(words({ sitting: 'before-concrete' })).toEqual(['Duyệt: được đổ bê tông', 'Hố móng đạt, được đổ bê tông'])
  expect(words({ verdict: 'failed' })).toEqual(['Đồng ý: chưa đạt', 'Đã duyệt: chưa đạt'])
  expect(words({ verdict: 'to-mend' })).toEqual(['Đồng ý: cần sửa', 'Đã duyệt: cần sửa'])
})
