import { expect, it } from 'vitest'
import { codeFromLink } from '../../src/app/enrol/codeFromLink.ts'
import { homeScreenFirst } from '../../src/app/enrol/homeScreenFirst.ts'
import { typedCode } from '../../src/app/enrol/typedCode.ts'

it.each([
  ['https://mai-am.example/#enrol=ABCD-EFGH-JKMN', 'ABCD-EFGH-JKMN'],
  ['Mở liên kết: https://mai-am.example/#enrol=ABCD-EFGH-JKMN nhé', 'ABCD-EFGH-JKMN'],
  ['  abcd efgh jkmn ', 'abcd efgh jkmn'],
  ['https://mai-am.example/', null],
  ['https://mai-am.example/#enrol=%E0%A4%A', null],
  ['ĐBCD-EFGH-JKMN', null],
  ['', null],
])('[R-enrol-05] the code in “%s” is %s', (text, code) => {
  expect(codeFromLink(text)).toBe(code)
})

it('[R-enrol-05] a code typed key by key stands in capitals and groups of four', () => {
  let field = ''
  for (const key of 'abcdefghjkmn') field = typedCode(field, field + key)
  expect(field).toBe('ABCD-EFGH-JKMN')
})

it('[R-enrol-05] a pasted link or code fills the field; what is mended in the middle stays as typed', () => {
  expect(typedCode('', 'https://mai-am.example/#enrol=abcd-efgh-jkmn')).toBe('ABCD-EFGH-JKMN')
  expect(typedCode('AB', 'Mã: https://mai-am.example/#enrol=ABCD-EFGH-JKMN')).toBe('ABCD-EFGH-JKMN')
  expect(typedCode('', 'abcd efgh jkmn')).toBe('ABCD-EFGH-JKMN')
  expect(typedCode('ABCD-EFGH', 'ABCD-EFG')).toBe('ABCD-EFG')
  expect(typedCode('ABCD-EFGH', 'ABxCD-EFGH')).toBe('ABxCD-EFGH')
})

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1'
const macintosh = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15'
const android = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'

it.each([
  ['an iPhone’s tab', iPhone, 5, false, true],
  ['an iPhone’s home screen', iPhone, 5, true, false],
  ['an iPad, which says Macintosh', macintosh, 5, false, true],
  ['a Macintosh', macintosh, 0, false, false],
  ['an Android phone', android, 5, false, false],
])('[R-enrol-06] %s', (_, userAgent, touchPoints, standalone, first) => {
  expect(homeScreenFirst({ userAgent, touchPoints, standalone })).toBe(first)
})
