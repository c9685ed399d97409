import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold, takePhoto } from '../end-to-end/support/fieldWork.ts'
import { enrolledPhone, type Phone } from '../end-to-end/support/phone.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { phoneDisk } from './support/phoneDisk.ts'

const keng = '40-417-16822'
let endpoint: EndpointProcess
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  await lan?.remove()
  await endpoint.remove()
})

it('[L12, R-killed-02] the camera’s app kills the page: each time the same screen is back with every answer and photo, and the slot waits', async () => {
  const took = stopwatch()
  const seed = seedOf('killed page', 8)
  const chance = chanceOf(`killed page ${seed}`)
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [keng])
  await registerHousehold(lan, 'Lô Văn Páo')
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).click()
  await lan.page.getByRole('radio', { name: 'Gặp người khác' }).check()
  const visit = lan.page.url()
  await lan.offline(true)
  let page = lan.page
  let photos = 0
  const kills = size(20, 100)
  for (let at = 0; at < kills; at += 1) {
    const findings = `Nền đất cứng, lần ${chance.hex(3)}`
    await page.getByLabel('Thấy gì').fill(findings)
    // Sometimes a photo is in the draft already.
    if (chance.happens(0.15)) {
      await takePhoto({ ...lan, page })
      photos += 1
    }
    await page.getByRole('button', { name: /^Chụp: / }).click()
    const way = chance.pick(['Ảnh có sẵn', 'Máy ảnh của điện thoại'])
    // The way out opens when what was typed is on the disk.
    await page.getByLabel(way).and(page.locator(':enabled')).waitFor({ state: 'attached' })
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByLabel(way).click({ force: true })])
    expect(chooser.isMultiple()).toBe(false)
    await crash(page)
    // What the browser does when the person comes back: the same address, a page made anew.
    const next = await lan.context.newPage()
    await page.close()
    page = next
    await page.goto(visit)
    const slot = page.locator('.slot', { hasText: 'Trang đã đóng giữa lúc chụp ảnh này' })
    await slot.waitFor()
    if (at === 0) await page.screenshot({ path: 'test/pictures/photo-slot-waiting.png' })
    expect(await page.getByLabel('Thấy gì').inputValue()).toBe(findings)
    expect(await page.getByRole('radio', { name: 'Gặp người khác' }).isChecked()).toBe(true)
    const button = slot.getByRole('button', { name: /^Chụp: / })
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await page.getByRole('button', { name: /^Xem ảnh/ }).count()).toBe(photos)
  }
  if (!process.env.MAI_AM_RUNS) expect(photos).toBeGreaterThan(0)
  // And the photo is taken after all: the slot waits no more.
  await takePhoto({ ...lan, page })
  await page.getByText('Trang đã đóng giữa lúc chụp ảnh này').waitFor({ state: 'detached' })
  const kept = await phoneDisk(page)
  expect(kept.photos.map(({ evidence, preview }) => `${evidence} ${preview}`)).toEqual(
    Array.from({ length: photos + 1 }, () => 'whole whole'),
  )
  figure({
    line: 8,
    test: 'The camera kills the page',
    seed,
    counts: { kills, 'drafts back': kills, photos },
    seconds: took(),
  })
})

/** The renderer dies at once, as when a phone needs its memory for the camera. */
const crash = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await crashed
}
