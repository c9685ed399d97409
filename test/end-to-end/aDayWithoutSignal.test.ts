import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { handIn } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

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
  const phone = await enrolledPhone(endpoint, name, role, books, size ? { size } : {})
  phones.push(phone)
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
  await lan.page.getByText('Hãy chọn kết quả lượt thăm.').waitFor()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await lan.page.locator('summary', { hasText: 'Gia đình đang ở' }).click()
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
  await mai.page.getByRole('link', { name: 'Tiến độ' }).click()
  await mai.page
    .getByRole('row', { name: /^Keng Đu/ })
    .getByText('1')
    .first()
    .waitFor()
  await mai.picture('desk-board')
  await accessible(mai, 'board')
  await mai.page.getByRole('link', { name: 'Hôm nay' }).click()
  await mai.page.getByRole('button', { name: 'English' }).click()
  await mai.page.getByRole('heading', { name: 'Today', exact: true }).waitFor()
  await mai.picture('desk-today-english')
})

it('[R-check-01, R-stage-01, R-today-02] Lan checks a foundation offline; Hùng returns it, then accepts; Lan tells the family', async () => {
  const book = '40-417-16831'
  const lan = await enrolled('Lan', 'recorder', [book])
  const hung = await enrolled('Hùng', 'inspector', [book], deskSize)
  await lan.offline(true)
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await lan.page.getByLabel('Tên chủ hộ').fill('Vừ Bá Chò')
  await lan.page.getByLabel(/^Bản/).fill('Mường Lống 1')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await lan.page.getByRole('link', { name: 'Kiểm tra móng' }).click()
  await fillCheck(lan, '946,1')
  await lan.page.getByText('Hai đường chéo: lệch 2,7 cm, quá 0,7 cm').waitFor()
  await lan.picture('check-verdict')
  await lan.page.getByRole('button', { name: 'Tiếp: Chữ ký' }).click()
  await lan.page.getByText('Hãy ghi cần sửa gì').waitFor()
  await accessible(lan, 'verdict')
  await lan.page.getByLabel('Cần sửa gì').fill('Đổ lại góc 3')
  await lan.page.getByRole('button', { name: 'Tiếp: Chữ ký' }).click()
  await lan.page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await lan.page.getByText('Kiểm tra móng', { exact: true }).last().waitFor()
  await handIn(lan)

  await hung.page.getByRole('link', { name: /^Gửi/ }).click()
  await hung.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await hung.page.getByRole('link', { name: 'Duyệt', exact: true }).click()
  await hung.picture('desk-review-queue')
  await accessible(hung, 'review queue')
  await hung.page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await hung.page.getByRole('radio', { name: /sửa móng/ }).check()
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.getByText('Hãy viết lý do').waitFor()
  await hung.page.getByLabel('Lý do, bằng lời').fill('Góc 3 lệch, đổ lại')
  await hung.picture('desk-review')
  await accessible(hung, 'review')
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.getByText('Không có kiểm tra nào chờ duyệt.').waitFor()
  await handIn(hung)

  await handIn(lan)
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  await lan.page.getByText('Trả lại – sửa móng: Góc 3 lệch, đổ lại').waitFor()
  await lan.page.getByText('Có kết quả: báo gia đình biết').waitFor()
  await lan.picture('today-returned')
  await accessible(lan, 'today returned')
  await lan.page.getByRole('link', { name: /sửa móng/ }).click()
  await lan.page.getByText('Góc 3 lệch, đổ lại').waitFor()
  await fillCheck(lan, '944')
  await lan.page.getByRole('button', { name: 'Tiếp: Chữ ký' }).click()
  await lan.page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await handIn(lan)

  await handIn(hung)
  await hung.page.getByRole('link', { name: 'Duyệt', exact: true }).click()
  await hung.page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await hung.page.getByRole('radio', { name: 'Duyệt: đạt' }).check()
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.getByText('Không có kiểm tra nào chờ duyệt.').waitFor()
  await handIn(hung)
  await handIn(lan)
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  await lan.page.getByText('Móng đạt: báo gia đình biết kết quả').waitFor()
  await lan.page.getByRole('link', { name: /báo gia đình/ }).click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await lan.page
    .getByRole('group', { name: /Đã báo gia đình/ })
    .getByRole('radio', { name: 'Có' })
    .check()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByText('Móng đạt').first().waitFor()
  await lan.picture('household-passed')
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  await lan.page.getByText('Ở đây không còn việc nào hôm nay.').waitFor()
})

it('[I7, L6] the endpoint forgot Lan’s phone: she still hands in, and is told that the office must confirm it', async () => {
  const lan = await enrolled('Lan', 'recorder', ['40-417-16816'])
  await lan.offline(true)
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await lan.page.getByLabel('Tên chủ hộ').fill('Cụt Văn Hùng')
  await lan.page.getByLabel(/^Bản/).fill('Xiềng Tắm')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await lan.page.getByRole('heading', { name: 'Cụt Văn Hùng' }).waitFor()
  const books = await openBooks(endpoint.dir)
  await books.db.deleteFrom('devices').where('personName', '=', 'Lan').execute()
  await books.close()
  await handIn(lan)
  await lan.page.getByText('Ghi chép: đã nhận đủ 1').waitFor()
  await lan.page.getByText('chờ văn phòng xác nhận máy này').waitFor()
})

/** Walks through the checklist of a finished foundation; `diagonal` is the second one, as typed. */
const fillCheck = async ({ page, picture }: Phone, diagonal: string): Promise<void> => {
  const next = () => page.getByRole('button', { name: /^Tiếp/ }).click()
  const values: { [title: string]: string[] } = {
    'Chiều dài': ['800'],
    'Chiều rộng': ['500,0'],
    'Hai đường chéo': ['943,4', diagonal],
    'Cao hơn mặt đất bên ngoài': ['32'],
    'Bê tông đã đổ được bao nhiêu ngày': ['9'],
    'Số bu lông': ['24'],
  }
  await next()
  for (;;) {
    const title = (await page.locator('h1').textContent()) ?? ''
    if (title === 'Kết luận') return
    const typed = values[title]
    if (typed !== undefined) {
      for (const [at, value] of typed.entries()) await page.locator('input[inputmode=decimal]').nth(at).fill(value)
    }
    if (title === 'Hai đường chéo' && diagonal === '946,1') {
      await page.getByText('quá 0,7 cm').waitFor()
      await picture('check-diagonals')
    }
    // A tap on a well answer goes on by itself.
    const well = page.getByRole('radio', { name: 'Đạt', exact: true })
    if (typed === undefined && (await well.isVisible())) await well.click()
    else await next()
    await page.locator('h1', { hasNotText: title }).waitFor()
  }
}
