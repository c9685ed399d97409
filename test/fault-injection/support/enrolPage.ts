import type { Page } from 'playwright'

/** Enrols the phone that this page is of, by its link. */
export const enrolPage = async (page: Page, origin: string, code: string, name: string): Promise<void> => {
  await page.goto(`${origin}/#enrol=${code}`)
  await page.getByLabel('Tên máy này').fill(`máy của ${name}`)
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.getByRole('heading', { name: `Chào ${name}` }).waitFor()
}

/** No signal for this page, and back again; its own files still come. */
export const noSignal = async (page: Page): Promise<void> => {
  await page.route('**/api/**', (route) => route.abort())
}
export const signalAgain = (page: Page): Promise<void> => page.unroute('**/api/**')
