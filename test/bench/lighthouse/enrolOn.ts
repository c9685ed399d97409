import type { BrowserContext } from 'playwright'

/** Enrols by the link, through the app's own screens, and waits until the shell and the books are on the phone. */
export const enrolOn = async (context: BrowserContext, link: string): Promise<void> => {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(link)
  await page.getByLabel('Tên máy này').fill('máy đo')
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.locator('.list .row').first().waitFor()
  // What the app keeps for its next start is written soon after the first books.
  await page.waitForTimeout(8_000)
}
