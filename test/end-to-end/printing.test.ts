import { afterAll, beforeAll, expect, it } from 'vitest'
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { sha256Hex } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { printPaper, readQrOf } from './support/paper.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'
import { village, villageToPrint } from './support/villageToPrint.ts'

const book = '40-417-16822'
let endpoint: EndpointProcess
let filled: { check: Entry; household: string }
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  filled = await villageToPrint(endpoint)
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [book])
  await lan.page.getByRole('button', { name: /Huồi Lê/ }).waitFor()
  // What is printed in the village is printed without a signal.
  await lan.offline(true)
})
afterAll(async () => {
  await lan.remove()
  await endpoint.remove()
})

/** What must not be on a paper that anybody may pick up. */
const forbidden = /nghèo|poor|bệnh|phổi|CCCD|CMND/i
/** What the page's style sheet writes in the foot; empty where no paper is open. */
const footOf = (phone: Phone) =>
  phone.page.evaluate(() =>
    document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join(''),
  )
const sheetText = (phone: Phone) => phone.page.locator('.a4-papers').textContent()

it('[R-print-01] [R-print-02] [R-print-06] Lan prints her village: all 40, tents first, by given name, nothing of poverty, numbered pages', async () => {
  const { page } = lan
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', document.title)
  })
  await page.reload()
  await page.getByLabel('Đang ở').selectOption('Huồi Lê')
  await page.getByRole('link', { name: 'In danh sách của bản' }).scrollIntoViewIfNeeded()
  await lan.picture('print-from-today')
  await page.getByRole('link', { name: 'In danh sách của bản' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).waitFor()
  const text = await sheetText(lan)
  expect(text).not.toMatch(forbidden)
  expect(text).not.toContain('0912')
  await lan.picture('print-village-phone')
  await accessible(lan, 'village list')
  await page.getByRole('button', { name: 'In', exact: true }).click()
  expect(await page.locator('body').getAttribute('data-printed')).toBe('Danh sách bản Huồi Lê')

  const names = await page.locator('.paper-village tbody th[scope="row"] .paper-name').allInnerTexts()
  expect(names).toHaveLength(40)
  expect(names.slice(0, 4).map((name) => name.split(' · ')[0])).toEqual([
    'Hờ Nỏ Chò',
    'Lô Văn Páo',
    'Moong Thị Tếnh',
    'Cụt Văn Xia',
  ])
  expect(await footOf(lan)).toMatch(
    /Danh sách bản Huồi Lê · Lan in .* · Mái Ấm .*"Trang " counter\(page\) " \/ " counter\(pages\)/s,
  )
  const { pages } = await printPaper(page, 'print-village')
  expect(pages).toBe(3)

  await page.getByLabel(/In cả số điện thoại/).check()
  expect(await sheetText(lan)).toContain('0912 345 100')
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('heading', { name: 'Huồi Lê' }).waitFor()
  expect(await footOf(lan)).toBe('')
})

it('[R-print-03] the blank check has both sittings with room for every answer; signatures stand on a side of their own', async () => {
  const { page } = lan
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await lan.picture('print-from-households')
  await page.getByRole('link', { name: 'Để in' }).click()
  await page.getByLabel('Bản nào').waitFor()
  await lan.picture('print-choices')
  await accessible(lan, 'what can be printed')
  await page.getByRole('link', { name: 'Xem phiếu trống' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).waitFor()
  await lan.picture('print-blank-phone')
  await accessible(lan, 'blank sheet')
  expect(await page.locator('.paper-front').getByText('Ký hoặc điểm chỉ').count()).toBe(0)
  const { pages } = await printPaper(page, 'print-blank')
  expect(pages).toBe(4)
})

it('[R-print-04] a check as recorded is printed with its signatures, and its QR says its id and hash', async () => {
  const { page } = lan
  await page.goto(`${endpoint.url}/households/${filled.household}`)
  await page.getByRole('link', { name: 'In phiếu đã ghi' }).scrollIntoViewIfNeeded()
  await lan.picture('print-from-check')
  await page.getByRole('link', { name: 'In phiếu đã ghi' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).and(page.locator(':enabled')).waitFor()
  await lan.picture('print-check-phone')
  await accessible(lan, 'check as recorded')
  expect(await sheetText(lan)).not.toMatch(forbidden)
  const { pages, pictures } = await printPaper(page, 'print-check')
  expect(pages).toBe(2)
  const said = await readQrOf(page, pictures[0] ?? Buffer.alloc(0))
  expect(said).toBe(`mai-am:check:${filled.check.id}:${sha256Hex(entryText(filled.check))}`)
})

it('[R-print-05] the card for the family names nobody and says how the house stands', async () => {
  const { page } = lan
  await page.goto(`${endpoint.url}/households/${filled.household}`)
  await page.getByRole('link', { name: 'In phiếu kiểm tra trống' }).waitFor()
  await page.getByRole('link', { name: 'In thẻ cho gia đình' }).scrollIntoViewIfNeeded()
  await lan.picture('print-from-household')
  await page.getByRole('link', { name: 'In thẻ cho gia đình' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).waitFor()
  const text = await sheetText(lan)
  expect(text).toContain('Làm móng')
  expect(text).not.toMatch(/Páo|Huồi Lê|0912/)
  await lan.picture('print-family-phone')
  await accessible(lan, 'card for the family')
  // At night the screen is dark; paper stays white.
  await page.emulateMedia({ colorScheme: 'dark' })
  await lan.picture('print-family-phone-dark')
  expect((await printPaper(page, 'print-family')).pages).toBe(1)
  await page.emulateMedia({ colorScheme: 'light' })
})

it('[R-print-04] from a desk, in English, a reviewer prints a check with its photo', async () => {
  const mai = await enrolledPhone(endpoint, 'Thảo', 'inspector', [book], { size: deskSize })
  const { page } = mai
  await page.goto(`${endpoint.url}/people`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(`${endpoint.url}/review/${filled.check.id}`)
  await page.getByRole('link', { name: 'Print this check' }).scrollIntoViewIfNeeded()
  await mai.picture('print-from-review-english')
  await page.getByRole('link', { name: 'Print this check' }).click()
  await page.getByRole('button', { name: 'Print', exact: true }).and(page.locator(':enabled')).waitFor()
  await page.locator('.paper-photos img').waitFor()
  await mai.picture('print-check-desk-english')
  await accessible(mai, 'check as recorded, English')
  expect((await printPaper(page, 'print-check-english')).pages).toBe(2)
  await page.goto(`${endpoint.url}/print/village/${village}`)
  await page.getByText('Living in a tent: go there first').waitFor()
  await mai.picture('print-village-desk-english')
  await page.goto(`${endpoint.url}/print/blank`)
  await page.getByText('form version 1').first().waitFor()
  expect((await printPaper(page, 'print-blank-english')).pages).toBe(4)
  await page.goto(`${endpoint.url}/print/check/none`)
  await page.getByText('Not on this phone').waitFor()
  await mai.remove()
})

it('[R-print-04] printed before it was handed in, a record says so; its number and code stay the same afterwards', async () => {
  const { page } = lan
  await page.goto(`${endpoint.url}/households/${filled.household}`)
  await page.getByRole('link', { name: 'Xem lại móng' }).click()
  await page.getByRole('button', { name: /xem tất cả các bước/ }).click()
  await page.getByRole('button', { name: /Chữ ký/ }).click()
  await page.getByRole('checkbox', { name: 'Đã đọc cho gia đình nghe' }).check()
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByRole('link', { name: 'In phiếu đã ghi' }).click()
  await page.getByText('chưa gửi').waitFor()
  const before = await page.locator('.paper-mark dd').allTextContents()
  expect(before[0]).not.toBe(filled.check.id)
  await lan.offline(false)
  await page.getByText(/Đã nhận vào sổ .*, dòng \d+/).waitFor()
  expect(await page.locator('.paper-mark dd').allTextContents()).toEqual(before)
})
