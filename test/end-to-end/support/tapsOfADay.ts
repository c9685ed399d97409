import type { Page } from 'playwright'
import { firstChecklist } from '../../../src/domain/foundation/firstChecklist.ts'
import { itemsOf } from '../../../src/domain/foundation/suggestVerdict.ts'
import type { Phone } from './phone.ts'

/** How many taps the things done most take; `items` is how many the check asks. */
export type TapsOfADay = { visit: number; photo: number; check: number; items: number }

/** Registers a household on a phone without signal, visits it with the head met, checks its foundation, takes a photo. */
export const tapsOfADay = async (lan: Phone): Promise<TapsOfADay> => {
  const { page } = lan
  await lan.offline(true)
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByLabel('Tên chủ hộ').fill('Lô Văn Páo')
  await page.getByLabel(/^Bản/).fill('Huồi Lê')
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()

  await page.getByRole('link', { name: 'Hôm nay' }).click()
  const visit = await taps(page, async () => {
    await page.getByRole('link', { name: /Lô Văn Páo/ }).tap()
    await page.getByRole('radio', { name: 'Gặp chủ hộ' }).tap()
    await page.getByRole('button', { name: 'Lưu lượt thăm' }).tap()
    await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  })

  await page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await page.getByRole('link', { name: 'Chuyển giai đoạn' }).click()
  await page.getByRole('radio', { name: 'Làm móng' }).check()
  await page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  await page.getByRole('link', { name: 'Hôm nay' }).click()
  // From the line on Hôm nay to the verdict; numbers are typed where the keyboard already is.
  const check = await taps(page, async () => {
    await page.getByRole('link', { name: /Lô Văn Páo.*Kiểm tra/ }).tap()
    await answerAll(page)
    await page.getByRole('button', { name: /^Tiếp/ }).tap()
    await page.getByRole('heading', { name: 'Kết luận' }).waitFor()
  })
  await page.getByRole('button', { name: 'Trước' }).click()
  await page.getByRole('heading', { name: 'Ảnh móng' }).waitFor()
  const photo = await taps(page, async () => {
    await page
      .getByRole('button', { name: /^Chụp: / })
      .first()
      .tap()
    await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
      while (video.videoWidth === 0) await new Promise((soon) => setTimeout(soon, 50))
    })
    await page.getByRole('button', { name: 'Chụp ảnh' }).tap()
    await page.getByRole('button', { name: /^Xem ảnh/ }).waitFor()
  })
  const items = itemsOf(firstChecklist, 'done').length
  return { visit, photo, check, items }
}

/** How often the screen was really touched while something was done. */
const taps = async (page: Page, act: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const counted = window as unknown as { taps: number; counting?: true }
    counted.taps = 0
    if (counted.counting) return
    counted.counting = true
    document.addEventListener('touchstart', () => (counted.taps += 1), { capture: true, passive: true })
  })
  await act()
  return page.evaluate(() => (window as unknown as { taps: number }).taps)
}

const well: { [title: string]: string[] } = {
  'Chiều dài': ['800'],
  'Chiều rộng': ['500,0'],
  'Hai đường chéo': ['943,4', '943,6'],
  'Cao hơn mặt đất bên ngoài': ['32'],
  'Bê tông đã đổ được bao nhiêu ngày': ['9'],
  'Số bu lông': ['24'],
}

/** One tap a step until the photos: an answer that is well goes on by itself. */
const answerAll = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { name: 'Bắt đầu' }).waitFor()
  for (;;) {
    const title = (await page.locator('h1').textContent()) ?? ''
    if (title === 'Ảnh móng') return
    const numbers = page.locator('input[inputmode=decimal]')
    for (const [at, value] of (well[title] ?? []).entries()) {
      // The first number has the keyboard from the beginning.
      if (at === 0 && !(await numbers.first().evaluate((field) => field === document.activeElement)))
        throw new Error(`the keyboard is not at the first number of ${title}`)
      await numbers.nth(at).fill(value)
    }
    const yes = page.getByRole('radio', { name: 'Đạt', exact: true })
    if (await yes.isVisible()) await yes.tap()
    else await page.getByRole('button', { name: /^Tiếp/ }).tap()
    await page.locator('h1', { hasNotText: title }).waitFor()
  }
}
