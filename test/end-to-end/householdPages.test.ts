import { mkdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { fillCommune } from './support/filledCommune.ts'
import { handIn, place } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'

const kengDu = '40-417-16822'
const myLy = '40-417-16816'

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  mkdirSync('test/pictures', { recursive: true })
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, role: string, books: string[], size = { width: 360, height: 740 }) => {
  const phone = await enrolledPhone(endpoint, name, role, books, { size })
  phones.push(phone)
  return phone
}

const register = async ({ page }: Phone, name: string, village: string): Promise<void> => {
  await page.goto(`${endpoint.url}/households/new`)
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill(village)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const openHousehold = async (phone: Phone, name: string): Promise<void> => {
  await place(phone, 'Hộ').click()
  await phone.page.getByRole('link', { name: new RegExp(name) }).click()
  await phone.page.getByRole('heading', { name }).waitFor()
}

const amendPhone = async (phone: Phone, name: string, number: string): Promise<void> => {
  await openHousehold(phone, name)
  await phone.page.getByRole('link', { name: 'Sửa thông tin' }).click()
  await phone.page.getByLabel('Điện thoại').fill(number)
  await phone.page.getByText('Sẽ ghi: Điện thoại').waitFor()
}

it('[R-take-01, R-take-02] Lan sees that her phone is ready, asks it to keep the data, and it is still ready offline', async () => {
  const lan = await enrolled('Lan', 'recorder', [kengDu, myLy])
  await lan.page.getByRole('link', { name: /Sẵn sàng đi vùng không sóng/ }).click()
  await lan.page.getByRole('heading', { name: 'Mang theo', exact: true }).waitFor()
  await lan.page.getByText('Keng Đu: 0 hộ').waitFor()
  await lan.page.getByText(/^Đủ, bản /).waitFor()
  await lan.page.getByText(/lượt thăm có ảnh/).waitFor()
  await lan.picture('take-along-ready')
  await accessible(lan, 'take along')
  await lan.page.getByRole('button', { name: 'Xin máy giữ dữ liệu' }).click()
  await lan.page.getByText(/Máy hứa giữ|Máy chưa hứa giữ/).waitFor()

  await endpoint.kill()
  await lan.reopen({ offline: true })
  await lan.page.goto(`${endpoint.url}/take-along`)
  await lan.page.getByText('Sẵn sàng đi vùng không sóng').waitFor()
  await register(lan, 'Moong Thị Lan', 'Huồi Lê')
  await lan.page.goto(`${endpoint.url}/take-along`)
  await lan.page.getByText('Còn ghi chép chưa gửi').waitFor()
  await lan.picture('take-along-missing')
  await lan.page.getByRole('button', { name: 'Lấy về ngay' }).click()
  await lan.page.getByText('Không có mạng. Những gì đã lấy về vẫn còn').waitFor()
  await endpoint.startAgain()
})

it('[R-amend-01, R-amend-02, L15] two phones write different numbers; a person sees both and chooses', async () => {
  const lan = await enrolled('Lan', 'recorder', [kengDu])
  const hung = await enrolled('Hùng', 'inspector', [kengDu], deskSize)
  await register(lan, 'Lô Văn Páo', 'Huồi Lê')
  await handIn(lan)
  await handIn(hung)

  await lan.offline(true)
  await amendPhone(lan, 'Lô Văn Páo', '12')
  await lan.page.getByText('Số điện thoại chỉ gồm chữ số').waitFor()
  await lan.picture('amend-wrong')
  await accessible(lan, 'amend')
  await lan.page.getByText('Bản nháp đã lưu trên máy').waitFor()
  // The page is killed; what was typed is there again.
  await lan.reopen({ offline: true })
  await openHousehold(lan, 'Lô Văn Páo')
  await lan.page.getByRole('link', { name: 'Sửa thông tin' }).click()
  expect(await lan.page.getByLabel('Điện thoại').inputValue()).toBe('12')
  await lan.page.getByLabel('Điện thoại').fill('0912 345 678')
  await lan.page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await lan.page.getByRole('link', { name: 'Gọi 0912 345 678' }).waitFor()

  await amendPhone(hung, 'Lô Văn Páo', '0977 000 111')
  await hung.picture('desk-amend')
  await hung.page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await hung.page.getByRole('link', { name: 'Gọi 0977 000 111' }).waitFor()
  await handIn(hung)
  await handIn(lan)
  await handIn(hung)

  await openHousehold(hung, 'Lô Văn Páo')
  await hung.page.getByText('Hai người ghi khác nhau').waitFor()
  await hung.picture('desk-household-conflict')
  await accessible(hung, 'conflict')
  await hung.page.getByRole('link', { name: 'Chọn giá trị đúng' }).click()
  await hung.page.getByRole('radio', { name: /0977 000 111 – Hùng/ }).waitFor()
  await hung.picture('desk-amend-settle')
  await accessible(hung, 'settle')
  await hung.page.getByRole('radio', { name: /0912 345 678 – Lan/ }).check()
  await hung.page.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await hung.page.getByRole('link', { name: 'Gọi 0912 345 678' }).waitFor()
  await handIn(hung)
  await handIn(lan)
  await openHousehold(lan, 'Lô Văn Páo')
  await lan.page.getByRole('link', { name: 'Gọi 0912 345 678' }).waitFor()
  expect(await lan.page.getByText('Hai người ghi khác nhau').count()).toBe(0)
})

it('[R-money-01, R-hold-01, R-stage-01] Lan moves a build, records what was given, pauses it and writes a note, all offline', async () => {
  const lan = await enrolled('Lan', 'recorder', [kengDu])
  await lan.offline(true)
  await register(lan, 'Vi Thị Hoa', 'Huồi Lê')
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await lan.page.getByRole('link', { name: 'Kiểm tra móng' }).waitFor()

  await lan.page.getByRole('link', { name: 'Chuyển giai đoạn' }).click()
  await lan.page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await lan.page.getByText('Hãy chọn giai đoạn.').waitFor()
  expect(await lan.page.getByRole('radio', { name: 'Móng đạt' }).isDisabled()).toBe(true)
  await lan.page.getByRole('radio', { name: 'Làm móng' }).check()
  await lan.picture('stage')
  await accessible(lan, 'stage')
  await lan.page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await lan.page.locator('.tag', { hasText: 'Làm móng' }).waitFor()

  await lan.page.getByRole('link', { name: 'Ghi nguồn lực' }).click()
  await lan.page.getByRole('radio', { name: 'Tiền' }).check()
  await lan.page.getByText('Tiền đối ứng và tiền nhà hảo tâm do văn phòng ghi.').waitFor()
  expect(await lan.page.getByRole('radio', { name: 'Nhà hảo tâm' }).count()).toBe(0)
  await lan.page.getByLabel('Số tiền, đồng').pressSequentially('1500000')
  expect(await lan.page.getByLabel('Số tiền, đồng').inputValue()).toBe('1.500.000')
  await lan.picture('contribution')
  await accessible(lan, 'contribution')
  await lan.page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await lan.page.getByRole('row', { name: /Gia đình tự lo.*1\.500\.000/ }).waitFor()
  await lan.page.getByRole('link', { name: 'Ghi nguồn lực' }).click()
  await lan.page.getByRole('radio', { name: 'Công của tổ' }).check()
  await lan.page.getByLabel('Số công').fill('2,5')
  await lan.page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await lan.page.getByText('Đã trao cho ai? Hãy ghi tên.').waitFor()
  await lan.page.getByLabel('Trao cho ai').fill('Vi Thị Hoa')
  await lan.page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await lan.page.getByText('Đã trao 2,5 công', { exact: true }).waitFor()

  await lan.page.getByRole('link', { name: 'Tạm dừng, thôi làm' }).click()
  await lan.page.getByRole('radio', { name: 'Tạm dừng' }).check()
  await lan.page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await lan.page.getByText('Hãy ghi lý do.').waitFor()
  await lan.page.getByLabel('Lý do').fill('Nhà có tang')
  await accessible(lan, 'hold')
  await lan.page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await lan.page.getByText('Nhà có tang').first().waitFor()
  await lan.page.getByRole('link', { name: 'Ghi chú' }).click()
  await lan.page.getByLabel('Ghi chú về hộ này').fill('Trưởng bản giữ chìa khóa kho xi măng')
  await lan.page.getByRole('button', { name: 'Lưu ghi chú' }).click()
  await lan.page.getByText('Trưởng bản giữ chìa khóa kho xi măng').waitFor()
  await lan.picture('household-page')
  await accessible(lan, 'household page')
  await handIn(lan)
})

it('[L6, L18, I7] an entry that was kept aside says why, opens, and goes into a file; nothing is taken off the phone', async () => {
  const lan = await enrolled('Lan', 'recorder', [kengDu, myLy])
  await lan.offline(true)
  await register(lan, 'Lương Văn Khăm', 'Xiềng Tắm')
  // Meanwhile the office took the commune from her phone.
  const books = await openBooks(endpoint.dir)
  const mine = await books.db.selectFrom('devices').selectAll().where('books', 'like', `%${myLy}%`).execute()
  for (const { id } of mine)
    await books.db
      .updateTable('devices')
      .set({ books: JSON.stringify([myLy]), changed: 1, certificate: null })
      .where('id', '=', id)
      .execute()
  await books.close()
  await lan.offline(false)
  await place(lan, /^Gửi/).click()
  await lan.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await lan.page.getByText('Giữ lại: không thuộc xã của bạn').waitFor()
  await lan.picture('hand-in-held')
  await accessible(lan, 'hand-in held')
  await lan.page.getByRole('link', { name: /Giữ lại/ }).click()
  await lan.page.getByText('Không có gì bị xóa').waitFor()
  await lan.picture('hand-in-entry')
  await accessible(lan, 'entry')
  const download = lan.page.waitForEvent('download')
  await lan.page.getByRole('button', { name: 'Xuất ra tệp' }).click()
  const file = await (await download).path()
  const exported = JSON.parse(readFileSync(file, 'utf8'))
  expect(exported).toMatchObject({
    what: 'Ghi tên vào danh sách',
    entry: { kind: 'household.registered', body: { headName: 'Lương Văn Khăm' } },
    delivery: { at: 'held', code: 'not-your-book' },
  })
  expect(exported.hash).toMatch(/^[0-9a-f]{64}$/)
  await lan.page.getByText('Đã xuất tệp').waitFor()
  await lan.page.getByRole('link', { name: 'Mở hộ để ghi lại cho đúng' }).waitFor()
})

it('[R-review-02, R-review-01, R-today-04, R-leave-01, R-today-02] Hùng returns a check for one photo; Lan reads which, in words', async () => {
  await fillCommune(endpoint, myLy, 48)
  const hung = await enrolled('Hùng', 'inspector', [myLy], deskSize)
  await handIn(hung)
  await place(hung, 'Duyệt').click()
  await hung.page.getByRole('row').nth(2).waitFor()
  await hung.picture('desk-queue')
  await accessible(hung, 'queue')
  await hung.page.getByRole('link', { name: 'Lô Văn Páo' }).click()
  await hung.page.getByRole('img', { name: 'Chữ ký: Chủ hộ' }).waitFor()
  await hung.page.getByRole('radio', { name: /bổ sung ảnh/ }).check()
  await hung.page.getByRole('checkbox', { name: 'Bu lông neo' }).check()
  await hung.page.getByLabel('Lý do, bằng lời').fill('Chưa thấy bu lông')
  await hung.picture('desk-review-check')
  await accessible(hung, 'review check')
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  // The next one that waits comes by itself.
  await hung.page.getByRole('heading', { name: 'Lô Văn Khăm' }).waitFor()
  await hung.page.getByRole('radio', { name: 'Duyệt: đạt' }).check()
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.getByText('Không có kiểm tra nào chờ duyệt.').waitFor()
  await handIn(hung)

  const lan = await enrolled('Lan', 'recorder', [myLy])
  await handIn(lan)
  await place(lan, 'Hôm nay').click()
  await lan.page.getByRole('button', { name: /Huồi Lê/ }).waitFor()
  await lan.picture('today-villages')
  await accessible(lan, 'today by village')
  await lan.page.getByRole('button', { name: /Huồi Lê/ }).click()
  await lan.page.getByText('Trả lại – bổ sung ảnh, số đo: Chưa thấy bu lông · Bu lông neo').waitFor()
  await lan.picture('today-village')
  await accessible(lan, 'today in a village')
  await lan.page.getByRole('link', { name: /Trước khi rời bản: còn/ }).click()
  await lan.page.getByText(/Chưa thấy bu lông · Bu lông neo/).waitFor()
  await lan.picture('before-you-leave')
  await accessible(lan, 'before you leave')
  await lan.page.goto(`${endpoint.url}/households`)
  await lan.picture('households-list')
  await lan.page.getByRole('link', { name: /Lô Văn Páo Huồi Lê/ }).click()
  await lan.page.getByText('Cần thêm: Bu lông neo').waitFor()
  await lan.picture('household-returned')
  await lan.page.getByRole('button', { name: 'Đã báo gia đình' }).click()
  await lan.page.getByText('Đã báo gia đình kết quả', { exact: true }).waitFor()
  expect(await lan.page.getByText('Gia đình đã biết kết quả chưa?').count()).toBe(0)
})

it('[R-board-01, R-board-02] the office sees the district folded by commune, in both languages, on a desk and on a phone', async () => {
  const mai = await enrolled('Mai', 'district', [], deskSize)
  await handIn(mai)
  await place(mai, 'Tiến độ').click()
  await mai.page.getByText('1 nhà điều trị ở trạm y tế, 1 đã xong').waitFor()
  expect(await mai.page.getByRole('row', { name: /^Huồi Lê/ }).count()).toBe(0)
  await mai.page.getByRole('button', { name: /^Mỹ Lý/ }).click()
  await mai.page.getByRole('row', { name: /^Huồi Lê/ }).waitFor()
  await mai.picture('desk-board-open')
  await accessible(mai, 'board open')
  await place(mai, 'Mọi người').click()
  await mai.page.getByText('văn phòng', { exact: true }).waitFor()
  await mai.picture('desk-people')
  await accessible(mai, 'people')
  await mai.page.getByRole('button', { name: 'English' }).click()
  const screens = { today: '/', board: '/board', households: '/households', 'hand-in': '/hand-in', people: '/people' }
  for (const [name, path] of Object.entries({ ...screens, 'take-along': '/take-along' })) {
    await mai.page.goto(endpoint.url + path)
    await mai.page.getByRole('heading', { level: 1 }).waitFor()
    await mai.picture(`desk-${name}-en`)
    await accessible(mai, `${name} in English`)
  }
  await mai.page.setViewportSize({ width: 360, height: 740 })
  for (const [name, path] of Object.entries({ ...screens, review: '/review' })) {
    await mai.page.goto(endpoint.url + path)
    await mai.page.getByRole('heading', { level: 1 }).waitFor()
    await mai.picture(`office-${name}-en`)
    const wider = await mai.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wider, `${name} is not wider than the phone`).toBeLessThanOrEqual(0)
  }
})
