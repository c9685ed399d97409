import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { buildOf } from '../../src/domain/build/buildView.ts'
import type { FoldedEntry } from '../../src/domain/entries/entry.ts'
import { atSitting } from '../../src/domain/foundation/atSitting.ts'
import {
  checklistFor,
  checkToGoOnFrom,
  emptySignature,
  returnToAnswer,
  startCheck,
} from '../../src/domain/foundation/checkDraft.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { openChecks } from '../../src/domain/foundation/openChecks.ts'
import { checkPhotos } from '../../src/domain/lists/checkPhotos.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { reviewQueue } from '../../src/domain/lists/reviewQueue.ts'
import { todayList } from '../../src/domain/lists/villageWork.ts'
import { answerWords } from '../../src/language/answerWords.ts'
import { flagWords } from '../../src/language/flagWords.ts'
import { slotWords } from '../../src/language/slotWords.ts'
import { anEntry } from '../support/anEntry.ts'

const list = { id: 'foundation', version: 1 }
const body = { checklist: list, date: '2026-11-20', answers: {}, photos: {}, verdict: 'passed' }
const trenchOf = (more: object = {}) => ({ ...body, sitting: 'before-concrete', photos: { trench: ['p1'] }, ...more })
const doneOf = (more: object = {}) => ({ ...body, sitting: 'done', date: '2026-11-24', ...more })
const check = (of: object, person = 'lan') => anEntry('foundation.checked', 'b1', of, { person })
const review = (of: FoldedEntry, decision: object) =>
  anEntry('foundation.reviewed', 'b1', { check: of.id, ...decision }, { person: 'hung' })
const returned = { decision: 'returned', returnFor: 'supplement', reason: 'ảnh thép' }
const folded = (...entries: FoldedEntry[]) => {
  const state = emptyBookState('b')
  foldEntries(state, [
    anEntry('household.registered', 'h1', { headName: 'Páo', village: 'v1' }),
    anEntry('build.planned', 'b1', { for: { household: 'h1' }, type: 'house', work: 'new' }),
    ...entries,
  ])
  const build = buildOf(state, 'b1')
  if (build === undefined) throw new Error('the build was planned')
  return { state, build }
}
const checklists = () => firstChecklist
const tasksOn = (state: ReturnType<typeof folded>['state'], today: string) =>
  todayList(state, householdRows(state), { today, here: null, checklists }).due.map(({ task }) => task)

it('[R-check-09] both sittings wait for review, each with its own answer, whoever made them and whichever came first', () => {
  const [trench, done] = [check(trenchOf(), 'lan'), check(doneOf(), 'pao')]
  for (const order of [
    [trench, done],
    [done, trench],
  ]) {
    const { state } = folded(...order)
    expect(reviewQueue(state, checklists).map(({ check: one }) => one.entry)).toEqual([trench.id, done.id])
  }
  const { state, build } = folded(trench, done, review(trench, returned))
  expect(reviewQueue(state, checklists).map(({ check: one }) => one.entry)).toEqual([done.id])
  expect(returnToAnswer(build)?.check.entry).toBe(trench.id)
  expect(tasksOn(state, '2026-11-24')).toContain('supplement')
})

it('[R-check-09] once the finished foundation is accepted, nothing more is asked about the trench under it', () => {
  const [trench, done] = [check(trenchOf()), check(doneOf())]
  const { state, build } = folded(trench, done, review(trench, returned), review(done, { decision: 'accepted' }))
  expect(openChecks(build).map(({ entry }) => entry)).toEqual([done.id])
  expect(returnToAnswer(build)).toBeNull()
  expect(build.stage).toBe('foundation-checked')
  expect(reviewQueue(state, checklists)).toEqual([])
})

it('[R-check-09] the second sitting is due from the next day on, though the trench still waits, under the same checklist', () => {
  const { state, build } = folded(check(trenchOf({ photos: allPhotos })))
  expect(tasksOn(state, '2026-11-20')).not.toContain('check')
  expect(tasksOn(state, '2026-11-21')).toContain('check')
  expect(checklistFor(build, { id: 'foundation', version: 2 })).toEqual(list)
  expect(checklistFor(folded(check(doneOf())).build, { id: 'foundation', version: 2 }).version).toBe(2)
})

it('[R-check-10] a form begun from the trench’s check takes nothing of it along to the finished foundation', () => {
  const signatures = [{ slot: 'household', how: 'on-paper', name: 'Páo' }]
  const answers = { length: { value: 800 }, soil: { value: 'firm' } }
  const { build } = folded(check(trenchOf({ photos: {}, answers, signatures, remark: 'mưa' })))
  const from = checkToGoOnFrom(build, () => true)
  const draft = startCheck(list, '2026-11-24', from)
  expect(draft).toMatchObject({ sitting: 'before-concrete', answers, remark: 'mưa' })
  // What was answered here stays; what Lan saw in the trench does not follow.
  const typed = { ...draft, answers: { ...draft.answers, width: { value: 500 } } }
  const done = { ...typed, ...atSitting(typed, 'done', from) }
  expect(done).toMatchObject({ sitting: 'done', answers: { width: { value: 500 } }, remark: '' })
  expect(Object.keys(done.answers)).toEqual(['width'])
  expect(done.signatures).toEqual({})
  const signedHere = { ...done, signatures: { front: { ...emptySignature, how: 'absent' as const } } }
  expect({ ...signedHere, ...atSitting(signedHere, 'before-concrete', from) }).toMatchObject({
    sitting: 'before-concrete',
    answers: { ...answers, width: { value: 500 } },
    signatures: { household: { how: 'on-paper' }, front: { how: 'absent' } },
    remark: 'mưa',
  })
})

it('[R-check-11] what is no longer in sight says how that is known, is flagged for review, and brings the family’s photo', () => {
  const answers = {
    'footing-depth': { gone: { knownBy: 'family-photo', note: 'chụp hôm đổ' } },
    steel: { gone: { knownBy: 'village-head' } },
  } as const
  const late = check(trenchOf({ answers, photos: { 'gone-footing-depth': ['p7'] } }))
  const { state, build } = folded(late)
  const flags = reviewQueue(state, checklists)[0]?.flags ?? []
  expect(flags.map(flagWords)).toContain('Không còn nhìn thấy: 2 mục')
  const item = (id: string) => firstChecklist.items.find((one) => one.id === id) as (typeof firstChecklist.items)[0]
  expect(answerWords(item('footing-depth'), answers['footing-depth'])).toBe(
    'không còn nhìn thấy · ảnh của gia đình · chụp hôm đổ',
  )
  expect(answerWords(item('steel'), answers.steel)).toBe('không còn nhìn thấy · lời trưởng bản')
  const found = build.checks[0]
  if (found === undefined) throw new Error('the check was made')
  const shown = checkPhotos(found, firstChecklist, []).at(-1)
  expect(shown).toMatchObject({ slot: { id: 'gone-footing-depth' }, coming: 1, missing: false })
  expect(slotWords('gone-footing-depth', null, firstChecklist)).toBe('Ảnh của gia đình: Chiều sâu hố móng, ba điểm')
})

const allPhotos = Object.fromEntries(firstChecklist.photos.map(({ id }) => [id, [`photo-${id}`]]))
