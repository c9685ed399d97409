import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import { nothingLost } from './support/checker.ts'
import { type FaultyLine, type Harm, startFaultyLine } from './support/faultyLine.ts'
import { lineFaults } from './support/lineFaults.ts'
import { openPhoneBrowser, type PhoneBrowser, type PhonePage } from './support/phonePage.ts'

let browser: PhoneBrowser
let page: PhonePage
let endpoint: TestEndpoint
let line: FaultyLine
beforeAll(async () => {
  browser = await openPhoneBrowser()
  page = await browser.open()
  endpoint = await startTestEndpoint()
  line = await startFaultyLine(endpoint.url)
})
afterAll(async () => {
  await browser.close()
  await line.close()
  await endpoint.close()
})

const chance = chanceOf('photos')
const patience = { stuckMs: 20_000, timeoutMs: 10_000 }
/** More pieces of one photo than a hand-in may need. */
const mostPieces = 12

const offsetsAreSeven: Harm = async ({ ask, tell }) => {
  const told = await ask()
  tell({ ...told, headers: { ...told.headers, 'upload-offset': '7' } })
}

it.each([
  ['changes every offset', offsetsAreSeven],
  ['turns a bit of every piece', lineFaults['a bit of the request turned']],
])(
  '[L1, L2, R-line-03] a line that %s holds up that photo only, and the photo waits for another line',
  async (what, harm) => {
    const name = `photo${what.length}`
    line.plan(name, chance, () => null)
    const device = (await page.begin(name, line.urlOf(name), await endpoint.invite('recorder', [kengDu], name))) ?? ''
    const photo = await page.stage(name, what.length, 150_000, 900)
    const entries = await page.recordPhoto(name, photo, kengDu)
    let pieces = 0
    line.plan(name, chance, ({ method }) => {
      if (method !== 'PATCH') return null
      pieces += 1
      return pieces > mostPieces ? 'black hole' : harm
    })
    await page.sync(name, patience)
    expect(pieces).toBeLessThanOrEqual(mostPieces)
    const { own, photos } = await page.look(name)
    expect(own.map(({ delivery }) => delivery.at)).toEqual(['handed-in'])
    expect(photos.map(({ state }) => state)).toEqual(['waiting'])
    line.plan(name, chance, () => null)
    expect(await page.sync(name, patience)).toMatchObject({ at: 'done' })
    const { wrong } = await nothingLost(endpoint, device, { entries, photos: [photo] }, await page.lookWithBooks(name))
    expect(wrong).toEqual([])
  },
)
