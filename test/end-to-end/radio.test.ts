import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { adminCommand } from '../fault-injection/support/adminCommand.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { keptOn, registerHousehold, takePhoto } from './support/fieldWork.ts'
import { intoPocket, outOfPocket } from './support/inPocket.ts'
import { keepTimers, timersOf } from './support/pageTimers.ts'
import { enrolledPhone, type Phone } from './support/phone.ts'
import { type SocketLine, socketLine } from './support/socketLine.ts'

const book = '40-417-16822'
let endpoint: EndpointProcess
let line: SocketLine
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
  line = await socketLine(endpoint.url)
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await line.close()
  await endpoint.remove()
})

const enrolled = async (name: string, role = 'recorder'): Promise<Phone> => {
  const overTheLine: EndpointProcess = {
    ...endpoint,
    invite: (...words) => {
      const invited = endpoint.invite(...words)
      return { ...invited, link: invited.link.replace(endpoint.url, line.url) }
    },
  }
  const phone = await enrolledPhone(overTheLine, name, role, [book])
  phones.push(phone)
  return phone
}

const own = async (phone: Phone): Promise<string[]> => (await keptOn(phone)).own.map(({ state }) => state)

/** What was begun for the screen's own drawing has had its moment: 500 ms at most. */
const aMoment = (page: Page) => page.waitForTimeout(1500)

it('[R-radio-01] in the pocket no screen leaves a timer that would wake the phone; taken out, it goes on and hands in', async () => {
  const lan = await enrolled('Lan')
  await keepTimers(lan.context)
  await lan.page.reload()
  const { page } = lan
  const sleepsOn = async (screen: string) => {
    await aMoment(page)
    await intoPocket(page)
    await aMoment(page)
    expect(await timersOf(page), screen).toEqual([])
    await outOfPocket(page)
    await expect.poll(async () => (await timersOf(page)).some((timer) => timer.startsWith('every 60000 ms'))).toBe(true)
  }
  await page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor()
  await sleepsOn('Hôm nay')
  await registerHousehold(lan, 'Lô Văn Páo')
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await page.getByText(/^cách đây \d+ giây$/).waitFor()
  await sleepsOn('a place found')
  await page.getByRole('link', { name: 'Bản đồ' }).click()
  await page.getByRole('button', { name: 'Chỗ của tôi' }).click()
  await sleepsOn('one’s own place on the map')

  line.cut()
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await registerHousehold(lan, 'Vi Thị Mẩy')
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page.getByText(/^Không tới được máy chủ\. Tự thử lại sau/).waitFor()
  await sleepsOn('a pause that counts down')
  await intoPocket(page)
  line.mend()
  await aMoment(page)
  await outOfPocket(page)
  await expect.poll(() => own(lan)).toEqual(['handed-in', 'handed-in'])
})

it('[R-radio-01] nor does an admin’s question that got no answer', async () => {
  const mai = await enrolled('Mai', 'admin')
  await keepTimers(mai.context)
  const { page } = mai
  await page.goto(`${line.url}/people/devices`)
  await page.getByText('máy của Mai').first().waitFor()
  line.cut()
  await page.reload()
  await page
    .getByText(/Không có mạng|Không tới được/)
    .first()
    .waitFor()
  await aMoment(page)
  await intoPocket(page)
  await aMoment(page)
  expect(await timersOf(page)).toEqual([])
  line.mend()
})

it('[R-radio-02] what was recorded on a day, its photo too, goes over one connection', async () => {
  const hoa = await enrolled('Hoa')
  const { page } = hoa
  await hoa.offline(true)
  for (const name of ['Lô Văn Tồng', 'Vi Thị Hoa']) {
    await registerHousehold(hoa, name)
    await page.getByRole('link', { name: 'Thăm hộ' }).click()
    await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
    await takePhoto(hoa)
    await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
    await page.getByRole('heading', { name }).waitFor()
  }
  // Whatever was open from before is gone, as after hours without a signal.
  line.cut()
  line.mend()
  await hoa.offline(false)
  await expect.poll(async () => (await own(hoa)).every((state) => state === 'handed-in')).toBe(true)
  await expect.poll(async () => (await keptOn(hoa)).photos.map(({ state }) => state)).toEqual(['safe', 'safe'])
  expect(line.opened).toBe(1)
})

/** Answers to questions that the page asked of itself in `minutes` of its clock. */
const asksIn = async (page: Page, minutes: number): Promise<number[]> => {
  const asked: number[] = []
  page.on('response', (response) => {
    // A clock that runs away from the endpoint's is put right first, and the question asked once more.
    if (new URL(response.url()).pathname === '/api/sync' && response.status() !== 401) asked.push(response.status())
  })
  for (let minute = 0; minute < minutes; minute += 1) {
    await page.clock.runFor(60_000)
    await handInEnded(page)
  }
  return asked
}

/** What a minute set off reads the tables and waits for its answer in real time, which the page's clock must not outrun. */
const handInEnded = async (page: Page): Promise<void> => {
  await page.evaluate(() => new Promise((done) => indexedDB.databases().then(done)))
  await expect
    .poll(() => page.evaluate(async () => JSON.stringify(await navigator.locks.query())))
    .not.toContain('"mai-am-hand-in"')
}

const onItsOwnClock = async ({ page }: Phone): Promise<void> => {
  await page.clock.install()
  await page.reload()
  await page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor()
  await aMoment(page)
  await handInEnded(page)
}

it('[R-radio-03] with nothing waiting an open page asks once an hour', async () => {
  const tho = await enrolled('Thọ')
  await onItsOwnClock(tho)
  expect(await asksIn(tho.page, 200)).toEqual([200, 200, 200])
})

it('[R-radio-03] nor does a phone whose rights were taken back ask each minute', async () => {
  const xia = await enrolled('Xia')
  await adminCommand(endpoint.dir, 'revoke', '--device', await deviceOf(xia))
  await onItsOwnClock(xia)
  expect(await asksIn(xia.page, 150)).toEqual([403, 403])
})

const deviceOf = ({ page }: Phone): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
    })
    const enrolment = await new Promise<{ device: string }>((read) => {
      const asked = database.transaction('meta').objectStore('meta').get('enrolment')
      asked.onsuccess = () => read(asked.result)
    })
    database.close()
    return enrolment.device
  })
