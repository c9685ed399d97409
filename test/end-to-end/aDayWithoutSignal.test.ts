import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, deskSize, openPhone, type Phone } from './support/phone.ts'

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (
  name: string,
  role: string,
  books: string[],
  size?: { width: number; height: number },
): Promise<Phone> => {
  const { link } = endpoint.invite(name, role, books)
  const phone = await openPhone({ url: link, ...(size ? { size } : {}) })
  phones.push(phone)
  await phone.page.getByLabel('Tên máy này').fill(`máy của ${name}`)
  await phone.page.getByRole('button', { name: 'Vào sổ' }).click()
  await phone.page.getByRole('link', { name: 'Gửi' }).waitFor()
  // The shell is whole on the phone before she leaves the signal.
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return phone
}

it('[I1, I2, L12] Lan enrols, loses the signal, records, is killed, comes back, and hands in on the road home', async () => {
  const lan = await enrolled('Lan', 'recorder', ['40-417-16822'])
  expect(lan.page.url()).not.toContain('enrol=')
  await lan.picture('enrolled-today')
  await accessible(lan, 'today')

  // In the village: the endpoint is gone and there is no network.
  await endpoint.kill()
  await lan.offline(true)
  await lan.reopen({ offline: true })
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByText('Hãy ghi tên chủ hộ.').waitFor()
  await lan.page.getByLabel('Tên chủ hộ').fill('Lô Văn Páo')
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByText('Bản nháp đã lưu trên máy').waitFor()

  // The battery dies in the middle of the form; everything typed is there again.
  await lan.reopen({ offline: true })
  await lan.page.goto(`${endpoint.url}/households/new`)
  expect(await lan.page.getByLabel('Tên chủ hộ').inputValue()).toBe('Lô Văn Páo')
  await lan.picture('register-draft-back')
  await accessible(lan, 'register')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()

  await lan.page.getByRole('link', { name: 'Thăm hộ' }).click()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByText('Hãy chọn kết quả chuyến thăm.').waitFor()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await lan.page.getByRole('radio', { name: 'đang ở lều tạm' }).check()
  await lan.page.getByLabel('Thấy gì').fill('Đã san nền, cần 10 bao xi măng')
  await lan.picture('visit')
  await accessible(lan, 'visit')
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByText('Đã san nền, cần 10 bao xi măng').waitFor()
  await lan.picture('household')
  await accessible(lan, 'household')

  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByText('Ghi chép: 0 / 2').waitFor()
  await lan.picture('hand-in-waiting')
  await accessible(lan, 'hand-in')

  // Searching without diacritics.
  await lan.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await lan.page.getByLabel(/Tìm tên chủ hộ/).fill('lo van pao')
  await lan.page.getByRole('link', { name: /Lô Văn Páo/ }).waitFor()
  await lan.picture('households')
  await accessible(lan, 'households')

  // On the road home.
  await endpoint.startAgain()
  await lan.offline(false)
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await lan.page.getByText('Ghi chép: đã nhận đủ 2').waitFor()
  await lan.picture('hand-in-done')

  // The district sees the same book.
  const mai = await enrolled('Mai', 'district', [], deskSize)
  await mai.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await mai.page.getByRole('link', { name: /Lô Văn Páo/ }).click()
  await mai.page.getByText('Đã san nền, cần 10 bao xi măng').waitFor()
  await mai.picture('desk-household')
  await accessible(mai, 'desk household')
  await mai.page.getByRole('link', { name: 'Hôm nay' }).click()
  await mai.page.getByRole('button', { name: 'English' }).click()
  await mai.page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  await mai.picture('desk-today-english')
})
