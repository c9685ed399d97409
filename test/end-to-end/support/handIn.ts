import type { Locator } from 'playwright'
import type { Phone } from './phone.ts'

/** One of the app's places, under the thumb or on the rail. */
export const place = ({ page }: Phone, name: string | RegExp): Locator =>
  page.getByRole('navigation').getByRole('link', { name })

/** Back in range: all entries are handed in, and what is new there has come when the button can be tapped again. */
export const handIn = async (phone: Phone): Promise<void> => {
  const button = phone.page.getByRole('button', { name: 'Gửi ngay' })
  await phone.offline(false)
  await place(phone, /^Gửi/).click()
  // What stands on the screen from the hand-in before says nothing of this one: its own answer is waited for.
  const answered = phone.page.waitForResponse((response) => new URL(response.url()).pathname === '/api/sync')
  await button.click()
  await answered
  await phone.page.getByText(/Ghi chép: đã nhận đủ|Chưa có gì để gửi/).waitFor()
  await button.and(phone.page.locator(':enabled')).waitFor()
}
