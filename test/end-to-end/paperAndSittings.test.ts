import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type {
  BuildAdvanced,
  ContributionRecorded,
  FoundationChecked,
  HouseholdRegistered,
  PhotoTaken,
  VisitRecorded,
} from '../../src/domain/entries/communeBodies.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { handIn } from './support/handIn.ts'
import { accessible, deskSize, enrolledPhone, type Phone } from './support/phone.ts'
import { answerUntil, doubled, drawOn, next, slot } from './support/walkForms.ts'

const book = '40-417-16831'
let endpoint: EndpointProcess
let lan: Phone
let pao: Phone
let hung: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  // He is known before the others are out of signal.
  hung = await enrolledPhone(endpoint, 'Hùng', 'inspector', [book], { size: deskSize })
  lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [book])
  pao = await enrolledPhone(endpoint, 'Páo', 'recorder', [book])
})
afterAll(async () => {
  for (const phone of [lan, pao, hung]) await phone?.remove()
  await endpoint.remove()
})

it('[R-check-09, R-sign-04] the trench by Lan, the finished foundation by Páo, days apart and without signal: both are kept and stand together', async () => {
  await register(lan, 'Vừ Bá Chò')
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await handIn(lan)
  await handIn(pao)
  // The house has come to his phone too, before both are out of signal.
  await openHousehold(pao, 'Vừ Bá Chò')
  await lan.offline(true)
  await pao.offline(true)

  await openCheck(lan, 'Vừ Bá Chò')
  await sitting(lan.page, 'Trước khi đổ bê tông')
  await lan.page.getByRole('button', { name: /^Đổi: Ngày kiểm tra/ }).click()
  await lan.page.getByLabel('Ngày kiểm tra').fill(day(-4))
  await answerUntil(lan.page, 'Đất ở đáy hố')
  await lan.picture('sittings-trench-soil')
  await answerUntil(lan.page, 'Chữ ký')
  await lan.page.getByText(/Kiểm tra hố móng nhà Vừ Bá Chò trước khi đổ bê tông/).waitFor()
  await lan.page.getByText('Khi móng xong còn một lần kiểm tra nữa').waitFor()
  await lan.page.getByRole('checkbox', { name: 'Đã đọc cho gia đình nghe' }).check()
  await lan.picture('sittings-trench-read-aloud')
  await accessible(lan, 'trench read aloud')
  await saveCheck(lan, 'Vừ Bá Chò')

  // Páo's phone knows nothing of it; his sitting is his own.
  await openCheck(pao, 'Vừ Bá Chò')
  await answerUntil(pao.page, 'Chữ ký')
  await saveCheck(pao, 'Vừ Bá Chò')

  for (const phone of [lan, pao, hung]) await handIn(phone)
  await handIn(lan)
  for (const phone of [lan, pao]) {
    await phone.offline(true)
    await openHousehold(phone, 'Vừ Bá Chò')
    const card = phone.page.locator('section', { has: phone.page.getByRole('heading', { name: 'Kiểm tra móng' }) })
    await card.getByRole('heading', { name: 'Trước khi đổ bê tông' }).waitFor()
    await card.getByRole('heading', { name: 'Khi móng xong' }).waitFor()
    await card.getByText(/Lan ngày/).waitFor()
    await card.getByText(/Páo ngày/).waitFor()
  }
  await lan.picture('sittings-household')
  await accessible(lan, 'household with both sittings')
  await doubled(lan, 'sittings-household-200')

  await hung.offline(true)
  await hung.page.getByRole('link', { name: 'Duyệt' }).click()
  await expect.poll(() => hung.page.getByRole('link', { name: /Vừ Bá Chò/ }).count()).toBe(2)
  await hung.picture('sittings-queue')
  await hung.page
    .getByRole('link', { name: /Vừ Bá Chò/ })
    .last()
    .click()
  await hung.page.getByRole('columnheader', { name: 'Trước khi đổ bê tông' }).waitFor()
  await hung.picture('sittings-review')
  await accessible(hung, 'review with both sittings')
  const checks = await bodies<FoundationChecked>('foundation.checked')
  expect(checks.map(({ sitting, date }) => [sitting, date])).toEqual([
    ['before-concrete', day(-4)],
    ['done', day(0)],
  ])
  expect(new Set(checks.map(({ checklist }) => JSON.stringify(checklist))).size).toBe(1)
})

it('[R-check-11, R-check-10] a trench looked at too late: what is covered is known by the family’s photo, the village head, or not at all', async () => {
  await lan.offline(true)
  await register(lan, 'Moong Văn Khăm')
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await openCheck(lan, 'Moong Văn Khăm')
  await sitting(lan.page, 'Trước khi đổ bê tông')
  await answerUntil(lan.page, 'Bề rộng hố móng, ba điểm')
  await goneBy(lan.page, 'ảnh của gia đình')
  await lan.page.getByRole('button', { name: /Chụp: Ảnh của gia đình/ }).click()
  await lan.page
    .locator('label', { hasText: 'Ảnh có sẵn' })
    .locator('input')
    .setInputFiles(await aPhoto(lan))
  await lan.page.getByRole('button', { name: /Xem ảnh: Ảnh của gia đình/ }).waitFor()
  await lan.picture('sittings-gone-family-photo')
  await accessible(lan, 'gone, by a family’s photo')
  await doubled(lan, 'sittings-gone-family-photo-200')
  await next(lan.page)
  await goneBy(lan.page, 'lời trưởng bản')
  await lan.page.getByLabel('Nói rõ hơn (nếu cần)').fill('đào sâu ngang gối')
  await next(lan.page)
  await goneBy(lan.page, 'không biết')
  await next(lan.page)
  await answerUntil(lan.page, 'Chữ ký')
  await lan.page.getByText(/Không còn nhìn thấy: Bề rộng hố móng, ba điểm; Chiều sâu/).waitFor()
  await lan.picture('sittings-gone-read-aloud')
  await saveCheck(lan, 'Moong Văn Khăm')

  // It lacks a required photo, so the form goes on from it; days later the finished foundation starts afresh.
  await openCheck(lan, 'Moong Văn Khăm')
  await sitting(lan.page, 'Khi móng xong')
  await next(lan.page)
  expect(await lan.page.getByRole('radio', { name: 'Đạt', exact: true }).isChecked()).toBe(false)
  await lan.page.getByText(/Trước khi đổ bê tông, Lan ngày .*: Đạt/).waitFor()
  await lan.picture('sittings-seen-then')
  await lan.page.getByRole('button', { name: 'Trước', exact: true }).click()
  await sitting(lan.page, 'Trước khi đổ bê tông')
  await next(lan.page)
  expect(await lan.page.getByRole('radio', { name: 'Đạt', exact: true }).isChecked()).toBe(true)

  await lan.page.goto(endpoint.url)
  await handIn(lan)
  await handIn(hung)
  await hung.page.getByRole('link', { name: 'Duyệt' }).click()
  await hung.page.getByText('Không còn nhìn thấy: 3 mục').first().waitFor()
  await hung.page.getByRole('link', { name: /Moong Văn Khăm/ }).click()
  await hung.page.getByText('không còn nhìn thấy · lời trưởng bản · đào sâu ngang gối').waitFor()
  await hung.page.getByRole('button', { name: 'Xem ảnh: Ảnh của gia đình: Bề rộng hố móng, ba điểm' }).waitFor()
  await hung.picture('sittings-review-gone')
  await accessible(hung, 'review of what is gone')
  const [check] = (await bodies<FoundationChecked>('foundation.checked')).slice(-1)
  expect(check?.answers).toMatchObject({
    'footing-width': { gone: { knownBy: 'family-photo' } },
    'footing-depth': { gone: { knownBy: 'village-head', note: 'đào sâu ngang gối' } },
    soil: { gone: { knownBy: 'not-known' } },
  })
  const photos = await bodies<PhotoTaken>('photo.taken')
  const family = photos.find(({ slot: of }) => of === 'gone-footing-width')
  expect(family?.source).toBe('gallery')
  expect(check?.photos['gone-footing-width']).toEqual([family?.photo])
})

it('[R-paper-01, R-paper-02, R-paper-03, R-paper-04, L12] a check copied from a sheet at home: who, when, its photo, the phone killed in the middle', async () => {
  await lan.offline(true)
  await register(lan, 'Lầu Y Mái', (page) => copyFrom(page, 'ghi', 'Trưởng bản Chò', day(-9)))
  await lan.page.getByText(/Chép từ giấy, Trưởng bản Chò ghi ngày/).waitFor()
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await openCheck(lan, 'Lầu Y Mái')
  await lan.page.getByText('Đã lấy vị trí').waitFor()
  await lan.page.locator('summary', { hasText: 'Chép từ tờ giấy' }).click()
  await lan.picture('paper-check-off')
  await lan.page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).check()
  await lan.page.getByText('Đã lấy vị trí').waitFor({ state: 'detached' })
  await next(lan.page)
  await lan.page.getByText('Ai đã đo, đã ghi? Hãy viết tên').waitFor()
  await lan.page.getByLabel('Đo ngày nào').fill(day(3))
  await lan.page.getByText('Ngày này chưa tới.').waitFor()
  await lan.picture('paper-check-wrong')
  await accessible(lan, 'copied, wrong')
  await lan.page.getByLabel('Đo ngày nào').fill(day(-5))
  await lan.page.getByLabel('Ai đo').fill('hung')
  await lan.page.getByRole('button', { name: 'Hùng' }).click()
  await lan.page.getByText('Ngày này chưa tới.').waitFor({ state: 'detached' })
  await take(lan, 'Tờ giấy')
  await lan.picture('paper-check-sheet')
  await accessible(lan, 'copied, with its sheet')
  await doubled(lan, 'paper-check-sheet-200')

  // The battery dies: who, when and the sheet are there again.
  const at = lan.page.url()
  await lan.page.getByText('Bản nháp đã lưu trên máy').waitFor()
  await lan.reopen({ offline: true })
  await lan.page.goto(at)
  await lan.page.getByRole('button', { name: 'Xem ảnh: Tờ giấy' }).waitFor()
  expect(await lan.page.getByLabel('Ai đo').inputValue()).toBe('Hùng')
  expect(await lan.page.getByLabel('Đo ngày nào').inputValue()).toBe(day(-5))
  await answerUntil(lan.page, 'Chữ ký')
  await lan.page.getByText(/Số đo chép từ tờ giấy của Hùng/).waitFor()
  await lan.page.getByText('Ai đã ký trên tờ giấy thì chọn').waitFor()
  await slot(lan.page, 'Chủ hộ').click()
  await lan.page.getByRole('radio', { name: 'Điểm chỉ trên giấy' }).check()
  await lan.page.getByText('Khi chụp tờ giấy hãy che dấu điểm chỉ').waitFor()
  await lan.picture('paper-check-fingerprint')
  await saveCheck(lan, 'Lầu Y Mái')
  await lan.page
    .getByText(/Chép từ giấy, Hùng đo ngày/)
    .first()
    .waitFor()
  await lan.page.getByRole('button', { name: 'Xem ảnh: Tờ giấy' }).first().waitFor()
  await lan.picture('paper-household')
  await accessible(lan, 'household, copied')

  await handIn(lan)
  await handIn(hung)
  await hung.page.getByRole('link', { name: 'Duyệt' }).click()
  await hung.page.getByRole('link', { name: /Lầu Y Mái/ }).click()
  await hung.page.getByText(/Chép từ giấy, Hùng đo ngày/).waitFor()
  // He measured it: somebody else reviews it.
  await hung.page.getByText('Bạn đã cùng đi lần kiểm tra này: người khác phải duyệt.').waitFor()
  await hung.page.getByRole('button', { name: 'Xem ảnh: Tờ giấy' }).waitFor()
  await hung.picture('paper-review')
  await accessible(hung, 'review, copied')
  const [check] = (await bodies<FoundationChecked>('foundation.checked')).slice(-1)
  const sheet = (await bodies<PhotoTaken>('photo.taken')).find(({ slot: of }) => of === 'sheet')
  expect(check).toMatchObject({
    date: day(-5),
    copied: { measuredBy: 'Hùng', measuredOn: day(-5), sheet: sheet?.photo },
    with: [{ name: 'Hùng' }],
  })
  expect(check?.location).toBeUndefined()
  const [house] = (await bodies<HouseholdRegistered>('household.registered')).slice(-1)
  expect(house).toMatchObject({ copied: { measuredBy: 'Trưởng bản Chò', measuredOn: day(-9) } })
})

it('[R-paper-01, R-paper-02, R-paper-03] a visit, a stage and a contribution are copied in the same way; a sheet that was none goes with the word', async () => {
  await lan.offline(true)
  await openHousehold(lan, 'Lầu Y Mái')
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).click()
  await lan.page.locator('summary', { hasText: 'Chép từ tờ giấy' }).click()
  await lan.page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).check()
  await take(lan, 'Tờ giấy')
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByText('Ai đã đo, đã ghi? Hãy viết tên').waitFor()
  await lan.picture('paper-visit-wrong')
  await accessible(lan, 'visit, copied, wrong')
  // There was no sheet after all: its photo goes, and the visit is today's.
  await lan.page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).uncheck()
  await lan.page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).check()
  await expect.poll(() => lan.page.getByRole('button', { name: 'Xem ảnh: Tờ giấy' }).count()).toBe(0)
  await lan.page.getByRole('button', { name: 'Tôi: Lan' }).click()
  await lan.page.getByLabel('Ghi ngày nào').fill(day(-1))
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Lầu Y Mái' }).waitFor()

  await lan.page.getByRole('link', { name: 'Chuyển giai đoạn' }).click()
  await lan.page.getByRole('radio', { name: 'Làm móng' }).check()
  await copyFrom(lan.page, 'ghi', 'Tổ trưởng Thông', '')
  await lan.page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await lan.page.getByText('Hãy chọn ngày ghi trên tờ giấy').waitFor()
  await lan.page.getByLabel('Ghi ngày nào').fill(day(-6))
  await take(lan, 'Tờ giấy')
  await lan.picture('paper-stage')
  await accessible(lan, 'stage, copied')
  await lan.page.getByRole('button', { name: 'Lưu giai đoạn' }).click()
  await lan.page.getByRole('heading', { name: 'Lầu Y Mái' }).waitFor()

  await lan.page.getByRole('link', { name: 'Ghi nguồn lực' }).click()
  await lan.page.getByLabel(/Số công/).fill('6')
  await copyFrom(lan.page, 'ghi', 'Tổ trưởng Thông', day(2))
  await lan.page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await lan.page.getByText('Ngày này chưa tới.').waitFor()
  await lan.page.getByLabel('Ghi ngày nào').fill(day(-2))
  await lan.picture('paper-contribution')
  await accessible(lan, 'contribution, copied')
  await lan.page.getByRole('button', { name: 'Lưu nguồn lực' }).click()
  await lan.page.getByRole('heading', { name: 'Lầu Y Mái' }).waitFor()
  await lan.page.getByRole('heading', { name: 'Đã ghi gì' }).scrollIntoViewIfNeeded()
  await lan.picture('paper-timeline')

  await handIn(lan)
  const [visit] = (await bodies<VisitRecorded>('visit.recorded')).slice(-1)
  const [stage] = (await bodies<BuildAdvanced>('build.advanced')).slice(-1)
  const [given] = (await bodies<ContributionRecorded>('contribution.recorded')).slice(-1)
  const sheets = (await bodies<PhotoTaken>('photo.taken')).filter(({ slot: of }) => of === 'sheet')
  expect(visit).toMatchObject({ date: day(-1), copied: { measuredBy: 'Lan', measuredOn: day(-1) } })
  expect([visit?.location, visit?.copied?.sheet]).toEqual([undefined, undefined])
  expect(stage).toMatchObject({ stage: 'foundation', date: day(-6), copied: { sheet: sheets.at(-1)?.photo } })
  expect(given).toMatchObject({ days: 6, date: day(-2), copied: { measuredBy: 'Tổ trưởng Thông' } })
  // The one of the check and the one of the stage: what was taken back is nowhere.
  expect(sheets).toHaveLength(2)
})

it('[R-sign-01, R-sign-02, R-sign-03, R-check-05] six honest ways and a witness, each with its bad input, reach the inspector', async () => {
  await lan.offline(true)
  await register(lan, 'Cụt Thị Xia')
  await lan.page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await openCheck(lan, 'Cụt Thị Xia')
  await answerUntil(lan.page, 'Chữ ký')
  const { page } = lan
  const open = (who: string) => slot(page, who).click()
  const way = (name: string) => page.getByRole('radio', { name, exact: true }).check()

  await open('Chủ hộ')
  await way('Ký trên giấy')
  await page.getByText('Chưa đọc cho gia đình nghe. Hãy đọc trước khi ký.').waitFor()
  await page.getByRole('checkbox', { name: 'Đã đọc cho gia đình nghe' }).check()
  await page.getByText('Chưa đọc cho gia đình nghe.').waitFor({ state: 'detached' })
  await way('Nhờ người ký thay')
  await page.getByRole('textbox', { name: 'Ai ký thay' }).fill('Cụt Thị Xia')
  await page.getByLabel(/^Quan hệ/).click()
  await page.getByText('Người ký thay phải là người khác.').waitFor()
  await page.getByRole('textbox', { name: 'Ai ký thay' }).fill('Cụt Văn Hoa')
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByText('Người ký thay là gì của người được ký thay?').waitFor()
  await lan.picture('sign-proxy-wrong')
  await accessible(lan, 'proxy, wrong')
  await page.getByLabel(/^Quan hệ/).fill('con trai')
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('Cụt Văn Hoa')
  await page.getByText('Người làm chứng phải là người khác.').waitFor()
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('Lô Văn Páo')
  await page.getByText('Người làm chứng phải là người khác.').waitFor({ state: 'detached' })
  await page.locator('.signers summary', { hasText: 'nhờ người ký thay · Cụt Văn Hoa' }).waitFor()
  await lan.picture('sign-proxy')
  await doubled(lan, 'sign-proxy-200')
  await open('Chủ hộ')

  await open('Trưởng bản')
  await way('Điểm chỉ trên giấy')
  await page.getByText('Máy không lưu vân tay.').waitFor()
  await page.getByRole('textbox', { name: 'Họ tên', exact: true }).fill('Vừ Chông Tếnh')
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('Lô Thị Mai')
  // Nothing to draw on stands there.
  expect(await page.locator('.signers details[open] .signature').count()).toBe(0)
  await lan.picture('sign-fingerprint')
  await accessible(lan, 'fingerprint on paper')
  await open('Trưởng bản')

  await open('UBND xã')
  await way('Vắng')
  await page.getByLabel('Vì sao vắng (nếu biết)').fill('đi họp huyện')
  await open('UBND xã')
  await open('Mặt trận')
  await way('Không ký')
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByText('Hãy ghi vì sao không ký').waitFor()
  await page.getByLabel('Vì sao', { exact: true }).fill('chờ họp bản')
  await saveCheck(lan, 'Cụt Thị Xia')

  // The two other ways, at another house.
  await register(lan, 'Xồng Bá Dênh')
  await page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await openCheck(lan, 'Xồng Bá Dênh')
  await answerUntil(page, 'Chữ ký')
  await open('Chủ hộ')
  await way('Ký trên máy')
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByText('Ô ký còn trống').waitFor()
  await drawOn(page)
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('Lô Văn Páo')
  await open('Chủ hộ')
  await open('Trưởng bản')
  await way('Ký trên giấy')
  await page.getByText('Chữ ký ở trên giấy.').waitFor()
  await page.getByRole('textbox', { name: 'Họ tên', exact: true }).fill('Vừ Chông Tếnh')
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('Vừ Chông Tếnh')
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByText('Người làm chứng phải là người khác.').waitFor()
  await page
    .locator('.signers details[open]')
    .getByLabel(/^Người làm chứng/)
    .fill('')
  await saveCheck(lan, 'Xồng Bá Dênh')

  await handIn(lan)
  await handIn(hung)
  const [first, second] = (await bodies<FoundationChecked>('foundation.checked')).slice(-2)
  expect(first).toMatchObject({ readAloud: true })
  expect(first?.signatures).toEqual([
    {
      slot: 'household',
      how: 'by-proxy',
      name: 'Cụt Thị Xia',
      proxy: { name: 'Cụt Văn Hoa', relation: 'con trai' },
      witness: 'Lô Văn Páo',
    },
    { slot: 'village-head', how: 'fingerprint-on-paper', name: 'Vừ Chông Tếnh', witness: 'Lô Thị Mai' },
    { slot: 'commune', how: 'absent', reason: 'đi họp huyện' },
    { slot: 'front', how: 'declined', reason: 'chờ họp bản' },
  ])
  expect(second?.readAloud).toBeUndefined()
  expect(second?.signatures).toMatchObject([
    { how: 'on-device', name: 'Xồng Bá Dênh', witness: 'Lô Văn Páo' },
    { how: 'on-paper', name: 'Vừ Chông Tếnh' },
  ])
  await hung.page.getByRole('link', { name: 'Duyệt' }).click()
  await hung.page.getByRole('link', { name: /Cụt Thị Xia/ }).click()
  await hung.page.getByText('✓ Đã đọc cho gia đình nghe').waitFor()
  await hung.page.getByText(/nhờ người ký thay · Cụt Văn Hoa \(con trai\) · làm chứng: Lô Văn Páo/).waitFor()
  await hung.page.getByText(/điểm chỉ trên giấy · làm chứng: Lô Thị Mai/).waitFor()
  await hung.page.getByRole('heading', { name: 'Chữ ký' }).scrollIntoViewIfNeeded()
  await hung.picture('sign-review')
  await accessible(hung, 'review of signatures')
})

it('[R-words-01, R-paper-01] the same in English, on the phone and on a desk', async () => {
  for (const { page } of [lan, hung]) {
    await page.goto(endpoint.url)
    await page.getByRole('button', { name: 'English' }).first().click()
  }
  await lan.page.getByRole('link', { name: 'Households', exact: true }).click()
  await lan.page.getByRole('link', { name: /Lầu Y Mái/ }).click()
  await lan.page
    .getByText(/Copied from paper, measured by Hùng on/)
    .first()
    .waitFor()
  await lan.picture('paper-household-english')
  await lan.page.getByRole('link', { name: 'Visit' }).first().click()
  await lan.page.getByRole('radio').first().check()
  await lan.page.locator('summary', { hasText: 'Copied from paper' }).click()
  await lan.page.getByRole('checkbox', { name: 'I am copying from a paper sheet' }).check()
  await lan.page.getByRole('button', { name: 'Save the visit' }).click()
  await lan.page.getByText('Who measured or wrote it?').waitFor()
  await lan.picture('paper-visit-english')
  await hung.page.getByRole('link', { name: 'Review' }).first().click()
  await hung.page.getByRole('link', { name: /Lầu Y Mái/ }).click()
  await hung.page.getByText(/Copied from paper, measured by Hùng on/).waitFor()
  await hung.picture('paper-review-english')
  await accessible(hung, 'review in English')
})

/** The day so many days from today, as the phones of the story count it. */
const day = (days: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const register = async ({ page }: Phone, name: string, more: (page: Page) => Promise<void> = async () => {}) => {
  // The app's beginning, from wherever the story before it was left.
  await page.goto(endpoint.url)
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Mường Lống 1')
  await more(page)
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const openHousehold = async ({ page }: Phone, name: string): Promise<void> => {
  if (await page.getByRole('heading', { name }).isVisible()) return
  await page.goto(endpoint.url)
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const openCheck = async (phone: Phone, name: string): Promise<void> => {
  await openHousehold(phone, name)
  await phone.page.getByRole('link', { name: /^(Kiểm tra móng|Bổ sung ảnh)$/ }).click()
  await phone.page.getByRole('heading', { name: 'Bắt đầu' }).waitFor()
}

const saveCheck = async ({ page }: Phone, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const sitting = (page: Page, name: string) => page.getByRole('radio', { name }).check()

const goneBy = async (page: Page, known: string): Promise<void> => {
  await page.getByRole('button', { name: 'Không còn nhìn thấy' }).click()
  await page.getByRole('radio', { name: known }).check()
}

const copyFrom = async (page: Page, how: 'đo' | 'ghi', who: string, when: string): Promise<void> => {
  await page.locator('summary', { hasText: 'Chép từ tờ giấy' }).click()
  await page.getByRole('checkbox', { name: 'Tôi đang chép từ tờ giấy' }).check()
  await page.getByLabel(how === 'đo' ? 'Ai đo' : 'Ai ghi trên giấy').fill(who)
  await page.getByLabel(how === 'đo' ? 'Đo ngày nào' : 'Ghi ngày nào').fill(when)
}

/** Two taps: the slot opens the camera, the shutter takes the photo. */
const take = async ({ page }: Phone, title: string): Promise<void> => {
  await page.getByRole('button', { name: `Chụp: ${title}` }).click()
  await page.locator('video').evaluate(async (video: HTMLVideoElement) => {
    while (video.videoWidth === 0) await new Promise((soon) => setTimeout(soon, 50))
  })
  await page.getByRole('button', { name: 'Chụp ảnh' }).click()
  await page.getByRole('button', { name: `Xem ảnh: ${title}` }).waitFor()
}

/** What a family keeps of its trench: a picture of another day. */
const aPhoto = async ({ page }: Phone) => {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 600)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    for (let at = 0; at < 400; at += 1) {
      context.fillStyle = `hsl(${(at * 47) % 360} 40% ${20 + ((at * 13) % 60)}%)`
      context.fillRect((at * 379) % 800, (at * 211) % 600, 60, 40)
    }
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  })
  return { name: 'ho-mong.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

const bodies = async <Body>(kind: string): Promise<Body[]> => {
  const books = await openBooks(endpoint.dir)
  const rows = await books.db.selectFrom('entries').select('text').where('kind', '=', kind).orderBy('seq').execute()
  await books.close()
  return rows.map(({ text }) => (JSON.parse(text) as Entry).body as Body)
}
