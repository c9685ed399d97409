import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { demoData } from '../support/demoData.ts'
import { layDrawnPack, villagePack } from '../support/villagePack.ts'
import { type EndpointProcess, startEndpointWith } from './support/endpointProcess.ts'
import { accessible, enrolledPhone, openPhone, type Phone, type PhoneOptions } from './support/phone.ts'
import { trialBooks } from './support/trialBooks.ts'

const books = ['40-417-16822', '40-417-16816']
const work = mkdtempSync(join(tmpdir(), 'mai-am-share-'))
const page404 = join(work, 'Wi-Fi miễn phí.pmtiles')
const large = join(work, 'cả tỉnh.pmtiles')

let endpoint: EndpointProcess
let pack: string
const phones: Phone[] = []
beforeAll(async () => {
  const dir = await demoData()
  const rows = [...(await trialBooks(dir, books)).values()].flatMap((state) => [...householdRows(state)])
  const middle = rows.find(({ point }) => point !== null)?.point
  pack = await layDrawnPack(work, { ...villagePack([middle?.lon ?? 0, middle?.lat ?? 0]), id: 'keng-du' }, books)
  writeFileSync(page404, '<html>Wi-Fi miễn phí</html>')
  writeFileSync(large, Buffer.alloc(12_000_000, 7))
  endpoint = await startEndpointWith(dir)
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint?.remove()
  rmSync(work, { recursive: true, force: true })
})

const enrolled = async (options: Omit<PhoneOptions, 'url'> = {}): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, 'Lan', 'recorder', books, options)
  phones.push(phone)
  return phone
}

/** Posts a form with that file from the page as it stands, as the share sheet posts its own: the answer is a page. */
const postFrom = async (page: Page, file: string): Promise<void> => {
  await page.evaluate((action) => {
    const form = document.createElement('form')
    Object.assign(form, { method: 'post', enctype: 'multipart/form-data', action, acceptCharset: 'utf-8' })
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', name: 'map', id: 'shared-here' })
    form.append(input)
    document.body.append(form)
  }, `${endpoint.url}/share-map`)
  await page.locator('#shared-here').setInputFiles(file)
  await page.locator('#shared-here').evaluate((input: HTMLInputElement) => input.form?.submit())
  await page.getByRole('heading', { name: 'Bản đồ mang theo' }).waitFor()
}

/** From a page of nobody: what the worker sees of it (no origin, no referrer) is what it sees of the share sheet. */
const share = async (page: Page, file: string): Promise<void> => {
  await page.goto('about:blank')
  await postFrom(page, file)
}

/** What waits on this phone: names, each with its bytes. */
const waiting = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('mai-am-shared').catch(() => null)
    const found: string[] = []
    for await (const name of folder?.keys() ?? [])
      found.push(`${name} ${(await (await folder?.getFileHandle(name))?.getFile())?.size}`)
    return found
  })

const card = (page: Page) => page.getByRole('heading', { name: 'Có bản đồ vừa chia sẻ tới' })

it('[R-maps-18, L8] on a phone that is fuller than the browser says nothing of a large one stays, and it is said', async () => {
  const lan = await enrolled({ room: 13_000_000 })
  // In another tab: how much room there is was said to this one, and goes with it.
  const page = await lan.context.newPage()
  await share(page, pack)
  expect(await waiting(page)).toHaveLength(1)
  await share(page, large)
  await page.getByText('Máy đầy nên chưa nhận được bản đồ vừa chia sẻ').waitFor()
  expect(await waiting(page)).toEqual([])
  await page.screenshot({ path: 'test/pictures/share-map-full.png' })
})

it('[R-maps-18] another site’s page puts nothing onto the phone', async () => {
  const lan = await enrolled()
  const { page } = lan
  const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html>'))
  await new Promise<void>((listens) => elsewhere.listen(0, listens))
  await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`)
  await postFrom(page, pack)
  await page.getByText('Một trang web khác muốn đưa tệp vào Mái Ấm').waitFor()
  expect(await waiting(page)).toEqual([])
  expect(await card(page).count()).toBe(0)
  elsewhere.close()
})

it('[R-maps-18] where no worker is there the endpoint leads to the page that says so', async () => {
  const { link } = endpoint.invite('Lan', 'recorder', books)
  const lan = await openPhone({ url: link, noWorker: true })
  phones.push(lan)
  await lan.page.getByLabel('Tên máy này').fill('máy của Lan')
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  await share(lan.page, large)
  await lan.page.getByText('Bản đồ vừa chia sẻ chưa vào được máy này').waitFor()
  expect(await waiting(lan.page)).toEqual([])
})

it('[R-maps-18] without a signal and with the endpoint gone a map comes from the share sheet, by one tap, and is drawn', async () => {
  const lan = await enrolled()
  await endpoint.kill()
  await lan.offline(true)
  await share(lan.page, pack)
  const { page } = lan
  await card(page).waitFor()
  await page.getByText(/^keng-du\.pmtiles · /).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await lan.picture('share-map-waits')
  await accessible(lan, 'a shared map waits')
  // It waits also for somebody who comes later.
  await lan.reopen({ offline: true })
  await lan.page.goto(`${endpoint.url}/take-along`)
  await card(lan.page).waitFor()
  await lan.page.getByRole('button', { name: 'Nạp bản đồ này' }).click()
  await lan.page.getByText(/^Chỉ có trong máy này/).waitFor()
  await expect.poll(() => waiting(lan.page)).toEqual([])
  await expect.poll(() => card(lan.page).count()).toBe(0)
  await lan.page.getByRole('link', { name: 'Xem bản đồ' }).click()
  await lan.page.locator('canvas.leaflet-tile-loaded').first().waitFor()
  await lan.page.getByText('© Người vẽ thử').waitFor()

  // A file that is no map, then one that is thrown away.
  await share(lan.page, page404)
  expect(await waiting(lan.page)).toEqual(['Wi-Fi miễn phí.pmtiles 30'])
  await lan.page.getByRole('button', { name: 'Nạp bản đồ này' }).click()
  await lan.page.getByText('Tệp này không phải gói bản đồ.').waitFor()
  await expect.poll(() => waiting(lan.page)).toEqual([])
  await expect.poll(() => card(lan.page).count()).toBe(0)
  await lan.picture('share-map-refused')
  await share(lan.page, pack)
  await lan.page.getByRole('button', { name: 'Bỏ đi' }).click()
  await expect.poll(() => card(lan.page).count()).toBe(0)
  expect(await waiting(lan.page)).toEqual([])
  await lan.page.getByText(/^Chỉ có trong máy này/).waitFor()
})
