import { expect, it } from 'vitest'
import { shortTitle } from '../../src/app/screens/check/shortTitle.ts'
import type { Check } from '../../src/domain/build/build.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import {
  type CheckDraft,
  checkedOf,
  contentChanged,
  emptySignature,
  startCheck,
} from '../../src/domain/foundation/checkDraft.ts'
import { stateOf, stepOfField, stepsOf } from '../../src/domain/foundation/checkSteps.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { judgeAnswer } from '../../src/domain/foundation/judgeAnswer.ts'
import { reasonWords } from '../../src/language/findingWords.ts'

const today = '2026-11-24'
const list = { id: 'foundation', version: 1 }
const fresh = startCheck(list, today, null)
const place = { location: { missing: 'no-fix' as const }, answersReview: null }
const signed = (patch: Partial<CheckDraft['signatures'][string]>): CheckDraft => ({
  ...fresh,
  signatures: { household: { ...emptySignature, ...patch } },
})

it('[R-check-06] a check is walked step by step: where, each question of the sitting, photos, the verdict, the signatures', () => {
  const kinds = stepsOf(firstChecklist, 'done').map(({ kind }) => kind)
  expect(kinds[0]).toBe('place')
  expect(kinds.slice(-3)).toEqual(['photos', 'verdict', 'signatures'])
  expect(new Set(kinds.slice(1, -3))).toEqual(new Set(['item']))
  expect(stepsOf(firstChecklist, 'before-concrete').length).not.toBe(0)
})

it('[R-check-06] the list of steps says what is answered, what is to mend and what is not asked of everybody', () => {
  const draft: CheckDraft = {
    ...fresh,
    answers: {
      'safe-slope': { value: 'no' },
      drain: { value: 'no' },
      cracks: { gone: { knownBy: 'not-known' } },
      bolts: { value: 24 },
    },
  }
  const states = Object.fromEntries(
    stepsOf(firstChecklist, 'done').map((step) => [
      step.kind === 'item' ? step.item.id : step.kind,
      stateOf(step, draft, firstChecklist),
    ]),
  )
  expect(states).toMatchObject({
    'safe-slope': 'failed',
    drain: 'to-mend',
    cracks: 'gone',
    bolts: 'done',
    height: 'open',
    level: 'optional',
    signatures: 'open',
  })
})

it('[R-form-01] a refusal on saving leads to the step where it stands', () => {
  const steps = stepsOf(firstChecklist, 'done')
  const kindAt = (field: string) => steps[stepOfField(steps, field)]?.kind
  expect(['date', 'mend', 'mendBy', 'signature-household'].map(kindAt)).toEqual([
    'place',
    'verdict',
    'verdict',
    'signatures',
  ])
})

it('[R-check-07] a reason says the item and its figures', () => {
  const said = (id: string, value: number | number[] | string, remark?: string) => {
    const item = firstChecklist.items.find((one) => one.id === id)
    if (item === undefined) throw new Error(id)
    const answer = { value, ...(remark ? { remark } : {}) }
    return reasonWords(item, answer, judgeAnswer(item, answer))
  }
  expect(said('diagonals', [943.4, 946.1])).toBe('Hai đường chéo: lệch 2,7 cm, quá 0,7 cm')
  expect(said('height', 28)).toBe('Cao hơn mặt đất bên ngoài: 28 cm, cần ít nhất 30')
  expect(said('level', 14)).toBe('Chênh cao mặt móng: 14 mm, không quá 10')
  expect(said('bolts', 22)).toBe('Số bu lông: 22 cái, cần 24')
  expect(said('drain', 'no')).toBe('Có rãnh thoát nước: chưa đạt')
  expect(said('drain', 'no', 'bị đất lấp')).toBe('Có rãnh thoát nước: bị đất lấp')
})

it('[R-check-08] a check that answers a return starts from what was seen then, under the same version', () => {
  const body = checkedOf(
    { ...fresh, answers: { bolts: { value: 22 } }, photos: { tape: ['p1'] } },
    firstChecklist,
    place,
  )
  const draft = startCheck({ id: 'foundation', version: 2 }, today, { body } as Check)
  expect(draft).toMatchObject({ checklist: list, answers: { bolts: { value: 22 } }, photos: { tape: ['p1'] } })
  const answer = checkedOf(draft, firstChecklist, { ...place, answersReview: 'review-1' })
  expect(answer.answersReview).toBe('review-1')
})

it('[R-sign-01] each way of signing keeps what belongs to it, and nothing of the ways tried before', () => {
  const kept = (patch: Parameters<typeof signed>[0]) =>
    checkedOf(signed({ name: 'Lô Văn Páo', strokes: 'AABB', reason: 'bận', ...patch }), firstChecklist, place)
      .signatures
  expect(kept({ how: 'on-device' })).toEqual([
    { slot: 'household', how: 'on-device', name: 'Lô Văn Páo', strokes: 'AABB' },
  ])
  expect(kept({ how: 'fingerprint-on-paper' })).toEqual([
    { slot: 'household', how: 'fingerprint-on-paper', name: 'Lô Văn Páo' },
  ])
  expect(kept({ how: 'declined' })).toEqual([{ slot: 'household', how: 'declined', name: 'Lô Văn Páo', reason: 'bận' }])
  expect(kept({ how: null })).toBeUndefined()
})

it('[R-sign-01] nobody must sign; who signs in place is named, and declining says why', () => {
  const refusals = (patch: Parameters<typeof signed>[0]) => {
    const body = checkedOf({ ...signed(patch), mendWhat: 'góc 3' }, firstChecklist, place)
    const judged = judgeBody('foundation.checked', body)
    return judged.ok ? [] : judged.refusals.map(({ code }) => code)
  }
  expect(refusals({})).toEqual([])
  expect(refusals({ how: 'absent' })).toEqual([])
  expect(refusals({ how: 'by-proxy' })).toEqual(['proxy-name', 'proxy-relation'])
  expect(refusals({ how: 'by-proxy', proxyName: 'Lô Thị Hoa' })).toEqual(['proxy-relation'])
  expect(refusals({ how: 'declined' })).toEqual(['declined-reason'])
  expect(refusals({ how: 'on-device' })).toEqual(['strokes-missing'])
})

it('[R-sign-02] what was changed after it was read out must be read out again', () => {
  expect(contentChanged({ ...fresh, readAloud: true })).toEqual({ readAloud: false })
  expect(contentChanged(signed({ how: 'on-paper' }))).toEqual({ readAloud: false, changedSinceSigned: true })
})

it('[R-check-06] the next step is named in a few words under the thumb', () => {
  expect(shortTitle('Bề rộng hố móng, ba điểm')).toBe('Bề rộng hố móng')
  expect(shortTitle('Cao hơn mặt đất bên ngoài')).toBe('Cao hơn mặt đất…')
  expect(shortTitle('Số bu lông')).toBe('Số bu lông')
  // An English title doesn’t end in “of the”.
  expect(shortTitle('Age of the concrete in days')).toBe('Age of the concrete…')
  expect(shortTitle('Projection of the bolts')).toBe('Projection…')
})
