import { afterAll, beforeAll, expect, it } from 'vitest'
import { dayOf } from '../../src/domain/time/day.ts'
import { dayAfter } from '../../src/domain/time/dayAfter.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, enrolledPhone, type Phone } from './support/phone.ts'

const kengDu = '40-417-16822'
const today = dayOf(Date.now())
const tomorrow = dayAfter(today, 1)
const fallen = '2020-01-01T00:04:00+07:00'
const question = 'Giờ máy có thể sai. Hôm nay ngày mấy?'

let endpoint: EndpointProcess
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [kengDu])
})
afterAll(async () => {
  await lan.remove()
  await endpoint.remove()
})

type Own = { n: number; at: string; kind: string; body: { [field: string]: unknown } }

/** Everything that this phone wrote, in its order. */
const written = (): Promise<Own[]> =>
  lan.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
    })
    const rows = await new Promise<{ entry: Own }[]>((read) => {
      const all = database.transaction('own').objectStore('own').getAll()
      all.onsuccess = () => read(all.result)
    })
    database.close()
    return rows.map(({ entry }) => entry)
  })

const last = async (kind: string) => (await written()).filter((entry) => entry.kind === kind).at(-1)?.body

const asked = () => lan.page.getByRole('heading', { name: question })
const onTheHead = (day: string) => lan.page.getByText(day.split('-').slice(1).reverse().join('/')).first().waitFor()

const openPao = async () => {
  await lan.page.getByRole('navigation').getByRole('link', { name: 'Hộ' }).click()
  await lan.page.getByRole('link', { name: 'Lô Văn Páo' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo', level: 1 }).waitFor()
}

it('[R-clock-01, R-clock-02] a dead battery sets the clock to 2020: asked on opening and before recording, "để sau" records all the same', async () => {
  await lan.offline(true)
  await lan.page.goto(`${endpoint.url}/households/new`)
  await lan.page.getByLabel('Tên chủ hộ').fill('Lô Văn Páo')
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await lan.page.getByRole('link', { name: 'Chuyển giai đoạn' }).waitFor()
  expect(await asked().count()).toBe(0)

  await lan.reopen({ offline: true, clock: fallen })
  await asked().waitFor()
  await lan.page.getByText('01/01/2020').waitFor()
  await lan.picture('clock-asked')
  await accessible(lan, 'clock')
  await lan.page.getByRole('button', { name: 'English' }).click()
  await lan.page.getByRole('heading', { name: "The phone's clock may be wrong. Which day is it today?" }).waitFor()
  await lan.picture('clock-asked-en')
  await lan.page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await lan.page.getByRole('button', { name: 'Để sau' }).click()
  await asked().waitFor({ state: 'detached' })
  await onTheHead(today)

  await openPao()
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).first().click()
  await asked().waitFor()
  await lan.picture('clock-asked-visit')
  await lan.page.getByRole('button', { name: 'Để sau' }).click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo', level: 1 }).waitFor()
  expect(await last('visit.recorded')).toMatchObject({ date: today, clock: { day: null } })
})

it('[R-clock-02, R-clock-03] the answer is mended in words, dates the form that is open, and is there after a cold start', async () => {
  await lan.page.getByRole('link', { name: 'Chuyển giai đoạn' }).click()
  await asked().waitFor()
  const day = lan.page.getByLabel('Hôm nay là ngày')
  await day.fill('')
  await lan.page.getByRole('button', { name: 'Dùng ngày này' }).click()
  await lan.page.getByText(/Hãy chọn ngày, ví dụ/).waitFor()
  await day.fill('2019-05-01')
  await lan.page.getByRole('button', { name: 'Dùng ngày này' }).click()
  await lan.page.getByText(/cách lần cuối máy biết .* ngày/).waitFor()
  await lan.picture('clock-far-answer')
  await day.fill(tomorrow)
  await lan.page.getByRole('button', { name: 'Dùng ngày này' }).click()
  await asked().waitFor({ state: 'detached' })
  await lan.page.waitForFunction(
    (wanted) => document.querySelector<HTMLInputElement>('input[type=date]')?.value === wanted,
    tomorrow,
  )
  await lan.page.getByRole('radio', { name: /Làm móng/ }).check()
  await lan.page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo', level: 1 }).waitFor()
  expect(await last('build.advanced')).toMatchObject({ date: tomorrow, clock: { day: tomorrow } })

  await lan.reopen({ offline: true, clock: '2020-01-01T06:00:00+07:00' })
  await lan.page.getByText(/theo bạn trả lời, hôm nay là/).waitFor()
  expect(await asked().count()).toBe(0)
  await onTheHead(tomorrow)
  await lan.picture('clock-answered')
  await accessible(lan, 'clock answered')
  await openPao()
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).first().click()
  await lan.page.getByRole('radio', { name: 'Đi vắng' }).check()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo', level: 1 }).waitFor()
  expect(await last('visit.recorded')).toMatchObject({ date: tomorrow, clock: { day: tomorrow } })
})

it('[R-clock-01] the battery dies again, the clock jumps ten years ahead: asked again each time', async () => {
  await lan.reopen({ offline: true, clock: '2019-12-31T09:00:00+07:00' })
  await asked().waitFor()
  await lan.reopen({ offline: true, clock: '2036-11-25T09:00:00+07:00' })
  await asked().waitFor()
  await lan.page.getByText('25/11/2036').waitFor()
  await lan.page.getByRole('button', { name: 'Để sau' }).click()
  await asked().waitFor({ state: 'detached' })
})

it('[R-clock-03, R-clock-04] back in range the endpoint says the time: nothing is asked, the days are right, readings never ran back', async () => {
  await lan.reopen({ offline: false, clock: fallen })
  await lan.page.getByRole('navigation').getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await lan.page.getByText('đã nhận đủ').waitFor()
  await asked().waitFor({ state: 'detached' })
  await lan.offline(true)
  await openPao()
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).first().click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  expect(await asked().count()).toBe(0)
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo', level: 1 }).waitFor()
  const visit = await last('visit.recorded')
  expect(visit).toMatchObject({ date: today })
  expect(visit).not.toHaveProperty('clock')
  const readings = (await written()).map(({ at }) => at)
  expect([...readings].sort()).toEqual(readings)
  expect(new Set(readings).size).toBe(readings.length)

  // And a clock that is right again by itself, the next morning.
  await lan.reopen({ offline: true })
  await onTheHead(today)
  expect(await asked().count()).toBe(0)
})
