import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { keptOn, registerHousehold, takePhoto } from './support/fieldWork.ts'
import { place } from './support/handIn.ts'
import { accessible, enrolledPhone, type Phone } from './support/phone.ts'

const book = '40-417-16822'
let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, name, 'recorder', [book])
  phones.push(phone)
  return phone
}

/** A line on which these requests get no answer until it is let go. */
const heldUp = async ({ context }: Phone, path: string) => {
  let letGo = () => {}
  const free = new Promise<void>((done) => {
    letGo = done
  })
  await context.route(path, async (route) => {
    await free
    await route.continue().catch(() => undefined)
  })
  return async () => {
    letGo()
    await context.unroute(path)
  }
}

it('[R-handin-01] while it goes, the button says how many entries and photos of how many went, and how many KB are left', async () => {
  const lan = await enrolled('Lan')
  const { page } = lan
  await lan.offline(true)
  await registerHousehold(lan, 'Lô Văn Páo')
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await takePhoto(lan)
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  await place(lan, /^Gửi/).click()
  const entriesGo = await heldUp(lan, '**/api/sync')
  const photosGo = await heldUp(lan, '**/api/photos**')
  await lan.offline(false)
  await page.getByRole('button', { name: 'Đang gửi ghi chép: 0 / 3' }).waitFor()
  await lan.picture('hand-in-entries-going')
  await accessible(lan, 'entries on their way')
  await entriesGo()
  await page.getByRole('button', { name: /^Đang gửi ảnh: 0 \/ 1, còn \d+ KB$/ }).waitFor()
  await lan.picture('hand-in-photos-going')
  await photosGo()
  await page.getByText('Ảnh: 1 / 1 đã an toàn').waitFor()
  await page.getByRole('button', { name: 'Gửi ngay' }).waitFor()
})

it('[R-handin-02] what was kept aside is not counted as received: no full bar over 0 / 1', async () => {
  const lan = await enrolled('Nhung')
  await lan.offline(true)
  await registerHousehold(lan, 'Lương Thị Nhung')
  const device = await lan.page.evaluate(
    () => (JSON.parse(localStorage.getItem('mai-am-mark') ?? '') as { device: string }).device,
  )
  const words = ['run', '--silent', 'admin', '--', '--data', endpoint.dir, 'revoke', '--device', device]
  execFileSync('npm', words, { stdio: 'inherit' })
  await place(lan, /^Gửi/).click()
  await lan.offline(false)
  await lan.page.getByRole('heading', { name: 'Ghi chép: 0 / 1' }).waitFor()
  await lan.page.getByText('1 được giữ lại ở máy chủ').waitFor()
  await lan.picture('hand-in-only-held')
  await accessible(lan, 'only held')
  expect((await keptOn(lan)).own.map(({ state }) => state)).toEqual(['held'])
  const bar = lan.page.locator('main progress').first()
  expect(await bar.evaluate((one: HTMLProgressElement) => [one.value, one.max, one.className])).toEqual([0, 1, 'bar'])
})
