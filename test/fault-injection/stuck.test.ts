import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { parseAuthorization } from '../../src/wire/signing/authorization.ts'
import { answerText } from '../../src/wire/signing/texts.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { textIn } from '../support/pushIn.ts'
import { isLong } from '../support/size.ts'
import { sha256Hex } from '../support/testDevice.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import { nothingLost } from './support/checker.ts'
import { type FaultyLine, type Harm, startFaultyLine } from './support/faultyLine.ts'
import type { Look } from './support/in-page/look.ts'
import { inLanes } from './support/inLanes.ts'
import { openPhoneBrowser, type PhoneBrowser, type PhonePage } from './support/phonePage.ts'

let browser: PhoneBrowser
let endpoint: TestEndpoint
let line: FaultyLine
beforeAll(async () => {
  browser = await openPhoneBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  endpoint = await startTestEndpoint()
  line = await startFaultyLine(endpoint.url)
})
afterEach(async () => {
  await line.close()
  await endpoint.close()
})

const chance = chanceOf('stuck')
const fourMinutes = 240

const aPhone = async (page: PhonePage, name: string, notes: number): Promise<{ device: string; entries: string[] }> => {
  line.plan(name, chance, () => null)
  const device = await page.begin(name, line.urlOf(name), await endpoint.invite('recorder', [kengDu], name))
  if (device === null) throw new Error('not enrolled')
  const texts = Array.from({ length: notes }, (_, at) => ({ book: kengDu, text: `ghi ${at}.` }))
  return { device, entries: await page.save(name, texts) }
}

const allIn = ({ own }: Look): boolean => own.every(({ delivery }) => delivery.at === 'handed-in')

/** Seconds of the page's own time until it is so. */
const secondsUntil = async (page: PhonePage, name: string, so: (seen: Look) => boolean): Promise<number> => {
  for (let seconds = 0; seconds < 500; seconds += 5) {
    // What goes on over the real line is done before the clock goes on: a slow machine makes no time-outs.
    do await page.still(name)
    while (line.underWay() > 0)
    if (so(await page.look(name))) return seconds
    await page.advanceClock(5_000)
  }
  return Number.POSITIVE_INFINITY
}

it('[L20, R-stuck-01] a black hole that swallows what is under way is left within 4 minutes', async () => {
  const took = stopwatch()
  let slowest = 0
  for (const swallowed of [1, 2, 3]) {
    const page = await browser.open()
    const name = `hole${swallowed}`
    const { device, entries } = await aPhone(page, name, 3)
    let left = swallowed
    line.plan(name, chance, () => (left-- > 0 ? 'black hole' : null))
    await page.fakeClock()
    await page.start(name)
    const seconds = await secondsUntil(page, name, allIn)
    expect(seconds, `${swallowed} requests swallowed`).toBeLessThanOrEqual(fourMinutes)
    slowest = Math.max(slowest, seconds)
    expect(
      (await nothingLost(endpoint, device, { entries, photos: [] }, await page.lookWithBooks(name))).wrong,
    ).toEqual([])
    await page.page.context().close()
  }
  const counts = { holes: 3, 'seconds of its clock until it moved, at most': slowest }
  figure({ line: 18, test: 'Out of a black hole', seed: null, counts, seconds: took() })
})

it('[L20, R-stuck-02] whatever a hand-in waits for that never comes (a table, a request), it moves again within 4 minutes', async () => {
  const took = stopwatch()
  const ks = isLong ? Array.from({ length: 80 }, (_, at) => at + 1) : [1, 2, 3, 5, 8, 13, 21, 34]
  const waited: number[] = []
  await inLanes(4, ks, async (k) => {
    const page = await browser.open()
    const name = `lost${k}`
    await aPhone(page, name, 3)
    await page.fakeClock()
    await page.breakAt(name, k, 'lost')
    await page.start(name)
    const seconds = await secondsUntil(page, name, allIn)
    const { broken } = await page.mend(name)
    await page.page.context().close()
    expect(seconds, `await ${k}`).toBeLessThanOrEqual(fourMinutes)
    if (broken) waited.push(seconds)
  })
  const [tried, slowest] = [waited.length, Math.max(...waited)]
  const counts = { 'awaits that never came': tried, 'seconds of its clock until it moved, at most': slowest }
  figure({ line: 18, test: 'Whatever never comes', seed: null, counts, seconds: took() })
})

it('[L20, R-stuck-03] a frozen tab that holds the turn loses it within 4 minutes, and does no harm when it wakes', async () => {
  const took = stopwatch()
  const [frozen, other] = (await browser.openTabs(2)) as [PhonePage, PhonePage]
  const { device, entries } = await aPhone(frozen, 'tabs', 3)
  await other.join('tabs', line.urlOf('tabs'))
  let left = 1
  line.plan('tabs', chance, () => (left-- > 0 ? 'black hole after the request' : null))
  await frozen.start('tabs')
  await expect.poll(() => line.happened.size).toBe(1)
  const session = await frozen.page.context().newCDPSession(frozen.page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await other.fakeClock()
  await other.start('tabs')
  const seconds = await secondsUntil(other, 'tabs', allIn)
  expect(seconds).toBeLessThanOrEqual(fourMinutes)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  entries.push(...(await frozen.save('tabs', [{ book: kengDu, text: 'sau khi tỉnh' }])))
  await secondsUntil(other, 'tabs', allIn)
  expect(
    (await nothingLost(endpoint, device, { entries, photos: [] }, await other.lookWithBooks('tabs'))).wrong,
  ).toEqual([])
  const counts = { tabs: 2, 'seconds of its clock until the other moved': seconds }
  figure({ line: 18, test: 'A frozen tab', seed: null, counts, seconds: took() })
})

/** The endpoint itself says so of whatever holds the poison, and signs it. */
const saysOf =
  (status: number): Harm =>
  async ({ asked, tell }) => {
    const { device = '', nonce = '' } = parseAuthorization(asked.headers[headerAt(asked.headers)]) ?? {}
    const body = Buffer.from(JSON.stringify({ error: status === 500 ? 'busy' : 'bad-request', message: '' }))
    const said = answerText({ device, nonce, status, body: sha256Hex(body) })
    tell({ status, headers: { 'content-type': 'application/json', 'x-answer': await endpoint.keys.sign(said) }, body })
  }

const headerAt = (headers: readonly string[]): number =>
  headers.findIndex((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization') + 1

it.each([
  ['refused with 400', 400],
  ['an error of the endpoint’s own, 500', 500],
  ['no answer at all', 0],
] as const)(
  '[L1, R-stuck-04] a poison entry among 64 (%s) is found in at most log2 tries, wherever it stands, and the rest goes on',
  async (what, status) => {
    const took = stopwatch()
    const page = await browser.open()
    const worst: number[] = []
    for (const where of [0, 31, 63]) {
      const name = `poison${status}-${where}`
      const { entries } = await aPhone(page, name, 64)
      let tries = 0
      line.plan(name, chance, ({ body }) => {
        if (body.length === 0 || !textIn(body).includes(`ghi ${where}.`)) return null
        tries += 1
        return status === 0 ? 'black hole' : saysOf(status)
      })
      const others = ({ own }: Look) => own.filter(({ delivery }) => delivery.at === 'handed-in').length
      let handIns = 0
      while (others(await page.look(name)) < 63 && handIns < 5) {
        await page.sync(name, { stuckMs: 20_000, timeoutMs: status === 0 ? 900 : 10_000 })
        handIns += 1
      }
      expect(others(await page.look(name)), `at ${where}`).toBe(63)
      // 64, 32, 16, 8, 4, 2, and alone.
      expect(tries, `at ${where}`).toBeLessThanOrEqual(Math.log2(64) + 1)
      worst.push(tries)
      const poison = (await page.look(name)).own.find(({ id }) => id === entries[where])
      expect(poison?.delivery.at).toBe(status === 400 ? 'refused' : 'waiting')
    }
    await page.page.context().close()
    const counts = { entries: 64, 'tries until it was found, at most': Math.max(...worst) }
    figure({ line: 18, test: `A poison entry: ${what}`, seed: null, counts, seconds: took() })
  },
)
