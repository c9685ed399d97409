import { keptOn, registerHousehold } from '../../end-to-end/support/fieldWork.ts'
import { handIn } from '../../end-to-end/support/handIn.ts'
import { openPhone, type Phone } from '../../end-to-end/support/phone.ts'

/** Lan's day with the app itself: enrolled, out of signal, a household and a visit with a photo, back, handed in. */
export const lanAtWork = async (link: string, othersWork: () => Promise<void>): Promise<string> => {
  const lan = await openPhone({ url: link })
  try {
    const { page } = lan
    await page.getByLabel('Tên máy này').fill('máy của Lan')
    await page.getByRole('button', { name: 'Vào sổ' }).click()
    await page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await handIn(lan)
    await lan.offline(true)
    await registerHousehold(lan, 'Lô Văn Páo')
    await visitWithPhoto(lan)
    await handIn(lan)
    while ((await keptOn(lan)).photos.some(({ state }) => state !== 'safe')) await page.waitForTimeout(100)
    await othersWork()
    await handIn(lan)
    return await page.evaluate(
      () => (JSON.parse(localStorage.getItem('mai-am-mark') ?? '{}') as { device: string }).device,
    )
  } finally {
    await lan.remove()
  }
}

const visitWithPhoto = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await page
    .getByRole('button', { name: /^Chụp: / })
    .first()
    .click()
  await page
    .locator('input[type=file]')
    .last()
    .setInputFiles({ name: 'móng.png', mimeType: 'image/png', buffer: await aSmallPicture(page) })
  await page.getByRole('button', { name: /^Xem ảnh/ }).waitFor()
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
}

/** So few points that what is kept of it weighs a kilobyte or two. */
const aSmallPicture = async (page: Phone['page']): Promise<Buffer> => {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 96
    canvas.height = 72
    const pen = canvas.getContext('2d')
    if (pen !== null) for (let at = 0; at < 12; at += 1) pen.fillRect(at * 8, at * 6, 5, 5)
    return canvas.toDataURL('image/png')
  })
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}
