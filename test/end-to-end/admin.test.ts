import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, deskSize, enrolledPhone, openPhone, type Phone } from './support/phone.ts'

let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

it('[R-admin-01, R-admin-03, R-admin-04, R-admin-05, I7, L6] Mai looks after people and devices from her desk', async () => {
  const mai = await enrolledPhone(endpoint, 'Mai', 'admin', [], { size: deskSize })
  phones.push(mai)
  const { page } = mai
  const places = () => page.getByRole('link', { name: 'Mọi người' }).first().click()

  // She invites Lan: what is missing is said, then the code is shown once, as letters, a link and a picture.
  await places()
  await page.getByText('1 máy', { exact: true }).waitFor()
  await page.getByText('Không có gì chờ xem').waitFor()
  await mai.picture('admin-people')
  await accessible(mai, 'people of an admin')
  await page.getByRole('link', { name: /Mời người mới/ }).click()
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await page.getByText('Hãy ghi tên').waitFor()
  await page.getByText('Hãy chọn việc của người này.').waitFor()
  await page.getByText('Hãy chọn ít nhất một xã.').waitFor()
  await fillInvite(mai, 'Lan', 'người ghi', 'Keng Đu')
  await mai.picture('admin-invite')
  await accessible(mai, 'invite')
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await page.getByRole('heading', { name: 'Mã cho Lan' }).waitFor()
  await page.getByText(/Dùng một lần, đến/).waitFor()
  const link = (await page.locator('.link-said').textContent()) ?? ''
  const code = (await page.locator('.code-said').textContent()) ?? ''
  expect(link).toBe(`${endpoint.url}/#enrol=${code}`)
  const qr = await page.getByRole('img', { name: 'Mã QR để Lan quét' }).screenshot()
  await mai.picture('admin-invite-made')
  await accessible(mai, 'invite made')

  // Lan's phone reads the picture; she enrols by the link.
  const lan = await openPhone({ url: endpoint.url })
  phones.push(lan)
  await lan.page.getByRole('button', { name: 'Quét mã QR' }).click()
  await lan.page
    .getByLabel('Chọn ảnh chụp mã')
    .setInputFiles({ name: 'qr.png', mimeType: 'image/png', buffer: Buffer.from(qr) })
  await lan.page.getByText('Đã đọc được mã.').waitFor()
  expect(await lan.page.getByLabel('Mã vào sổ').inputValue()).toBe(code)
  await lan.page.goto(link)
  await lan.page.getByLabel('Tên máy này').fill('máy của Lan')
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  await lan.page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
  await lan.page.goto(`${endpoint.url}/people/devices`)
  await lan.page.getByText('Trang này chỉ dành cho quản trị.').waitFor()

  // The endpoint forgets Lan's phone. She still hands in, and reads nothing new: Hùng, invited since, is unknown to her.
  await registerOffline(lan, 'Lô Văn Páo')
  const books = await openBooks(endpoint.dir)
  await books.db.deleteFrom('devices').where('personName', '=', 'Lan').execute()
  await books.close()
  await places()
  await page.getByRole('link', { name: /Mời người mới/ }).click()
  await fillInvite(mai, 'Hùng', 'người duyệt', 'Mỹ Lý')
  await page.getByRole('button', { name: 'Tạo mã' }).click()
  await page.getByRole('heading', { name: 'Mã cho Hùng' }).waitFor()
  await handIn(lan)
  await lan.page.getByText('chờ văn phòng xác nhận máy này').waitFor()
  await lan.page.goto(`${endpoint.url}/people`)
  await lan.page.getByText('Mai', { exact: true }).waitFor()
  expect(await lan.page.getByText('Hùng', { exact: true }).count()).toBe(0)

  // Mai confirms it, and Lan reads again.
  await places()
  await page.getByText('1 máy chờ xác nhận').waitFor()
  await page.getByRole('link', { name: /Thiết bị/ }).click()
  await page.getByText('chờ xác nhận', { exact: true }).waitFor()
  expect(await page.locator('.row.device').first().textContent()).toContain('Lan')
  await mai.picture('admin-devices')
  await accessible(mai, 'devices')
  await page.locator('.row.device', { hasText: 'Lan' }).click()
  await mai.picture('admin-device-waiting')
  await accessible(mai, 'device that waits')
  await page.getByRole('button', { name: 'Xác nhận máy này' }).click()
  await page.getByText('Đã xác nhận.').waitFor()
  await page.getByText('đang dùng', { exact: true }).waitFor()
  await handIn(lan)
  await lan.page.goto(`${endpoint.url}/people`)
  await lan.page.getByText('Hùng', { exact: true }).waitFor()

  // Lan gets another commune while she is away; what she wrote in the old one is kept aside, until Mai takes it in.
  await registerOffline(lan, 'Vừ Bá Chò')
  await page.locator('summary', { hasText: 'Đổi việc và xã' }).click()
  await page.getByLabel('Keng Đu').uncheck()
  await page.getByLabel('Mỹ Lý').check()
  await page.getByRole('button', { name: 'Lưu việc và xã' }).click()
  await page.getByText('Đã đổi.').waitFor()
  await handIn(lan)
  await lan.page.getByText('Giữ lại: không thuộc xã của bạn').waitFor()
  await places()
  await page.getByRole('link', { name: /Giữ lại/ }).click()
  await page.getByText('xã này không thuộc máy đã ghi').waitFor()
  await mai.picture('admin-held')
  await accessible(mai, 'held')
  await page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await page.locator('summary', { hasText: 'Nguyên văn' }).click()
  await page.getByText('"headName": "Vừ Bá Chò"').waitFor()
  await page.getByRole('button', { name: 'Nhận vào sổ' }).click()
  await page.getByText('Hãy viết lý do').waitFor()
  await page.getByLabel('Lý do, bằng lời').fill('Lan ghi trước khi đổi xã')
  await mai.picture('admin-held-entry')
  await accessible(mai, 'held entry')
  await page.getByRole('button', { name: 'Nhận vào sổ' }).click()
  await page.getByText('Đã nhận vào sổ.').waitFor()
  await handIn(lan)
  await lan.page.getByText('Ghi chép: đã nhận đủ 2').waitFor()
  // Mai's own copy of the book has it at once.
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: /Vừ Bá Chò/ }).waitFor()

  // A name that the book has already is asked about.
  await places()
  await page.getByRole('link', { name: /Mời người mới/ }).click()
  await page.getByLabel('Tên người được mời').fill('hung')
  await page.getByRole('radio', { name: 'Chính Hùng, thêm máy' }).check()
  await mai.picture('admin-invite-known')

  // Without a signal she sees what the endpoint last said, and how old that is; nothing is called done.
  await places()
  await page.getByRole('link', { name: /Thiết bị/ }).click()
  await page.locator('.row.device', { hasText: 'Lan' }).click()
  await mai.offline(true)
  await page.locator('summary', { hasText: 'Thu quyền máy này' }).click()
  await page.getByRole('radio', { name: /thu quyền và xóa máy/ }).check()
  await page.getByRole('button', { name: 'Tiếp: xem điều sẽ xảy ra' }).click()
  await page.getByText('mọi ghi chép đã nhận (2) vẫn còn trong sổ').waitFor()
  await mai.picture('admin-revoke')
  await accessible(mai, 'revoke')
  await page.getByRole('button', { name: 'Thu quyền và xóa máy' }).click()
  await page.getByText('Không có mạng nên chưa làm gì cả.').waitFor()
  await page.getByRole('link', { name: '‹ Thiết bị' }).click()
  await page.getByText(/Dưới đây là những gì máy chủ nói lúc \d\d:\d\d \(2 mục\)/).waitFor()
  await mai.picture('admin-devices-offline')
  await accessible(mai, 'devices without a signal')
  await mai.offline(false)
  await page.getByText(/Máy chủ trả lời lúc/).waitFor()

  // The phone is lost: its rights are taken back, and it empties itself. What it still held is kept aside.
  await registerOffline(lan, 'Cụt Văn Hùng')
  await page.locator('.row.device', { hasText: 'Lan' }).click()
  await page.locator('summary', { hasText: 'Thu quyền máy này' }).click()
  await page.getByRole('radio', { name: /thu quyền và xóa máy/ }).check()
  await page.getByRole('button', { name: 'Tiếp: xem điều sẽ xảy ra' }).click()
  await page.getByRole('button', { name: 'Thôi, giữ nguyên' }).click()
  await page.getByRole('button', { name: 'Tiếp: xem điều sẽ xảy ra' }).click()
  await page.getByRole('button', { name: 'Thu quyền và xóa máy' }).click()
  await page.getByText('Đã thu quyền và đặt lệnh xóa máy của Lan').waitFor()
  await page.getByText('đã thu quyền', { exact: true }).waitFor()
  await lan.offline(false)
  await lan.page.getByRole('heading', { name: 'Bắt đầu dùng Mái Ấm' }).waitFor()
  expect(await lan.page.getByText('Cụt Văn Hùng').count()).toBe(0)
  await places()
  await page.getByText('1 ghi chép chờ xem').waitFor()
  await page.getByRole('link', { name: /Giữ lại/ }).click()
  await page.getByText('máy đã bị thu quyền trước khi gửi').waitFor()
  await page.getByRole('link', { name: /Cụt Văn Hùng/ }).click()
  await page.getByLabel('Lý do, bằng lời').fill('Chưa rõ ai ghi')
  await page.getByRole('button', { name: 'Không nhận' }).click()
  await page.getByText('Không nhận. Máy chủ vẫn giữ riêng').waitFor()

  // The log says who did what.
  await places()
  await page.getByRole('link', { name: /Nhật ký/ }).click()
  await page.getByText('Mai thu quyền và đặt lệnh xóa máy của Lan').waitFor()
  await page.getByText('Mai không nhận một ghi chép bị giữ lại: Chưa rõ ai ghi').waitFor()
  await page.getByText('Mai nhận vào sổ một ghi chép bị giữ lại: Lan ghi trước khi đổi xã').waitFor()
  await page.getByText('Mai đổi quyền máy của Lan: việc người ghi · xã Mỹ Lý').waitFor()
  await mai.picture('admin-audit')
  await accessible(mai, 'audit')

  // On a phone, and in English.
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${endpoint.url}/people/devices`)
  await page.getByText(/Máy chủ trả lời lúc/).waitFor()
  await mai.picture('admin-devices-phone')
  await accessible(mai, 'devices on a phone')
  await page.goto(`${endpoint.url}/people`)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('Devices: 2').waitFor()
  await mai.picture('admin-people-phone-english')
  await page.goto(`${endpoint.url}/people/invite`)
  await page.getByLabel('Name of the person').waitFor()
  await mai.picture('admin-invite-phone-english')
  await accessible(mai, 'invite in English')
  await page.setViewportSize(deskSize)
  await page.goto(`${endpoint.url}/people/audit`)
  await page
    .getByText('Mai took the rights', { exact: false })
    .or(page.getByText(/Mai took back/))
    .first()
    .waitFor()
  await mai.picture('admin-audit-english')
})

const fillInvite = async ({ page }: Phone, name: string, role: string, commune: string): Promise<void> => {
  await page.getByLabel('Tên người được mời').fill(name)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('checkbox', { name: commune }).check()
  await page.getByRole('radio', { name: '1 ngày' }).check()
}

const registerOffline = async (phone: Phone, name: string): Promise<void> => {
  await phone.page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
  await phone.page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor()
  await phone.offline(true)
  await phone.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await phone.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await phone.page.getByLabel('Tên chủ hộ').fill(name)
  await phone.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await phone.page.getByRole('button', { name: 'Lưu hộ' }).click()
  await phone.page.getByRole('heading', { name }).waitFor()
}

/** Until this hand-in has ended, however it did. */
const handIn = async (phone: Phone): Promise<void> => {
  await phone.offline(false)
  await phone.page.getByRole('link', { name: /^Gửi/ }).click()
  await phone.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await phone.page.getByRole('button', { name: 'Gửi ngay' }).and(phone.page.locator(':enabled')).waitFor()
  await phone.page.getByText('Có mạng', { exact: true }).waitFor()
}
