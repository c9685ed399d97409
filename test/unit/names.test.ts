import fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyBookState, foldEntries } from '../../src/domain/book/bookState.ts'
import { judgeBody } from '../../src/domain/entries/judgeBody.ts'
import { registeredOf, startRegister } from '../../src/domain/household/registerDraft.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { searchRows } from '../../src/domain/lists/searchRows.ts'
import { holdsPaperNumber } from '../../src/domain/names/paperNumber.ts'
import { plainText } from '../../src/domain/names/plainText.ts'
import { type Known, tellApart } from '../../src/domain/names/tellApart.ts'
import { nameWords } from '../../src/language/rowWords.ts'
import { householdRegistered } from '../../src/wire/kinds/household.ts'
import { anEntry } from '../support/anEntry.ts'

const seed = 20261125

/** By what each of them is told apart, as one reads it. */
const by = (people: Known[]): string[] => tellApart(people).map((marks) => marks.map((mark) => mark.by).join('+'))

it('[R-names-03] what tells people of one name apart is what differs, the fewest words first', () => {
  // Each has a wife of his own: nothing more is said.
  expect(
    by([
      { spouseName: 'Mai', birthYear: 1970 },
      { spouseName: 'Lan', birthYear: 1980 },
    ]),
  ).toEqual(['spouse', 'spouse'])
  // Two wives of one name, also without its marks: then the birth year.
  expect(
    by([
      { spouseName: 'Moong Thị Mai', birthYear: 1974 },
      { spouseName: 'moong thi mai', birthYear: 1988 },
      { spouseName: 'Cụt Thị Lan' },
    ]),
  ).toEqual(['birth-year', 'birth-year', 'spouse'])
  // Neither alone is enough, both together are.
  expect(
    by([
      { spouseName: 'Mai', birthYear: 1974 },
      { spouseName: 'Mai', birthYear: 1988 },
      { spouseName: 'Lan', birthYear: 1974 },
    ]),
  ).toEqual(['spouse+birth-year', 'birth-year', 'spouse'])
  // One of whom nothing is known, and two who can't be told apart yet: it is said that something should be added.
  expect(by([{ spouseName: 'Mai' }, {}, { landmark: 'Bên kia suối' }])).toEqual(['spouse', 'nothing', 'landmark'])
  expect(
    by([
      { spouseName: 'Mai', landmark: '' },
      { spouseName: 'Mai', birthYear: null },
    ]),
  ).toEqual(['spouse+nothing', 'spouse+nothing'])
})

it(`[R-names-03] no two people get the same words unless nothing differs, in any order (seed ${seed})`, () => {
  const few = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)
  const person = fc.record({
    spouseName: few('Mai', 'Lan'),
    birthYear: few(1970, 1980),
    otherName: few('Bố Hoa', 'Páo Con'),
    landmark: few('Bên kia suối', 'Đầu bản'),
  })
  const words = (marks: ReturnType<typeof tellApart>[number]) => JSON.stringify(marks)
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 6 }), (people) => {
      const said = tellApart(people).map(words)
      for (const one of said.filter((words) => !words.includes('nothing')))
        expect(said.filter((other) => other === one)).toHaveLength(1)
      expect(
        tellApart([...people].reverse())
          .map(words)
          .reverse(),
      ).toEqual(said)
    }),
    { seed, numRuns: 2_000 },
  )
})

it('[R-names-03, R-speed-01] a third man of the name makes the words of the others anew, and of nobody else', () => {
  const state = emptyBookState('b')
  const register = (id: string, at: number, fields: object) =>
    anEntry('household.registered', id, { headName: 'Lô Văn Páo', village: 'v1', ...fields }, { ms: at })
  foldEntries(state, [
    register('h1', 1, { spouseName: 'Moong Thị Mai', birthYear: 1974 }),
    register('h2', 2, { spouseName: 'Cụt Thị Lan', birthYear: 1988 }),
    register('h3', 3, { headName: 'Vi Văn Ón' }),
    register('h4', 4, { village: 'v2' }),
  ])
  const words = () => Object.fromEntries(householdRows(state).map((row) => [row.id, nameWords(row)]))
  expect(words()).toEqual({
    h1: 'Lô Văn Páo · vợ/chồng: Moong Thị Mai',
    h2: 'Lô Văn Páo · vợ/chồng: Cụt Thị Lan',
    h3: 'Vi Văn Ón',
    h4: 'Lô Văn Páo',
  })
  const before = new Map(householdRows(state).map((row) => [row.id, row]))
  foldEntries(state, [register('h5', 5, { spouseName: 'Moong Thị Mai', birthYear: 1990 })])
  expect(words()).toMatchObject({
    h1: 'Lô Văn Páo · sinh 1974',
    h2: 'Lô Văn Páo · vợ/chồng: Cụt Thị Lan',
    h5: 'Lô Văn Páo · sinh 1990',
  })
  const same = householdRows(state).filter((row) => before.get(row.id) === row)
  expect(same.map(({ id }) => id).sort()).toEqual(['h2', 'h3', 'h4'])
})

const names = ['Y', 'Bá', 'Páo', 'Xồng Bá Y', 'Lầu Y Dua', 'Đỗ Ngọc Ô', "H'Mí", 'H’Mí Niê', 'Ñia', 'Ƀăng Hơ', 'A-Páo']

it('[R-names-04] one-word names, Y, Bá and foreign letters are names: taken as they are, found as they are typed', () => {
  for (const headName of names) {
    const body = registeredOf({ ...startRegister('b', 'v1'), headName: ` ${headName.normalize('NFD')} ` }, null)
    expect(body.headName).toBe(headName.normalize('NFC'))
    expect(judgeBody('household.registered', body), headName).toMatchObject({ ok: true })
    expect(householdRegistered.safeParse(body).success, headName).toBe(true)
  }
  const state = emptyBookState('b')
  foldEntries(
    state,
    names.map((headName, at) => anEntry('household.registered', `h${at}`, { headName, village: 'v1' }, { ms: at })),
  )
  const found = (text: string) => searchRows(householdRows(state), { text }).map(({ headName }) => headName)
  expect(found('do ngoc o')).toEqual(['Đỗ Ngọc Ô'])
  expect(found('bang')).toEqual(['Ƀăng Hơ'])
  expect(found("h'mi").sort()).toEqual(["H'Mí", 'H’Mí Niê'].sort())
  expect(found('nia')).toContain('Ñia')
  // By the given name, so Xồng Bá Y stands beside Y, at the end.
  expect(householdRows(state).map(({ headName }) => headName)).toEqual([
    'A-Páo',
    'Bá',
    'Lầu Y Dua',
    "H'Mí",
    'Ƀăng Hơ',
    'Ñia',
    'H’Mí Niê',
    'Đỗ Ngọc Ô',
    'Páo',
    'Xồng Bá Y',
    'Y',
  ])
  expect(plainText('Ƀăng  Đỗ')).toBe('bang do')
})

it('[R-names-05] what looks like the number of an identity paper is noticed, other numbers are not', () => {
  for (const text of [
    '187654321',
    'CMND 187654321 cấp 2011',
    'chồng 040075001234, vợ 040080005678',
    '040 075 001 234',
    '040.075.001.234',
    '187 654 321',
    'Số:187-654-321.',
    '１８７６５４３２１',
  ])
    expect(holdsPaperNumber(text), text).toBe(true)
  for (const text of [
    '',
    'Lô Văn Páo, sinh 1974',
    '0912345678',
    '0912 345 678 hoặc 0238 3 123 456',
    '+85620551234',
    '20-11-2026',
    '19.625300, 104.110812',
    'gửi 150.000.000 và 1.500.000.000',
    '150000000 đồng',
    '150 000 000đ',
    '12345678',
    '1234567890123',
    'nhà 12, 34 bao xi măng, 5 ngày công, 678 viên',
  ])
    expect(holdsPaperNumber(text), text).toBe(false)
})
