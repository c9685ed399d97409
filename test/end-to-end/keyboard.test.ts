import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { beginsAt, stopOf, tabTo } from './support/byKeys.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { openPhone, type Phone } from './support/phone.ts'

let endpoint: EndpointProcess
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  await lan?.remove()
  await endpoint?.remove()
})

it('[R-keyboard-01] Lan enrols, registers a household and records a visit with keys alone', async () => {
  const { link } = endpoint.invite('Lan', 'recorder', ['40-417-16831'])
  lan = await openPhone({ url: link, size: { width: 360, height: 740 } })
  const { page } = lan
  const press = (key: string) => page.keyboard.press(key)
  await page.getByRole('heading', { name: 'Bắt đầu dùng Mái Ấm' }).waitFor()
  await tabTo(page, /^Tên máy này/)
  await page.keyboard.type('máy của Lan')
  await tabTo(page, /^Vào sổ$/)
  await press('Enter')
  await beginsAt(page, /Chào Lan/)
  await tabTo(page, /^Hộ$/, 'Shift+Tab')
  await press('Enter')
  await beginsAt(page, /^Hộ$/)
  await tabTo(page, /^Ghi hộ mới$/)
  await press('Enter')
  await beginsAt(page, /Ghi hộ mới/)

  // Saving too early leads to the first field that is wrong.
  await tabTo(page, /^Lưu hộ$/)
  await press('Enter')
  await expect.poll(async () => (await stopOf(page)).name).toMatch(/^Bản|^Tên chủ hộ/)
  await fill(page, /^Tên chủ hộ/, 'Vừ Bá Chò')
  await fill(page, /^Bản/, 'Mường Lống 1', 'Shift+Tab')
  await tabTo(page, /^Lưu hộ$/)
  await press('Enter')
  await beginsAt(page, /Vừ Bá Chò/)

  await tabTo(page, /^Thăm hộ$/)
  await press('Enter')
  await beginsAt(page, /Thăm hộ/)
  await tabTo(page, /^Đổi/)
  await press('Enter')
  await expect.poll(async () => (await stopOf(page)).tag).toBe('INPUT')
  await tabTo(page, /^Gặp chủ hộ$/)
  await press('ArrowDown')
  expect((await stopOf(page)).name).toBe('Gặp người khác')
  await press('ArrowUp')
  await press('Space')
  await tabTo(page, /^Thấy gì/)
  await page.keyboard.type('Đã san nền')
  await tabTo(page, /^Cần gì/)
  await press('Enter')
  await tabTo(page, /^Xi măng$/i)
  await press('Space')
  await tabTo(page, /^Lưu lượt thăm$/)
  await press('Enter')
  await beginsAt(page, /Vừ Bá Chò/)
  await page.getByText('Đã san nền').waitFor()
})

it('[R-keyboard-01] and checks a foundation: every step, a remark, what is out of sight, who was absent, and the save', async () => {
  const { page } = lan
  const press = (key: string) => page.keyboard.press(key)
  await tabTo(page, /^Lập công trình nhà mới$/)
  await press('Enter')
  await page.getByRole('link', { name: 'Kiểm tra móng' }).waitFor()
  expect((await stopOf(page)).tag, 'the focus after the button that went').not.toBe('BODY')
  await tabTo(page, /^Kiểm tra móng$/, 'Shift+Tab')
  await press('Enter')
  await beginsAt(page, /Bắt đầu/)
  await tabTo(page, /^Tiếp/)
  await press('Enter')
  let remarked = false
  let gone = false
  for (let step = 0; step < 30; step += 1) {
    await page.waitForFunction((begin) => document.querySelector('h1')?.textContent !== begin, 'Bắt đầu')
    const title = (await page.locator('h1').textContent()) ?? ''
    if (title === 'Kết luận') break
    const at = await stopOf(page)
    expect(at.tag, `the focus as “${title}” begins`).toMatch(/H1|INPUT/)
    const numbers = numbersOf[title]
    if (numbers !== undefined) {
      for (const [index, number] of numbers.entries()) {
        if (index > 0) await press('Tab')
        await page.keyboard.type(number)
      }
    } else if (await page.getByRole('radio', { name: 'Đạt', exact: true }).isVisible()) {
      if (!gone && remarked) {
        await tabTo(page, /^Không còn nhìn thấy$/)
        await press('Enter')
        await page.getByText('Biết nhờ đâu').waitFor()
        expect((await stopOf(page)).tag, 'the focus after “no longer in sight”').not.toBe('BODY')
        await tabTo(page, /không biết|ảnh của gia đình|lời trưởng bản/i, 'Shift+Tab')
        await press('ArrowUp')
        gone = true
      } else {
        await tabTo(page, /^Đạt$/)
        await press('Space')
      }
      if (!remarked) {
        await tabTo(page, /^Thêm ghi chú$/)
        await press('Enter')
        await expect.poll(async () => (await stopOf(page)).tag).toBe('TEXTAREA')
        await page.keyboard.type('đất chắc')
        remarked = true
      }
    }
    await goOn(page, title)
  }
  expect([remarked, gone]).toEqual([true, true])
  const mend = page.getByLabel('Cần sửa gì')
  if (await mend.isVisible()) {
    await fill(page, /^Cần sửa gì/, 'Đo lại bu lông')
    await fill(page, /^Trước ngày/, '12202026')
  }
  await goOn(page, 'Kết luận')
  await beginsAt(page, /Chữ ký/)
  await tabTo(page, /Đã đọc cho gia đình nghe/)
  await press('Space')
  await tabTo(page, /^Trưởng bản/)
  await press('Enter')
  await tabTo(page, /^(Ký trên máy|Ký trên giấy|Vắng)$/)
  for (let times = 0; times < 6 && (await stopOf(page)).name !== 'Vắng'; times += 1) await press('ArrowDown')
  await press('Space')
  await tabTo(page, /^Vì sao vắng/)
  await page.keyboard.type('đi họp xã')
  await tabTo(page, /^Lưu kiểm tra$/)
  await press('Enter')
  await beginsAt(page, /Vừ Bá Chò/)
  await page.getByText('Chờ duyệt').waitFor()
})

const numbersOf: { [title: string]: string[] } = {
  'Chiều dài': ['800'],
  'Chiều rộng': ['500'],
  'Hai đường chéo': ['943,4', '944'],
  'Cao hơn mặt đất bên ngoài': ['32'],
  'Bê tông đã đổ được bao nhiêu ngày': ['9'],
  'Số bu lông': ['24'],
}

const fill = async (page: Page, name: RegExp, text: string, key?: 'Shift+Tab'): Promise<void> => {
  if (!name.test((await stopOf(page)).name)) await tabTo(page, name, key)
  await page.keyboard.type(text)
}

/** The button that goes on, by Tab and Enter; then another step stands there and the focus is in it. */
const goOn = async (page: Page, title: string): Promise<void> => {
  await tabTo(page, /^Tiếp/)
  await page.keyboard.press('Enter')
  await page.locator('h1', { hasNotText: title }).waitFor()
}
