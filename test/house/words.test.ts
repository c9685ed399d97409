import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'

const catalogue = (language: string) =>
  Object.fromEntries(
    globSync(`src/language/${language}/*.json`).map((path) => [basename(path), JSON.parse(readFileSync(path, 'utf8'))]),
  ) as { [file: string]: { [key: string]: unknown } }

const vi = catalogue('vi')
const en = catalogue('en')

it('[R-words-01] every word stands in Vietnamese and in English', () => {
  for (const file of new Set([...Object.keys(vi), ...Object.keys(en)])) {
    expect(Object.keys(en[file] ?? {}).sort(), file).toEqual(Object.keys(vi[file] ?? {}).sort())
  }
})

it('[R-words-02] a sentence has the same blanks in both languages', () => {
  const blanks = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{(?!")[a-zA-Z]+\}/g) ?? [])].sort()
  for (const [file, messages] of Object.entries(vi)) {
    for (const [key, message] of Object.entries(messages)) {
      expect(blanks(en[file]?.[key]), `${file} ${key}`).toEqual(blanks(message))
    }
  }
})

it('[R-words-03] Vietnamese is written in composed letters (NFC), so that search and print find them', () => {
  for (const [file, messages] of Object.entries(vi)) {
    for (const [key, message] of Object.entries(messages)) {
      const text = JSON.stringify(message)
      expect(text.normalize('NFC'), `${file} ${key}`).toBe(text)
    }
  }
})

it('[R-words-04] every word is said somewhere: a key that no code names goes', () => {
  const code = globSync('src/**/*.{ts,tsx}', { exclude: (path) => path.includes('language/words') })
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  // Keys stand in the code whole, in tables too: nothing puts one together while it runs.
  expect(code).not.toMatch(/\bm\[/)
  const said = new Set([...code.matchAll(/\bm\.([a-zA-Z]\w*)/g)].map(([, key]) => key))
  const keys = Object.values(vi).flatMap((messages) => Object.keys(messages).filter((key) => key !== '$schema'))
  expect(keys.length).toBeGreaterThan(500)
  expect(keys.filter((key) => !said.has(key))).toEqual([])
})
