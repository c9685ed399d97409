import { expect, it } from 'vitest'
import { firstLoad } from '../bench/bundleSizes.ts'

it('[R-budget-01] the first load brings at most 120 KB of packed scripts', () => {
  const { js } = firstLoad()
  expect(js.raw).toBeGreaterThan(100_000)
  expect(js.brotli / 1024).toBeLessThanOrEqual(120)
})
