import { globSync, readFileSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { m } from '../../src/language/words/messages.js'
import { overwriteGetLocale } from '../../src/language/words/runtime.js'

afterAll(() => overwriteGetLocale(() => 'vi'))

const said = m as unknown as { [key: string]: (blanks: { [blank: string]: string | number }) => string }

for (const language of ['vi', 'en'] as const)
  it(`[R-words-05] each word is said as it stands in the catalogue, its blanks filled (${language})`, () => {
    overwriteGetLocale(() => language)
    let plain = 0
    for (const path of globSync(`src/language/${language}/*.json`)) {
      const words = JSON.parse(readFileSync(path, 'utf8')) as { [key: string]: unknown }
      for (const [key, word] of Object.entries(words)) {
        if (typeof word !== 'string') continue
        plain += 1
        const blanks = Object.fromEntries([...word.matchAll(/\{(\w+)\}/g)].map(([, blank]) => [blank, `‹${blank}›`]))
        expect(said[key]?.(blanks), key).toBe(word.replace(/\{(\w+)\}/g, '‹$1›'))
      }
    }
    expect(plain).toBeGreaterThan(1500)
  })

it('[R-words-05] where English has a plural, its number chooses the word', () => {
  const counted = (language: 'vi' | 'en', count: number) => {
    overwriteGetLocale(() => language)
    return m.enrol_books_count({ count })
  }
  expect([counted('vi', 1), counted('vi', 2)]).toEqual(['1 xã', '2 xã'])
  expect([counted('en', 1), counted('en', 2)]).toEqual(['1 commune', '2 communes'])
})
