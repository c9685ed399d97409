import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FoundationChecked, VisitRecorded } from '../../src/domain/entries/communeBodies.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { handIn } from './support/handIn.ts'
import { accessible, deskSize, openPhone, type Phone } from './support/phone.ts'
import { answerUntil, doubled, drawOn, next, slot } from './support/walkForms.ts'

const book = '40-417-16831'
let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

it('[R-form-01, R-place-01, R-sign-01, R-sign-02, L12] Lan checks a foundation offline: place, a phone killed in the middle of a number, to mend, read out, signed', async () => {
  const lan = await enrolled('Lan', 'recorder')
  const { page } = lan
  await lan.offline(true)
  await register(lan, 'Vừ Bá Chò')
  await page.getByRole('button', { name: 'Lập công trình nhà mới' }).click()
  await page.getByRole('link', { name: 'Kiểm tra móng' }).click()
  await page.getByText('Đã lấy vị trí · chính xác 8 m').waitFor()
  await page.getByText(/cách đây \d+ giây/).waitFor()
  await page.locator('summary', { hasText: 'Cùng đi' }).click()
  await page.getByLabel('Tên người cùng đi').fill('Hung')
  await page.getByRole('button', { name: 'Thêm “Hung”' }).click()
  await lan.picture('form-check-place')
  await accessible(lan, 'place')

  await next(page)
  await lan.picture('form-check-yes-no')
  await accessible(lan, 'yes or no')
  await doubled(lan, 'form-check-yes-no-200')
  await answerUntil(page, 'Chiều dài')
  await page.getByLabel('Chiều dài, cm').fill('80o')
  await page.getByText('Hãy gõ một con số').waitFor()
  await page.getByText('Bản nháp đã lưu trên máy').waitFor()
  await lan.picture('form-check-number-wrong')
  await accessible(lan, 'number')

  // The battery dies: the same step, with what was typed there, also where it is no number.
  const at = page.url()
  await lan.reopen({ offline: true })
  await lan.page.goto(at)
  await lan.page.getByText('Hãy gõ một con số').waitFor()
  expect(await lan.page.getByLabel('Chiều dài, cm').inputValue()).toBe('80o')
  await lan.page.getByLabel('Chiều dài, cm').fill('800')
  await lan.page.getByText('Hãy gõ một con số').waitFor({ state: 'detached' })

  await answerUntil(lan.page, 'Cao hơn mặt đất bên ngoài', { 'Hai đường chéo': ['943,4', '946,1'] })
  await lan.picture('form-check-height')
  await answerUntil(lan.page, 'Bu lông thẳng đứng, đúng dưỡng')
  await lan.page.getByRole('radio', { name: 'Chưa đạt' }).click()
  await lan.page.getByLabel('Ghi chú').fill('hai cây ở góc 3 nghiêng')
  await lan.picture('form-check-remark')
  await next(lan.page)
  await lan.page.getByRole('button', { name: 'Không còn nhìn thấy' }).click()
  await lan.page.getByRole('radio', { name: 'lời trưởng bản' }).check()
  await lan.picture('form-check-gone')
  await accessible(lan, 'gone')

  await lan.page.getByRole('button', { name: /xem tất cả các bước/ }).click()
  await lan.page.getByText('Tất cả các bước').waitFor()
  await lan.picture('form-check-steps')
  await accessible(lan, 'steps')
  await lan.page.getByRole('button', { name: /Không nứt/ }).click()
  await answerUntil(lan.page, 'Kết luận')
  await lan.page.getByText('Bu lông thẳng đứng, đúng dưỡng: hai cây ở góc 3 nghiêng').waitFor()
  await lan.page.getByLabel('Cần sửa gì').fill('Chỉnh hai bu lông góc 3')
  await lan.page.getByLabel('Trước ngày').fill('2026-12-20')
  await lan.picture('form-check-verdict')
  await accessible(lan, 'verdict')
  await next(lan.page)
  await lan.page.getByText('Cần sửa: Chỉnh hai bu lông góc 3.').waitFor()
  await lan.page.getByRole('checkbox', { name: 'Đã đọc cho gia đình nghe' }).check()
  await lan.picture('form-check-read-aloud')
  await accessible(lan, 'read aloud')
  await doubled(lan, 'form-check-read-aloud-200')

  await slot(lan.page, 'Chủ hộ').click()
  await lan.page.getByRole('radio', { name: 'Ký trên máy' }).check()
  await lan.page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await lan.page.getByText('Ô ký còn trống').waitFor()
  await drawOn(lan.page)
  await lan.page.getByText('Ô ký còn trống').waitFor({ state: 'detached' })
  await lan.picture('form-check-signature')
  await accessible(lan, 'signature')
  await slot(lan.page, 'Chủ hộ').click()
  await slot(lan.page, 'Trưởng bản').click()
  await lan.page.getByRole('radio', { name: 'Không ký' }).check()
  await lan.page.getByLabel('Vì sao', { exact: true }).fill('chờ họp bản')
  await lan.page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await lan.page.getByRole('heading', { name: 'Vừ Bá Chò' }).waitFor()
  await handIn(lan)

  const check = await latest<FoundationChecked>('foundation.checked')
  expect(check).toMatchObject({
    verdict: 'to-mend',
    mend: { what: 'Chỉnh hai bu lông góc 3', by: '2026-12-20' },
    readAloud: true,
    with: [{ name: 'Hung' }],
    answers: { length: { value: 800 }, level: { gone: { knownBy: 'village-head' } } },
    location: { lat: 19.6253, lon: 104.1108, accuracy: 8, by: 'gps' },
    signatures: [
      { slot: 'household', how: 'on-device', name: 'Vừ Bá Chò' },
      { slot: 'village-head', how: 'declined', reason: 'chờ họp bản' },
    ],
  })
  expect(Number.isInteger((check.location as { age: number }).age)).toBe(true)
  expect(check.signatures?.[0]?.strokes?.length).toBeGreaterThan(8)
})

it('[R-check-08] Hùng returns the check; Lan’s answer starts from what she saw, and only what is asked for is changed', async () => {
  const [lan] = phones
  if (lan === undefined) throw new Error('the story before must have been told')
  const hung = await enrolled('Hùng', 'inspector', deskSize)
  await hung.page.getByRole('link', { name: 'Duyệt' }).click()
  await hung.page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await hung.page.getByRole('radio', { name: /sửa móng/ }).check()
  await hung.page.getByLabel('Lý do, bằng lời').fill('Chỉnh bu lông rồi đo lại đường chéo')
  await hung.page.getByRole('button', { name: 'Gửi kết quả' }).click()
  await hung.page.getByText('Không có kiểm tra nào chờ duyệt.').waitFor()
  await handIn(hung)
  await handIn(lan)
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  // The answer is on her phone before she is out of signal again.
  await lan.page.getByRole('link', { name: /Trả lại – sửa móng/ }).waitFor()
  await lan.offline(true)
  await lan.page.getByRole('link', { name: /Trả lại – sửa móng/ }).click()
  await lan.page.getByText('Hùng: Chỉnh bu lông rồi đo lại đường chéo').waitFor()
  await lan.picture('form-check-returned')
  await accessible(lan, 'returned')
  await lan.page.getByRole('button', { name: /xem tất cả các bước/ }).click()
  await lan.page.getByRole('button', { name: /Hai đường chéo/ }).click()
  const second = lan.page.getByLabel('Đường chéo B, cm')
  expect(await second.inputValue()).toBe('946,1')
  await second.fill('944')
  await lan.page.getByText('Lệch 0,6 cm').waitFor()
  await lan.page.getByRole('button', { name: /xem tất cả các bước/ }).click()
  await lan.page.getByRole('button', { name: /Bu lông thẳng đứng/ }).click()
  await lan.page.getByRole('radio', { name: 'Đạt', exact: true }).check()
  await lan.page.getByRole('button', { name: /xem tất cả các bước/ }).click()
  await lan.page.getByRole('button', { name: /Chữ ký/ }).click()
  await lan.page.getByText('Kết quả đã đổi sau khi ký').waitFor()
  await lan.page.getByRole('checkbox', { name: 'Đã đọc cho gia đình nghe' }).check()
  await lan.page.getByText('Kết quả đã đổi sau khi ký').waitFor({ state: 'detached' })
  await lan.page.getByRole('button', { name: 'Lưu kiểm tra' }).click()
  await lan.page.getByRole('heading', { name: 'Vừ Bá Chò' }).waitFor()
  await handIn(lan)
  const answer = await latest<FoundationChecked>('foundation.checked')
  const reviews = await entriesOf('foundation.reviewed')
  expect(answer).toMatchObject({
    verdict: 'passed',
    answersReview: reviews.at(-1)?.id,
    answers: { length: { value: 800 }, diagonals: { value: [943.4, 944] } },
    signatures: [{ slot: 'household', how: 'on-device' }, { slot: 'village-head' }],
  })
})

it('[R-visit-01, R-today-03] a visit with the head met takes few taps from Hôm nay, and the nearest house stands first', async () => {
  const lan = await enrolled('Lan', 'recorder')
  const { page } = lan
  await lan.offline(true)
  await register(lan, 'Lầu Y Mái', { place: true })
  await page.getByRole('link', { name: 'Hôm nay' }).click()
  await page.getByRole('button', { name: 'Gần tôi trước' }).click()
  await page.getByText(/cách 0 m/).waitFor()
  await lan.picture('form-today-near')
  await accessible(lan, 'near')
  let taps = 0
  const tap = async (target: ReturnType<Page['locator']>) => {
    taps += 1
    await target.click()
  }
  await tap(page.getByRole('link', { name: /Lầu Y Mái/ }))
  await page.getByRole('heading', { name: 'Thăm hộ' }).waitFor()
  await lan.picture('form-visit')
  await accessible(lan, 'visit')
  await doubled(lan, 'form-visit-200')
  await tap(page.getByRole('radio', { name: 'Gặp chủ hộ' }))
  await tap(page.getByRole('button', { name: 'Lưu lượt thăm' }))
  await page.getByRole('heading', { name: 'Lầu Y Mái' }).waitFor()
  expect(taps).toBeLessThanOrEqual(6)

  // A fuller one: what is needed, where they live, when next.
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Gặp người khác' }).check()
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByText('Đã gặp ai?').waitFor()
  await expectFocus(page, 'Đã gặp ai')
  await page.getByLabel('Đã gặp ai').fill('con trai')
  await page.getByText('Đã gặp ai?').waitFor({ state: 'detached' })
  await page.locator('summary', { hasText: 'Cần gì' }).click()
  await page.getByRole('checkbox', { name: 'xi măng' }).check()
  await page.getByLabel(/Cần xi măng/).fill('10 bao')
  await page.locator('summary', { hasText: 'Hẹn lần sau' }).click()
  await page.getByRole('radio', { name: 'Hai tuần' }).check()
  await lan.picture('form-visit-full')
  await accessible(lan, 'visit, full')
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Lầu Y Mái' }).waitFor()
  await handIn(lan)
  const visit = await latest<VisitRecorded>('visit.recorded')
  expect(visit).toMatchObject({
    outcome: 'met-other',
    met: 'con trai',
    needs: [{ need: 'cement', note: '10 bao' }],
    location: { accuracy: 8, by: 'gps' },
  })
  expect(visit.next).toBeDefined()
})

it('[R-place-01, R-form-01] a phone that refuses its place still saves, and says so', async () => {
  const lan = await enrolled('Lan', 'recorder')
  const { page } = lan
  await lan.context.clearPermissions()
  await lan.context.grantPermissions(['camera'])
  await lan.offline(true)
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.locator('summary', { hasText: 'Thêm về gia đình' }).click()
  await page.getByLabel('Số người trong nhà').fill('94a')
  await page.getByLabel('Điện thoại').click()
  await page.getByText('Số người phải từ 1 đến 40.').waitFor()
  await page.getByLabel('Số người trong nhà').fill('6')
  await page.getByText('Số người phải từ 1 đến 40.').waitFor({ state: 'detached' })
  await page.getByLabel('Tên chủ hộ').fill('Moong Văn Khăm')
  await page.getByLabel(/^Bản/).fill('Mường Lống 2')
  await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await page.getByText('Chưa lấy được vị trí: máy không cho phép').waitFor()
  await lan.picture('form-register-no-place')
  await accessible(lan, 'register')
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name: 'Moong Văn Khăm' }).waitFor()
  await page.getByRole('link', { name: 'Thăm hộ' }).click()
  await page.getByRole('radio', { name: 'Đi vắng' }).check()
  await page.getByText('Chưa lấy được vị trí').waitFor()
  await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await page.getByRole('heading', { name: 'Moong Văn Khăm' }).waitFor()
  await handIn(lan)
  expect(await latest<VisitRecorded>('visit.recorded')).toMatchObject({ location: { missing: 'denied' } })
})

it('[R-words-01, R-check-06] the same check on a desk, in English', async () => {
  const mai = await enrolled('Mai', 'recorder', deskSize)
  const { page } = mai
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Households', exact: true }).click()
  await page.getByRole('link', { name: /Vừ Bá Chò/ }).click()
  await page
    .getByRole('link', { name: 'Check the foundation' })
    .or(page.getByRole('link', { name: 'Add photos' }))
    .first()
    .click()
  await page.getByText('Place taken · 8 m accurate').waitFor()
  await mai.picture('form-desk-check-english')
  await accessible(mai, 'desk check')
  // By keys alone: a choice by the arrows stays until Enter goes on.
  await page.getByRole('button', { name: /^Next/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'The right plot' }).waitFor()
  await page.getByRole('radio', { name: 'Well', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.getByRole('heading', { name: 'The right plot' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /No landslide/ }).waitFor()
  await mai.picture('form-desk-item-english')
  await accessible(mai, 'desk item')
})

const enrolled = async (name: string, role: string, size?: { width: number; height: number }): Promise<Phone> => {
  const { link } = endpoint.invite(name, role, [book])
  const phone = await openPhone({ url: link, ...(size ? { size } : {}) })
  phones.push(phone)
  await phone.page.getByLabel('Tên máy này').fill(`máy của ${name}`)
  await phone.page.getByRole('button', { name: 'Vào sổ' }).click()
  await phone.page.getByRole('link', { name: /^Gửi/ }).waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return phone
}

const register = async ({ page }: Phone, name: string, { place = false } = {}): Promise<void> => {
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Mường Lống 1')
  if (place) {
    await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
    await page.getByText('Đã lấy vị trí · chính xác 8 m').waitFor()
  }
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const expectFocus = async (page: Page, label: string): Promise<void> =>
  expect(await page.getByLabel(label).evaluate((field) => field === document.activeElement)).toBe(true)

const entriesOf = async (kind: string): Promise<Entry[]> => {
  const books = await openBooks(endpoint.dir)
  const rows = await books.db.selectFrom('entries').select('text').where('kind', '=', kind).orderBy('seq').execute()
  await books.close()
  return rows.map(({ text }) => JSON.parse(text) as Entry)
}

const latest = async <Body>(kind: string): Promise<Body> => (await entriesOf(kind)).at(-1)?.body as Body
