import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { enrolledPhone, type Phone } from '../end-to-end/support/phone.ts'
import { tapsOfADay } from '../end-to-end/support/tapsOfADay.ts'
import { TestDevice } from '../support/testDevice.ts'
import { coldStart, takeAlong, tapTime, throttled, until } from './benchPhone.ts'
import { firstLoad } from './bundleSizes.ts'
import { countingLine } from './countingLine.ts'
import { fillBook, type Known } from './fillBook.ts'
import { sayAcross, sayLikely } from './likely.ts'
import { say, sayTimes } from './report.ts'
import { saySmoothness } from './smoothness.ts'
import { sayVillageMap } from './villageMap.ts'
import { writeADay } from './writeADay.ts'

/** Three books of the end-to-end district, filled to three sizes; smaller ones may be named to try the bench itself. */
const [few = 1800, some = 5000, many = 20_000] = process.argv.slice(2).map(Number)
const middle = { book: '40-417-16822', households: some }
const sizes = [{ book: '40-417-16831', households: few }, middle, { book: '40-417-16816', households: many }]

const measure = async (): Promise<void> => {
  sayFirstLoad()
  sayLikely()
  sayAcross()
  await sayVillageMap()
  const endpoint = await startEndpoint()
  const phones: Phone[] = []
  try {
    await sayTapsOfADay(endpoint)
    const recorder = await TestDevice.enrolled(endpoint.url, endpoint.invite('Mai', 'district', []).code)
    const inspector = await TestDevice.enrolled(endpoint.url, endpoint.invite('Hùng', 'district', []).code)
    const line = await countingLine(endpoint.url)
    for (const { book, households } of sizes) {
      const before = recorder.counter + inspector.counter
      const known = await fillBook(book, households, recorder, inspector)
      const entries = recorder.counter + inspector.counter - before
      const { link } = endpoint.invite('Lan', 'recorder', [book])
      const began = performance.now()
      const phone = await takeAlong(link.replace(endpoint.url, line.url), entries)
      phones.push(phone)
      say(`taken along, ${households} households in ${entries} entries`, performance.now() - began, 'ms')
      await sayColdStart(phone, line.url, households)
      await sayListAndSearch(phone, households)
      if (households === many) await saySmoothness(phone, households)
      if (households === middle.households) {
        await sayTaps(phone)
        await saySaves(phone, line.url, known)
        await sayHandIn(phone, line, known)
      }
      await phone.remove()
      phones.pop()
    }
    await line.close()
  } finally {
    for (const phone of phones) await phone.remove()
    await endpoint.remove()
  }
}

const sayFirstLoad = (): void => {
  const { js, css, fonts } = firstLoad()
  say('first load, JS', js.brotli / 1024, 'KB br', '≤ 110')
  say('first load, JS', js.gzip / 1024, 'KB gz')
  say('first load, JS unpacked', js.raw / 1024, 'KB')
  say('first load, CSS', css.brotli / 1024, 'KB br')
  say('fonts, all four files', fonts.raw / 1024, 'KB')
}

const sayTapsOfADay = async (endpoint: EndpointProcess): Promise<void> => {
  const phone = await enrolledPhone(endpoint, 'Lan', 'recorder', ['40-417-16822'])
  const { visit, photo, check, items } = await tapsOfADay(phone)
  say('a visit with the head met, from Hôm nay', visit, 'taps', '≤ 6')
  say('a photo', photo, 'taps', '≤ 2')
  say(`a check of ${items} items`, check, 'taps', `≤ ${items + 4}`)
  await phone.remove()
}

const sayColdStart = async (phone: Phone, url: string, households: number): Promise<void> => {
  for (const rate of [1, 4]) {
    const { frame, list } = await coldStart(phone, url, rate)
    const where = `cold offline start, ${households} households, CPU ${rate === 1 ? 'unthrottled' : `${rate}× slower`}`
    say(`${where}: the frame stands`, frame, 'ms', '1000')
    say(`${where}: the list is drawn`, list, 'ms', households <= middle.households ? '1000' : undefined)
  }
}

const toHouseholds = (phone: Phone) => phone.page.getByRole('link', { name: 'Hộ', exact: true }).click()
const toToday = (phone: Phone) => phone.page.getByRole('link', { name: 'Hôm nay' }).click()

const sayListAndSearch = async (phone: Phone, households: number): Promise<void> => {
  for (const rate of [1, 4]) {
    await throttled(phone.page, rate)
    const slower = rate === 1 ? 'unthrottled' : `${rate}× slower`
    const lists: number[] = []
    const searches: number[] = []
    for (let times = 0; times < 5; times += 1) {
      lists.push(await tapTime(phone.page, () => toHouseholds(phone), 'click', { selector: '.list .row' }))
      const field = phone.page.getByRole('searchbox')
      for (const text of ['pao', 'khong co ten nay', 'lo van', 'khong co ten nay']) {
        const before = (await phone.page.getByRole('status').first().textContent()) ?? ''
        const changed = phone.page.waitForFunction(
          (was) => document.querySelector('[role=status]')?.textContent !== was,
          before,
        )
        await phone.page.evaluate(noteInput)
        await field.fill(text)
        await changed
        searches.push(await phone.page.evaluate(() => (window as unknown as { maiAmTap: Promise<number> }).maiAmTap))
      }
      await field.fill('')
      await toToday(phone)
      await phone.page.locator('select').waitFor()
    }
    sayTimes(`list of ${households}, ${slower}, tap to drawn`, lists, '100')
    sayTimes(`search in ${households}, ${slower}, key to found`, searches, '100')
  }
  await throttled(phone.page, 1)
}

/** From the key to the new count on the screen. */
const noteInput = (): void => {
  const box = window as unknown as { maiAmTap?: Promise<number> }
  box.maiAmTap = new Promise((tell) => {
    let began = 0
    const status = document.querySelector('[role=status]')
    const watch = new MutationObserver(() => {
      watch.disconnect()
      requestAnimationFrame(() => setTimeout(() => tell(performance.now() - began)))
    })
    if (status !== null) watch.observe(status, { childList: true, subtree: true, characterData: true })
    window.addEventListener(
      'input',
      ({ timeStamp }) => {
        began = timeStamp
      },
      { capture: true, once: true },
    )
  })
}

const sayTaps = async (phone: Phone): Promise<void> => {
  await throttled(phone.page, 4)
  const places: number[] = []
  for (let times = 0; times < 10; times += 1) {
    places.push(await tapTime(phone.page, () => toHouseholds(phone), 'click', { selector: 'h1', text: 'Hộ' }))
    places.push(
      await tapTime(phone.page, () => phone.page.getByRole('link', { name: /^Gửi/ }).click(), 'click', {
        selector: 'h1',
        text: 'Gửi',
      }),
    )
    places.push(await tapTime(phone.page, () => toToday(phone), 'click', { selector: 'h1', text: 'Hôm nay' }))
  }
  sayTimes(`tap on a place to drawn, ${some} households, 4× slower`, places, '100')
}

const saySaves = async (phone: Phone, url: string, known: readonly Known[]): Promise<void> => {
  const { page } = phone
  await phone.context.setOffline(true)
  const visits: number[] = []
  for (const { household } of known.slice(0, 9)) {
    await page.goto(`${url}/households/${household}/visit`)
    await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
    await page.getByLabel('Thấy gì').fill(`Đã san nền, lần đo ${visits.length}`)
    await throttled(page, 4)
    visits.push(
      await tapTime(page, () => page.getByRole('button', { name: 'Lưu lượt thăm' }).click(), 'click', {
        selector: 'main',
        text: `lần đo ${visits.length}`,
      }),
    )
    await throttled(page, 1)
  }
  sayTimes(`save of a visit, tap to saved and drawn, ${some} households, 4× slower`, visits, '100')
  const checks: number[] = []
  for (const { build } of known.filter((one) => one.build !== null).slice(0, 5)) {
    await page.goto(`${url}/builds/${build}/check`)
    const next = page.getByRole('button', { name: /^Tiếp/ })
    const save = page.getByRole('button', { name: 'Lưu kiểm tra' })
    for (;;) {
      await next.or(save).first().waitFor()
      if (await save.isVisible()) break
      // The verdict's step asks what to mend before it lets one go on to the signatures.
      const mend = page.getByLabel('Cần sửa gì')
      if (await mend.isVisible()) await mend.fill('Đo lại các số còn thiếu')
      await next.click()
    }
    await throttled(page, 4)
    checks.push(
      await tapTime(page, () => save.click(), 'click', {
        selector: 'main a',
        text: 'Thăm hộ',
      }),
    )
    await throttled(page, 1)
  }
  sayTimes(`save of a check, tap to saved and drawn, ${some} households, 4× slower`, checks, '100')
  await phone.context.setOffline(false)
  await handIn(phone)
}

const handIn = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page.getByRole('button', { name: 'Gửi ngay' }).click()
  await until(() => page.evaluate(nothingWaits))
}

const nothingWaits = (): Promise<boolean> =>
  new Promise((tell) => {
    const opening = indexedDB.open('mai-am')
    opening.onsuccess = () => {
      const count = opening.result.transaction('own').objectStore('own').index('state').count('waiting')
      count.onsuccess = () => {
        opening.result.close()
        tell(count.result === 0)
      }
    }
  })

type Line = Awaited<ReturnType<typeof countingLine>>

const sayHandIn = async (phone: Phone, line: Line, known: readonly Known[]): Promise<void> => {
  for (const photos of [0, 75]) {
    const { page } = phone
    // What the phone had begun before is over.
    await page.waitForTimeout(1500)
    await page.goto(`${line.url}/hand-in`)
    await phone.context.setOffline(true)
    await writeADay(page, middle.book, known, photos)
    await page.reload()
    await page.getByRole('heading', { name: /^Ghi chép: / }).waitFor()
    line.reset()
    await phone.context.setOffline(false)
    await page.getByRole('button', { name: 'Gửi ngay' }).click()
    await until(() => page.evaluate(nothingWaits))
    const { up, down, downHeaders, syncs } = { ...line.counted }
    const day = `a day's hand-in${photos > 0 ? ` with ${photos} photo entries` : ''}`
    say(`${day}, round trips`, syncs, 'requests', '1')
    say(`${day}, request with headers`, up / 1024, 'KB', photos > 0 ? undefined : '≤ 15')
    say(`${day}, answer`, (down - downHeaders) / 1024, 'KB', photos > 0 ? undefined : '≤ 8')
    say(`${day}, the answer's headers`, downHeaders / 1024, 'KB')
  }
}

await measure()
