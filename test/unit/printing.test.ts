import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { entryHash } from '../../src/domain/book/entryHash.ts'
import { firstChecklist } from '../../src/domain/foundation/firstChecklist.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { villageSheet } from '../../src/domain/lists/villageSheet.ts'
import { paperMark } from '../../src/domain/paper/paperMark.ts'
import { pageFoot } from '../../src/ui/pageFoot.ts'
import checked from '../../src/wire/examples/foundation.checked.json' with { type: 'json' }
import hashes from '../../src/wire/examples/hashes.json' with { type: 'json' }
import { anEntry } from '../support/anEntry.ts'
import { sha256Hex } from '../support/testDevice.ts'

const today = '2026-11-24'
const household = (id: string, headName: string, more: object = {}) =>
  anEntry('household.registered', id, { headName, village: 'v1', ...more })
const sheetOf = (...entries: ReturnType<typeof anEntry>[]) => {
  const state = emptyBookState('b')
  foldEntries(state, entries)
  return villageSheet(state, householdRows(state), { today, checklists: () => firstChecklist })
}

it('[R-print-01] families in a tent stand first, each part by given name', () => {
  const { tents, others } = sheetOf(
    household('1', 'Lô Văn Páo'),
    household('2', 'Vừ Bá Chò', { dwelling: 'tent' }),
    household('3', 'Y Đớp'),
    household('4', 'Hờ An', { dwelling: 'tent' }),
    household('5', 'Chò'),
  )
  expect(tents.map(({ row }) => row.headName)).toEqual(['Hờ An', 'Vừ Bá Chò'])
  expect(others.map(({ row }) => row.headName)).toEqual(['Chò', 'Y Đớp', 'Lô Văn Páo'])
})

it('[R-print-01] each line says all that is due there, and how to get there', () => {
  const check = anEntry('foundation.checked', 'b1', {
    checklist: { id: 'foundation', version: 1 },
    sitting: 'done',
    date: '2026-11-20',
    answers: {},
    photos: {},
    verdict: 'to-mend',
  })
  const review = { check: check.id, decision: 'returned', returnFor: 'mend', reason: 'Sửa góc 3' }
  const { others } = sheetOf(
    household('1', 'Páo', { wayIn: 'Qua cầu treo', landmark: 'gốc mít', phone: '0912' }),
    anEntry('build.planned', 'b1', { for: { household: '1' }, type: 'house', work: 'new' }),
    check,
    anEntry('foundation.reviewed', 'b1', review, { person: 'hung' }),
  )
  expect(others).toMatchObject([
    { tasks: ['tell-family', 'mend-again'], wayIn: 'Qua cầu treo', landmark: 'gốc mít', phone: '0912' },
  ])
})

it('[R-print-01] a landmark that tells two of one name apart is not said twice', () => {
  const { others } = sheetOf(household('1', 'Páo', { landmark: 'gốc mít' }), household('2', 'Páo'))
  expect(others.map(({ row, landmark }) => [row.tellApart !== null, landmark])).toContainEqual([true, null])
})

it('[R-print-02] a line has no field for poverty, notes or numbers of identity', () => {
  const { others } = sheetOf(household('1', 'Páo', { poverty: 'poor', note: 'hộ nghèo, bị bệnh', cccd: '040' }))
  expect(JSON.stringify(others)).not.toMatch(/poor|nghèo|bệnh|040/)
})

it('[R-print-04] the QR says the id and the hash that any implementation finds for that entry', async () => {
  const hash = await entryHash(checked, async (text) => sha256Hex(text))
  expect(hash).toBe((hashes as { [kind: string]: string })['foundation.checked'])
  expect(paperMark('check', checked.id, hash)).toBe(`mai-am:check:${checked.id}:${hash}`)
  expect(paperMark('visit', checked.id, hash)).toBe(`mai-am:visit:${checked.id}:${hash}`)
})

it('[R-print-06] what stands in the foot is data: quotes, backslashes and line ends do not break out of it', () => {
  const css = pageFoot('bản "Huồi\\Lê"\n} body { display: none', 'Trang')
  expect(css).toContain('content: "bản \\"Huồi\\\\Lê\\" } body { display: none";')
  expect(css).toContain('content: "Trang " counter(page) " / " counter(pages)')
})
