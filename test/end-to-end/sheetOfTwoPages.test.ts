import { afterAll, beforeAll, expect, it } from 'vitest'
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { VisitRecorded } from '../../src/domain/entries/communeBodies.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import { dayAfter } from '../../src/domain/time/dayAfter.ts'
import { sha256Hex } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { keptOn, registerHousehold } from './support/fieldWork.ts'
import { handIn, place } from './support/handIn.ts'
import { printPaper, readQrOf } from './support/paper.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

const book = '40-417-16822'
const yesterday = dayAfter(dayOf(Date.now()), -1)
let endpoint: EndpointProcess
let lan: Phone
let hung: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [book])
  await lan.offline(true)
})
afterAll(async () => {
  await lan?.remove()
  await hung?.remove()
  await endpoint.remove()
})

const take = async ({ page }: Phone, title: string, at: number): Promise<void> => {
  await page.getByRole('button', { name: `Chụp: ${title}` }).click()
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    while (video.videoWidth === 0) await new Promise((soon) => setTimeout(soon, 50))
  })
  await page.getByRole('button', { name: 'Chụp ảnh' }).click()
  await page
    .getByRole('button', { name: `Xem ảnh: ${title}` })
    .nth(at)
    .waitFor()
}

const openHousehold = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
}

const pagesSeen = ({ page }: Phone) =>
  page
    .locator('.timeline li', { hasText: 'Chép từ giấy' })
    .getByRole('button', { name: /Tờ giấy, trang/ })
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))

const bothPages = ['Xem ảnh: Tờ giấy, trang 1/2', 'Xem ảnh: Tờ giấy, trang 2/2']

it('[R-paper-05] a visit copied from a sheet of two pages shows both together, here and on another phone', async () => {
  const { page } = lan
  await registerHousehold(lan, 'Lô Văn Páo')
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await take(lan, 'Ảnh', 0)
  await page.getByLabel(/^Thấy gì/).fill('Ông bị đau chân, con trai về giúp đào móng')
  await page.locator('summary', { hasText: 'Chép từ tờ giấy' }).click()
  await page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).check()
  await page.getByLabel('Ai ghi trên giấy').fill('Tổ trưởng Thông')
  await page.getByLabel('Ghi ngày nào').fill(yesterday)
  await take(lan, 'Tờ giấy', 0)
  await take(lan, 'Tờ giấy', 1)
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  await page.getByRole('button', { name: bothPages[1] as string }).waitFor()
  expect(await pagesSeen(lan)).toEqual(bothPages)
  await page.getByRole('link', { name: 'In lượt thăm này' }).scrollIntoViewIfNeeded()
  await lan.picture('sheet-two-pages')
  await accessible(lan, 'household with a sheet of two pages')
})

it('[R-print-07, R-paper-05] Lan prints the visit offline: what came of it, both pages, id and hash; free words only when asked for', async () => {
  const { page } = lan
  await openHousehold(lan)
  await page.getByRole('link', { name: 'In lượt thăm này' }).click()
  await page.getByRole('button', { name: 'In', exact: true }).and(page.locator(':enabled')).waitFor()
  const paper = page.locator('.a4-papers')
  for (const said of ['Gặp chủ hộ', 'Chép từ giấy, Tổ trưởng Thông ghi']) await paper.getByText(said).first().waitFor()
  await page.getByText('còn trên máy, chưa gửi').waitFor()
  // A family's own business is not on a paper that nobody asked it to be on.
  expect(await paper.textContent()).not.toMatch(/đau chân|Tờ giấy, trang/)
  await lan.picture('print-visit-phone')
  await accessible(lan, 'visit to print')
  const { pages, pictures } = await printPaper(page, 'print-visit')
  expect(pages).toBe(1)
  const { own } = await keptOn(lan)
  const visit = own.find(({ entry }) => entry.kind === 'visit.recorded')?.entry
  if (visit === undefined) throw new Error('no visit was kept')
  expect((visit.body as VisitRecorded).copied).toMatchObject({ measuredBy: 'Tổ trưởng Thông' })
  expect(await readQrOf(page, pictures[0] ?? Buffer.alloc(0))).toBe(
    `mai-am:visit:${visit.id}:${sha256Hex(entryText(visit))}`,
  )
  await page.getByRole('checkbox', { name: /In cả lời ghi và tờ giấy/ }).check()
  await paper.getByText('đau chân').waitFor()
  await paper.locator('.paper-pages img').nth(1).waitFor()
  expect(await paper.locator('.paper-pages li').allInnerTexts()).toEqual(['Tờ giấy, trang 1/2', 'Tờ giấy, trang 2/2'])
  await lan.picture('print-visit-phone-own')
  expect((await printPaper(page, 'print-visit-own')).pages).toBe(1)
})

it('[R-print-07, R-paper-05] in English from a desk, after it was handed in, both pages in order', async () => {
  await handIn(lan)
  await lan.page.getByText('Ảnh: 3 / 3 đã an toàn').waitFor()
  hung = await enrolledPhone(endpoint, 'Hùng', 'inspector', [book], { size: deskSize })
  await place(hung, 'Hộ').click()
  await openHousehold(hung)
  await hung.page.getByRole('button', { name: bothPages[1] as string }).waitFor()
  expect(await pagesSeen(hung)).toEqual(bothPages)
  await hung.page.goto(`${endpoint.url}/people`)
  await hung.page.getByRole('button', { name: 'English' }).click()
  await hung.page.getByRole('link', { name: 'Households', exact: true }).click()
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await hung.page.getByRole('link', { name: 'Print this visit' }).click()
  await hung.page.getByRole('checkbox', { name: /^Print what was written freely/ }).check()
  await hung.page.locator('.paper-pages img').nth(1).waitFor()
  await hung.page.getByText(/Received in the book of .*, line \d+/).waitFor()
  await hung.picture('print-visit-desk-english')
  expect((await printPaper(hung.page, 'print-visit-english')).pages).toBe(1)
})
