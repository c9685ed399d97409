import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const read = (pattern: string | string[]) =>
  globSync(pattern, { exclude: (path) => path.includes('language/words') }).map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
  }))

/** Where the contract carries it and judges its form; the trial fills it, so that the rule can be tried. */
const mayNamePoverty = [
  'src/domain/entries/communeBodies.ts',
  'src/domain/entries/judgeBody.ts',
  'src/endpoint/demo/sketch.ts',
  'src/wire/kinds/household.ts',
]

it('[R-family-01] no code that draws, lists, sorts, shares or prints knows of poverty', () => {
  const naming = read('src/**/*.{ts,tsx}').filter(({ text }) =>
    /\bpoverty\b(?! or health| and health| status)/.test(text),
  )
  expect(naming.map(({ path }) => path).filter((path) => !mayNamePoverty.includes(path))).toEqual([
    // It leaves the field out by name.
    'src/language/fieldWords.ts',
  ])
})

it('[R-family-01] there are no words for poverty, illness or identity numbers, but where we ask not to write them', () => {
  const words = /nghèo|bệnh|khuyết tật|căn cước|cccd|cmnd|định danh|số giấy tờ|\bpoor|poverty|illness|disab|identity n/i
  const said = read('src/language/{vi,en}/*.json').flatMap(({ text }) =>
    Object.entries(JSON.parse(text) as { [key: string]: unknown }).filter(([, message]) =>
      words.test(JSON.stringify(message)),
    ),
  )
  expect([...new Set(said.map(([key]) => key))].sort()).toEqual(['names_paper_number', 'note_hint'])
})

it('[R-family-01] no shape of the contract has room for an identity number', () => {
  const fields = read('src/wire/{kinds,messages}/*.ts').flatMap(({ text }) =>
    [...text.matchAll(/^\s+(\w+):/gm)].map(([, name]) => name ?? ''),
  )
  expect(fields.length).toBeGreaterThan(100)
  expect(fields.filter((name) => /identity|nationalId|idNumber|cccd|cmnd|health|illness|disab/i.test(name))).toEqual([])
})

it('[R-family-02] nothing that shows money is red, and nothing is sorted by an amount', () => {
  const money = read([
    'src/app/**/{contribution,money,fund}*/*.{tsx,css}',
    'src/app/**/Money*.tsx',
    'src/language/contributionWords.ts',
  ]).map(({ path, text }) => [path, text.match(/tone="red"|className="[^"]*\bred\b|var\(--red/)?.[0]])
  expect(money.length).toBeGreaterThan(2)
  // A form's own refusals and a save that failed are not the money's colour.
  expect(money.filter(([path, found]) => found && !/RecordContribution|form/i.test(path ?? ''))).toEqual([])
  const sorted = read('src/{domain,app}/**/*.{ts,tsx}').filter(({ text }) =>
    /(?:sort|toSorted)\([^\n]*\b(?:vnd|share|amount|handedOver|promised)\b/i.test(text),
  )
  expect(sorted.map(({ path }) => path)).toEqual([])
})
