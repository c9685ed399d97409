import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { keptOn } from './support/fieldWork.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

const keng = '40-417-16822'
let endpoint: EndpointProcess
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [keng])
})
afterAll(async () => {
  await lan?.remove()
  await endpoint?.remove()
})

const button = (name: string | RegExp) => lan.page.getByRole('button', { name })
const heading = (name: string) => lan.page.getByRole('heading', { name }).waitFor()
const cameraAppOpens = async () => {
  const [chooser] = await Promise.all([lan.page.waitForEvent('filechooser'), lan.page.getByText('Mở máy ảnh').click()])
  return chooser
}
/** Stopped and opened again: Hôm nay leads back to the step. */
const stopAndOpen = async () => {
  await lan.reopen({ offline: true })
  await lan.page.getByRole('link', { name: 'Tiếp tục thử máy' }).click()
}

it('[R-try-01, R-try-02] Lan tries her phone out without signal, is stopped at each step, and comes back to it', async () => {
  const { page } = lan
  await page.getByRole('link', { name: 'Lan' }).first().click()
  await page.getByRole('link', { name: /Thử máy này/ }).click()
  await lan.offline(true)
  await button('Bắt đầu thử').waitFor()
  await lan.picture('try-begin')
  await accessible(lan, 'try begin')
  await button('Bắt đầu thử').click()
  await button('Xin giữ').click()
  await heading('Ghi 50 lần')
  await lan.picture('try-writes')
  await stopAndOpen()
  await heading('Ghi 50 lần')
  await button('Ghi thử').click()
  await heading('Chụp bằng ứng dụng máy ảnh')
  await lan.picture('try-picture')

  // The camera app covers the page, and the phone closes it meanwhile.
  await cameraAppOpens()
  await expect.poll(() => lan.page.evaluate(cameraIsOpen)).toBe(true)
  await lan.reopen({ offline: true })
  await lan.page.getByText('Đang thử máy: bước 3/5.').waitFor()
  await lan.picture('try-under-way')
  await accessible(lan, 'try under way')
  await lan.page.getByRole('link', { name: 'Tiếp tục thử máy' }).click()
  await lan.page.getByText(/Trang này đã đóng 1 lần/).waitFor()
  await lan.picture('try-picture-closed')
  const chooser = await cameraAppOpens()
  // No picture at all: said, and nothing is lost.
  await chooser.setFiles({ name: 'hỏng.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') })
  await lan.page.getByRole('alert').waitFor()
  await (await cameraAppOpens()).setFiles('test/shown/check-diagonals.png')
  await heading('Buộc dừng năm lần')
  await lan.picture('try-stops')
  await accessible(lan, 'try stops')

  for (let at = 1; at <= 5; at += 1) {
    await lan.page.getByText(`Lần ${at}/5`).waitFor()
    await button('Hiện số').click()
    const number = (await lan.page.locator('.number-to-remember').textContent()) ?? ''
    if (at === 1) await lan.picture('try-number')
    await stopAndOpen()
    await lan.page.getByText(`Số vừa nhớ có phải là ${number} không?`).waitFor()
    if (at === 1) await lan.picture('try-number-asked')
    await button(at === 4 ? 'Không phải số đó' : 'Đúng số đó').click()
  }
})

it('[R-try-02, R-try-03] the result reads the same from a file, names nobody, is handed in nowhere, and goes with its photo', async () => {
  const { page } = lan
  await heading('Lưu thành tệp, đọc lại')
  await lan.picture('try-file')
  const [download] = await Promise.all([page.waitForEvent('download'), button('Lưu tệp').click()])
  const path = join(tmpdir(), `mai-am-${Date.now()}-${download.suggestedFilename()}`)
  await download.saveAs(path)
  const file = page.locator('input[type=file]')
  await file.setInputFiles({ name: 'khác.txt', mimeType: 'text/plain', buffer: Buffer.from('tệp khác') })
  await page.getByText(/không giống tệp đã lưu/).waitFor()
  await lan.picture('try-file-other')
  await file.setInputFiles(path)
  await heading('Kết quả')
  const said = await page.locator('.to-share').textContent()
  expect(said).toMatch(/Ghi: được 50\/50 lần/)
  expect(said).toMatch(/trang đóng 1 lần/)
  expect(said).toMatch(/Buộc dừng: 5\/5 lần; giữ đúng số 4, ảnh còn nguyên 5, không có mạng 5/)
  expect(said).toMatch(/Tệp: đọc lại giống/)
  expect(said?.startsWith(readFileSync(path, 'utf8').trimEnd())).toBe(true)
  for (const name of ['Lan', 'Keng Đu']) expect(said).not.toContain(name)
  rmSync(path)
  await lan.picture('try-result')
  await accessible(lan, 'try result')
  await page.evaluate(() => localStorage.setItem('mai-am-language', 'en'))
  await page.reload()
  await heading('Result')
  await lan.picture('try-result-english')
  await page.setViewportSize(deskSize)
  await lan.picture('try-result-desk-english')
  await page.evaluate(() => localStorage.setItem('mai-am-language', 'vi'))
  await page.reload()
  await lan.picture('try-result-desk')
  await button('Xong, xóa ảnh thử').click()
  await page.getByRole('link', { name: /Thử máy này/ }).waitFor()
  const kept = await keptOn(lan)
  expect([kept.own.length, kept.photos.length]).toEqual([0, 0])
  expect(await page.evaluate(leftBehind)).toEqual([])
  expect(await page.getByRole('link', { name: 'Tiếp tục thử máy' }).count()).toBe(0)
})

/** Kept on the disk, before the camera app can do anything to the page. */
const cameraIsOpen = (): Promise<boolean> =>
  new Promise((tell) => {
    const opening = indexedDB.open('mai-am')
    opening.onsuccess = () => {
      const asked = opening.result.transaction('meta').objectStore('meta').get('phoneTried')
      asked.onsuccess = () => {
        opening.result.close()
        tell((asked.result as { camera: { life: string | null } }).camera.life !== null)
      }
    }
  })

/** Bytes of pictures, and what was kept of the trying. */
const leftBehind = async (): Promise<string[]> => {
  const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  const database = await asked(indexedDB.open('mai-am'))
  const keys = await asked(database.transaction('meta').objectStore('meta').getAllKeys())
  const pieces = await asked(database.transaction('photoBytes').objectStore('photoBytes').count())
  database.close()
  return [
    ...keys.map(String).filter((key) => key.startsWith('phoneTried')),
    ...(pieces > 0 ? [`${pieces} pieces`] : []),
  ]
}
