import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { registerHousehold } from './support/fieldWork.ts'
import { handIn, place } from './support/handIn.ts'
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

/** *Chia việc* of the village, opened from *Hôm nay*. */
const shareOut = async (phone: Phone): Promise<void> => {
  await place(phone, 'Hôm nay').click()
  await phone.page.getByRole('link', { name: 'Chia việc' }).click()
  const village = phone.page.getByLabel(/^Bản/)
  if ((await village.inputValue()) === '') await village.selectOption('Huồi Lê')
  await phone.page.getByRole('checkbox', { name: /Lô Văn Páo/ }).waitFor()
}

const taken = async ({ page }: Phone): Promise<string[]> => {
  const rows = await page
    .locator('.row.mine', { has: page.locator('input:checked') })
    .locator('.name')
    .allInnerTexts()
  return rows.sort()
}

const take = async (phone: Phone, ...names: string[]): Promise<void> => {
  for (const name of names) await phone.page.getByRole('checkbox', { name: new RegExp(name) }).check()
}

const visit = async ({ page }: Phone, name: string, outcome: string, findings: string): Promise<void> => {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: outcome }).check()
  await page.getByLabel(/^Thấy gì/).fill(findings)
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

it('[R-mine-01, R-mine-04] two phones of one team share out a village: each keeps its own marks, a family that both visit has both records', async () => {
  const [lan, hoa] = [await enrolled('Lan'), await enrolled('Hoa')]
  for (const name of ['Lô Văn Páo', 'Vừ Bá Chò', 'Xồng Y Xia']) await registerHousehold(lan, name)
  await handIn(lan)
  await handIn(hoa)
  // In the village neither hears the other.
  for (const phone of [lan, hoa]) await phone.offline(true)

  await shareOut(lan)
  await take(lan, 'Lô Văn Páo', 'Vừ Bá Chò')
  // Lan tells Hoa: by a text, or across the yard. Hoa’s phone knows nothing of it, and says so.
  await lan.page.getByText('Lan nhận:').waitFor()
  await lan.picture('mine-lan')
  await shareOut(hoa)
  expect(await taken(hoa)).toEqual([])
  await hoa.page.getByText('chỉ nằm trên máy này').waitFor()
  // Both mean to go to Páo: a mark locks nothing.
  await take(hoa, 'Lô Văn Páo', 'Xồng Y Xia')
  await hoa.picture('mine-hoa')
  await accessible(hoa, 'mine, the other phone')

  await visit(lan, 'Lô Văn Páo', 'Gặp chủ hộ', 'Đã đào xong hố móng')
  await visit(hoa, 'Lô Văn Páo', 'Đi vắng', 'Cửa đóng, gọi không ai thưa')

  // Back in range. What each recorded comes to both; the marks stay where they were made.
  await handIn(lan)
  await handIn(hoa)
  await handIn(lan)
  for (const phone of [lan, hoa]) {
    const { page } = phone
    await page.getByRole('link', { name: 'Hộ', exact: true }).click()
    await page.getByRole('link', { name: /Lô Văn Páo/ }).click()
    const lines = page.locator('.timeline li', { hasText: 'Lượt thăm' })
    await lines.nth(1).waitFor()
    expect(await lines.count()).toBe(2)
    const said = (await lines.allInnerTexts()).join('\n')
    for (const part of ['Lan', 'Đã đào xong hố móng', 'Hoa', 'Cửa đóng, gọi không ai thưa'])
      expect(said).toContain(part)
  }
  await hoa.page.locator('.timeline').scrollIntoViewIfNeeded()
  await hoa.picture('mine-both-records')
  await shareOut(lan)
  expect(await taken(lan)).toEqual(['Lô Văn Páo', 'Vừ Bá Chò'])
  await shareOut(hoa)
  expect(await taken(hoa)).toEqual(['Lô Văn Páo', 'Xồng Y Xia'])
})
