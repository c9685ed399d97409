import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const ruleId = /\b(?:[IL]\d{1,2}|R-[a-z]+-\d{2})\b/
const titled =
  /\b(?:it|test|describe)(?:\.each\([\s\S]*?\)|\.skipIf\([^)]*\)|\.runIf\([^)]*\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g

const titles = globSync('test/**/*.test.{ts,tsx}', { exclude: ['**/node_modules/**'] }).flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(titled)].map(([, , title]) => ({ path, title: title ?? '' })),
)
const cited = new Set(
  titles.flatMap(({ title }) => [...title.matchAll(/\[([^\]]+)\]/g)].flatMap(([, ids]) => (ids ?? '').split(/[,\s]+/))),
)
const rules = [...readFileSync('src/RULES.md', 'utf8').matchAll(/^\| ([IL]\d{1,2}|R-[a-z]+-\d{2}) \|/gm)].map(
  ([, id]) => id ?? '',
)

it('[R-house-04] every rule in RULES.md is cited by a test', () => {
  expect(rules.length).toBeGreaterThan(30)
  expect(rules.filter((id) => !cited.has(id))).toEqual([])
})

it('[R-house-04] every rule that a test cites is in RULES.md', () => {
  expect([...cited].filter((id) => ruleId.test(id) && !rules.includes(id))).toEqual([])
})

it('[R-house-05] every test names its rule in its title', () => {
  const nameless = titles.filter(({ title }) => !ruleId.test(title)).map(({ path, title }) => `${path}: ${title}`)
  expect(nameless).toEqual([])
})
