import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Code that people read: not what is compiled from the words. */
const files = globSync('src/**/*.{ts,tsx}', { exclude: (path) => String(path).includes('language/words') })
const sizes = files
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines)
const at = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0

it('[R-house-06] files are short: half of them fit on a screen, nearly all under 200 lines, none is a drawer', () => {
  const largest = sizes.slice(-5).map(({ path, lines }) => `${path} ${lines}`)
  console.log(
    `files: ${sizes.length}, median ${at(0.5)} lines, 95 % under ${at(0.95) + 1}; largest: ${largest.join(', ')}`,
  )
  expect(sizes.length).toBeGreaterThan(100)
  expect(at(0.5)).toBeLessThanOrEqual(60)
  expect(at(0.95)).toBeLessThan(200)
  expect(sizes.at(-1)?.lines).toBeLessThan(300)
})
