import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { registerHousehold, takePhoto } from './support/fieldWork.ts'
import { handIn } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, openPhone, type Phone } from './support/phone.ts'

const keng = '40-417-16822'
let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

/** How many large pictures of photos lie on this phone. */
const largeHere = ({ page }: Phone): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('mai-am')
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['photos', 'photoBytes'])
          const photos = reading.objectStore('photos').getAll()
          const keys = reading.objectStore('photoBytes').getAllKeys()
          reading.oncomplete = () => {
            const here = new Set((keys.result as [string, number][]).map(([sha256]) => sha256))
            opening.result.close()
            done(photos.result.filter(({ body }) => here.has(body.sha256)).length)
          }
        }
      }),
  )

/** How many photos have a receipt for their large picture. */
const received = ({ page }: Phone): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('mai-am')
        opening.onsuccess = () => {
          const reading = opening.result.transaction('photos').objectStore('photos').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            done(reading.result.filter(({ evidence }) => evidence.endpointMs > 0).length)
          }
        }
      }),
  )

/** Time passes between a receipt and the backup that holds it: more than clocks may differ. */
const receivedAnHourAgo = ({ page }: Phone): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('mai-am')
        opening.onsuccess = () => {
          const writing = opening.result.transaction('photos', 'readwrite')
          const reading = writing.objectStore('photos').getAll()
          reading.onsuccess = () => {
            for (const row of reading.result) {
              row.evidence.endpointMs -= 3_600_000
              writing.objectStore('photos').put(row)
            }
          }
          writing.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )

it('[R-room-01, R-room-03, L4] room is said in visits; what no backup holds goes only when a person has read what that means, and is seen again with a signal', async () => {
  const lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [keng])
  phones.push(lan)
  const { page } = lan
  await lan.offline(true)
  await registerHousehold(lan, 'Lô Văn Páo')
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await takePhoto(lan)
  await page.getByLabel('Đã xin phép chụp').check()
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  // Waiting, it is not offered.
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page.getByRole('heading', { name: 'Chỗ trống trên máy' }).waitFor()
  await page.getByText(/lượt thăm có ảnh/).waitFor()
  expect(await page.getByText('Cần thêm chỗ?').count()).toBe(0)
  await handIn(lan)
  await page
    .getByText('Ảnh: an toàn cả 1')
    .or(page.getByText(/^Ảnh.*1/))
    .first()
    .waitFor()
  const more = page.locator('summary', { hasText: 'Cần thêm chỗ?' })
  await more.click()
  await page.getByText('máy chủ đã nhận nhưng chưa kịp sao lưu').waitFor()
  await more.scrollIntoViewIfNeeded()
  await lan.picture('room-received')
  await accessible(lan, 'room')
  expect(await largeHere(lan)).toBe(1)
  await page.getByRole('button', { name: 'Tôi hiểu, xóa 1 ảnh lớn' }).click()
  await page.getByText('Đã xóa 1 ảnh lớn').waitFor()
  expect(await largeHere(lan)).toBe(0)
  await lan.picture('room-freed')
  // Its small picture is here; with a signal the large one is brought again.
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  const thumb = page.getByRole('button', { name: /^Xem ảnh/ }).first()
  await thumb.locator('img').waitFor()

  // Made a backup of, the next one may give way by itself, and it is said so.
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Đi vắng' }).check()
  await takePhoto(lan)
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  await handIn(lan)
  // The photo goes behind its record: only what has come is in a backup.
  await expect.poll(() => received(lan)).toBe(2)
  const to = `${endpoint.dir}/../backup.tar`
  execFileSync('npm', ['run', '--silent', 'admin', '--', '--data', endpoint.dir, 'backup', '--to', to])
  await receivedAnHourAgo(lan)
  await handIn(lan)
  // The test's camera may give one frame twice: then both photos are one picture, and it is here again.
  await page
    .getByText(/[12] ảnh lớn/)
    .filter({ hasText: 'đã có trong bản sao lưu' })
    .waitFor()
  await page.getByRole('heading', { name: 'Chỗ trống trên máy' }).scrollIntoViewIfNeeded()
  await lan.picture('room-backed-up')
  expect(await page.getByText('Cần thêm chỗ?').count()).toBe(0)
  for (const [language, size] of [
    ['en', deskSize],
    ['en', { width: 360, height: 740 }],
  ] as const) {
    await page.setViewportSize(size)
    if (size === deskSize) {
      await page.goto(`${endpoint.url}/`)
      await page.getByRole('button', { name: 'English' }).click()
    }
    await page.goto(`${endpoint.url}/hand-in`)
    await page.getByRole('heading', { name: 'Room on this phone' }).scrollIntoViewIfNeeded()
    await lan.picture(`room-${language}-${size.width}`)
  }
})

it('[R-open-05] an old tab that sleeps holds an upgrade up: a page says so instead of nothing, and goes on when that tab is closed', async () => {
  const lan = await openPhone({ url: `${endpoint.url}/api/health` })
  phones.push(lan)
  // An older version's tab that no longer listens.
  await lan.page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('mai-am', 10)
        opening.onupgradeneeded = () => {
          const { result } = opening
          result.createObjectStore('meta')
          const own = result.createObjectStore('own', { keyPath: 'n' })
          own.createIndex('id', 'id', { unique: true })
          own.createIndex('state', 'state')
          result.createObjectStore('pages', { keyPath: ['book', 'from'] }).createIndex('book', 'book')
          result.createObjectStore('cursors', { keyPath: 'book' })
          result.createObjectStore('drafts', { keyPath: 'key' })
        }
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result })
          done()
        }
      }),
  )
  const page = await lan.context.newPage()
  await page.goto(endpoint.url)
  await page.getByRole('heading', { name: 'Đang chờ một thẻ khác' }).waitFor()
  await page.getByText('Những gì đã lưu vẫn nguyên').waitFor()
  await page.screenshot({ path: 'test/pictures/open-blocked.png' })
  await lan.page.close()
  await page.getByRole('button', { name: 'Vào sổ' }).waitFor()
})
