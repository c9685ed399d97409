import type { Page } from 'playwright'
import { expect } from 'vitest'
import type { Phone } from './phone.ts'

/** The step after this one. */
export const next = (page: Page) => page.getByRole('button', { name: /^Tiếp/ }).click()

/** A signer's slot, folded. */
export const slot = (page: Page, title: string) => page.locator('.signers summary', { hasText: title })

const well: { [title: string]: string[] } = {
  'Chiều dài': ['800'],
  'Chiều rộng': ['500,0'],
  'Hai đường chéo': ['943,4', '944'],
  'Cao hơn mặt đất bên ngoài': ['32'],
  'Bê tông đã đổ được bao nhiêu ngày': ['9'],
  'Số bu lông': ['24'],
  'Bề rộng hố móng, ba điểm': ['40', '41', '40'],
  'Chiều sâu hố móng, ba điểm': ['45', '44', '46'],
}

/** Walks on with good answers (or these) until a step of that title stands on the screen. */
export const answerUntil = async (
  page: Page,
  until: string,
  other: { [title: string]: string[] } = {},
): Promise<void> => {
  for (;;) {
    const title = (await page.locator('h1').textContent()) ?? ''
    if (title === until) return
    for (const [at, value] of (other[title] ?? well[title] ?? []).entries())
      await page.locator('input[inputmode=decimal]').nth(at).fill(value)
    const yes = page.getByRole('radio', { name: /^(Đạt|Đá)$/ })
    if (await yes.isVisible()) await yes.click()
    else await next(page)
    await page.locator('h1', { hasNotText: title }).waitFor()
  }
}

/** Two strokes with the finger, as a name is signed. */
export const drawOn = async (page: Page): Promise<void> => {
  const pad = page.locator('.signature svg')
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (box === null) throw new Error('no pad on the screen')
  const to = (x: number, y: number, steps = 8) =>
    page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps })
  await to(0.15, 0.6, 1)
  await page.mouse.down()
  for (const [x, y] of [
    [0.25, 0.2],
    [0.3, 0.7],
    [0.4, 0.35],
    [0.5, 0.65],
    [0.62, 0.4],
  ] as const)
    await to(x, y)
  await page.mouse.up()
  await to(0.55, 0.75, 1)
  await page.mouse.down()
  await to(0.85, 0.55)
  await page.mouse.up()
}

/** Text at 200 %: nothing is wider than the screen. */
export const doubled = async ({ page, picture }: Phone, name: string): Promise<void> => {
  const sized = (size: string) =>
    page.evaluate((to) => {
      document.documentElement.style.fontSize = to
      return document.documentElement.scrollWidth - document.documentElement.clientWidth
    }, size)
  expect(await sized('200%'), name).toBe(0)
  await picture(name)
  await sized('')
}
