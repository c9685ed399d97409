import { expect, it } from 'vitest'
import type { Answer } from '../../src/domain/entries/communeBodies.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { encodeStrokes, signaturePath } from '../../src/domain/foundation/signatureStrokes.ts'
import { itemsOf, stricter, suggestVerdict } from '../../src/domain/foundation/suggestVerdict.ts'

const well: { [item: string]: Answer } = {
  'right-plot': { value: 'yes' },
  'safe-slope': { value: 'yes' },
  length: { value: 800 },
  width: { value: 500 },
  diagonals: { value: [943.4, 945.4] },
  height: { value: 32 },
  'concrete-age': { value: 7 },
  bolts: { value: 24 },
  'bolts-plumb': { value: 'yes' },
  cracks: { value: 'yes' },
}
const suggest = (answers: { [item: string]: Answer }) =>
  suggestVerdict(firstChecklist, { sitting: 'done', answers: { ...well, ...answers }, photos: {} })

it('[R-check-01] the verdict is computed from the answers, with its reasons', () => {
  expect(suggest({})).toMatchObject({ verdict: 'passed', reasons: [], unanswered: [] })
  expect(suggest({ diagonals: { value: [943.4, 946.1] } })).toMatchObject({
    verdict: 'to-mend',
    reasons: [{ item: 'diagonals', code: 'diagonals-differ', detail: { difference: 2.7, over: 0.7 } }],
  })
  expect(suggest({ 'safe-slope': { value: 'no' } })).toMatchObject({
    verdict: 'failed',
    reasons: [{ item: 'safe-slope' }],
  })
  expect(suggest({ height: { value: 29.9 } }).reasons).toMatchObject([{ item: 'height', code: 'too-small' }])
})

it('[R-check-02] what can no longer be seen never blocks; a required answer that is missing keeps from passed', () => {
  expect(suggest({ cracks: { gone: { knownBy: 'village-head' } } }).verdict).toBe('passed')
  expect(suggest({ cracks: {} })).toMatchObject({ verdict: 'to-mend', unanswered: ['cracks'] })
})

it('[R-check-03] the recorder may be stricter than the rule, never milder', () => {
  expect(stricter('passed', 'failed')).toBe('failed')
  expect(stricter('failed', 'passed')).toBe('failed')
  expect(stricter('to-mend', undefined)).toBe('to-mend')
})

it('[R-check-04] each sitting asks for what is in sight then', () => {
  const before = itemsOf(firstChecklist, 'before-concrete').map(({ id }) => id)
  expect(before).toContain('footing-depth')
  expect(before).not.toContain('concrete-age')
})

it('[R-check-05] a signature is kept as a few hundred characters and drawn again', () => {
  const stroke = Array.from({ length: 200 }, (_, i) => ({ x: i / 200, y: 0.5 + 0.4 * Math.sin(i / 12) }))
  const text = encodeStrokes([stroke, [{ x: 0.5, y: 0.1 }]])
  expect(text.length).toBeLessThan(250)
  expect(signaturePath(text)).toMatch(/^M0 \d+L.*M\d+ \d+L\d+ \d+$/)
  expect(signaturePath('"><script>')).toBe('')
})
