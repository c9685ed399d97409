import { afterAll, beforeAll, expect, it } from 'vitest'
import { figure, stopwatch } from '../support/figure.ts'
import { startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import type { Breaking } from './support/in-page/steps.ts'
import { openPhoneBrowser, type PhoneBrowser, type PhonePage } from './support/phonePage.ts'
import { type Act, untilItSucceeds } from './support/untilItSucceeds.ts'

let browser: PhoneBrowser
let page: PhonePage
let endpoint: TestEndpoint
beforeAll(async () => {
  browser = await openPhoneBrowser()
  page = await browser.open()
  endpoint = await startTestEndpoint()
})
afterAll(async () => {
  await browser.close()
  await endpoint.close()
})

const acts: readonly Act[] = ['save', 'push', 'pull', 'photo']
const hows: readonly Breaking[] = ['throw', 'abort', 'hang']

it('[I1, I2, I4, L10, R-again-01] a save, a push, a pull, a photo whose 1st, 2nd, 3rd … await fails loses nothing, and the next try succeeds', async () => {
  const took = stopwatch()
  const all = acts.flatMap((act) => hows.map((how) => ({ act, how })))
  const told = await Promise.all(all.map(({ act, how }) => untilItSucceeds(endpoint, page, act, how)))
  expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
  const counts: { [what: string]: number } = {}
  for (const [at, { act, how }] of all.entries()) {
    counts[`${act} by ${how}`] = told[at]?.broken ?? 0
    expect(told[at]?.broken, `${act} by ${how}`).toBeGreaterThan(act === 'save' ? 4 : 20)
  }
  figure({ line: 3, test: 'Until it succeeds', seed: null, counts: { ...counts, lost: 0 }, seconds: took() })
})

it('[I4, R-again-02] an upgrade of the phone’s tables that fails at its 1st, 2nd, 3rd … step leaves all as it was, and the next start has it', async () => {
  const took = stopwatch()
  const counts: { [what: string]: number } = {}
  for (const how of ['throw', 'abort', 'hang'] as const) {
    for (let k = 1; ; k += 1) {
      const { broken, openedAtOnce, ...after } = await page.upgradeWithFault(`old-${how}-${k}`, k, how, 20)
      expect(after, `${how} at ${k}`).toEqual({ version: 5, own: 20, drafts: 1, counter: 20 })
      expect(openedAtOnce, `${how} at ${k}`).toBe(!broken)
      if (!broken || how === 'hang') break
      counts[`by ${how}`] = k
    }
  }
  expect(counts).toMatchObject({ 'by throw': expect.any(Number), 'by abort': expect.any(Number) })
  figure({ line: 3, test: 'An upgrade until it succeeds', seed: null, counts, seconds: took() })
})
