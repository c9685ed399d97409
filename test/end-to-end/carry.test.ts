import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PhotoTaken } from '../../src/domain/entries/communeBodies.ts'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { hashOf } from '../support/testDevice.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { keptOn, registerHousehold, takePhoto } from './support/fieldWork.ts'
import { accessible, deskSize, enrolledPhone, openPhone, type Phone } from './support/phone.ts'

const kengDu = '40-417-16822'
let endpoint: EndpointProcess
let card: string
const phones = new Set<Phone>()
beforeAll(async () => {
  endpoint = await startEndpoint()
  card = mkdtempSync(join(tmpdir(), 'mai-am-card-'))
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
  rmSync(card, { recursive: true, force: true })
})

const enrolled = async (name: string, role = 'recorder', options = {}): Promise<Phone> => {
  const phone = await enrolledPhone(endpoint, name, role, role === 'admin' ? [] : [kengDu], options)
  phones.add(phone)
  return phone
}
const gone = async (phone: Phone): Promise<void> => {
  phones.delete(phone)
  await phone.remove()
}
/** Saves the file and puts it on the memory card. */
const saveBackup = async ({ page }: Phone): Promise<string> => {
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page
    .getByRole('link', { name: /^Lưu bản dự phòng/ })
    .first()
    .click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu bản dự phòng' }).click(),
  ])
  const path = join(card, download.suggestedFilename())
  await download.saveAs(path)
  await page.getByText('Đã làm xong tệp').waitFor()
  return path
}
const openTakeIn = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page.getByRole('link', { name: /^Nạp bản dự phòng/ }).click()
  await page.getByRole('heading', { name: 'Nạp bản dự phòng' }).waitFor()
}
const takeIn = async ({ page }: Phone, path: string): Promise<void> => {
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: 'Gửi tệp này' }).click()
}
const entriesHere = async () => {
  const books = await openBooks(endpoint.dir)
  const rows = await books.db
    .selectFrom('entries')
    .select(['id', 'hash', 'digest', 'text', 'seq'])
    .where('book', '=', kengDu)
    .orderBy('seq')
    .execute()
  await books.close()
  return rows
}

it('[R-carry-03, R-carry-05, L9, L16, I4] a phone drowns; its file on a memory card, carried by a colleague, is all there', async () => {
  const lan = await enrolled('Lan')
  await lan.offline(true)
  await registerHousehold(lan, 'Lô Văn Páo')
  await registerHousehold(lan, 'Vừ Bá Chò')
  await lan.page.getByRole('link', { name: 'Thăm hộ' }).click()
  await lan.page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
  await takePhoto(lan)
  await takePhoto(lan)
  await lan.page.getByLabel('Đã xin phép chụp').check()
  await lan.page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
  await lan.page.getByRole('heading', { name: 'Vừ Bá Chò' }).waitFor()
  const before = await keptOn(lan)
  expect(before.own.map(({ entry }) => entry.kind).sort()).toEqual([
    'household.registered',
    'household.registered',
    'photo.taken',
    'photo.taken',
    'visit.recorded',
  ])
  // Not asked for yet: it is little and new. Three days later it is.
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByRole('link', { name: /^Lưu bản dự phòng/ }).waitFor()
  expect(await lan.page.getByText('Nhiều việc chỉ nằm trên máy này').count()).toBe(0)
  await lan.page.clock.setSystemTime(Date.now() + 3 * 86_400_000)
  await lan.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByText('Nhiều việc chỉ nằm trên máy này: 5 ghi chép, 2 ảnh chưa gửi.').waitFor()
  await lan.picture('carry-hand-in-due')
  await accessible(lan, 'hand in with a backup asked for')
  await lan.page
    .getByRole('link', { name: /^Lưu bản dự phòng/ })
    .first()
    .click()
  await lan.page.getByText('chưa lưu lần nào').waitFor()
  await lan.picture('carry-save')
  await accessible(lan, 'save a backup file')
  const path = await saveBackup(lan)
  expect(basename(path)).toMatch(/^mai-am-\d{4}-\d\d-\d\d-\d{4}-5-ghi-chep-2-anh\.maiam$/)
  await lan.picture('carry-saved')
  await accessible(lan, 'backup file saved')
  // Sealed: neither names nor communes can be read in it.
  const bytes = readFileSync(path)
  expect(['Páo', 'Lan', kengDu, 'household'].filter((word) => bytes.includes(Buffer.from(word)))).toEqual([])
  // Nothing on the phone changed, and it isn't asked about again.
  expect(await keptOn(lan)).toEqual(before)
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  await lan.page.getByText('Đang chờ gửi').waitFor()
  expect(await lan.page.getByText('Nhiều việc chỉ nằm trên máy này').count()).toBe(0)
  await gone(lan)

  // Hùng has a signal on the road. The line breaks once; it goes on from there.
  const hung = await enrolled('Hùng')
  await openTakeIn(hung)
  await hung.picture('carry-take-in')
  await accessible(hung, 'take in')
  let pieces = 0
  await hung.context.route('**/api/bundles/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    pieces += 1
    return pieces === 1 ? route.abort('connectionreset') : route.continue()
  })
  await takeIn(hung, path)
  await hung.page.getByText(/^Chưa gửi xong/).waitFor()
  await hung.picture('carry-take-in-broken')
  await accessible(hung, 'take in, broken off')
  await hung.page.getByRole('button', { name: 'Gửi tệp này' }).click()
  // The test's camera may show one frame twice: pictures of the same bytes are one file.
  const pictures = before.own.filter(({ entry }) => entry.kind === 'photo.taken')
  expect(pictures).toHaveLength(2)
  const files = new Set(
    pictures.flatMap(({ entry }) => {
      const { sha256, preview } = entry.body as PhotoTaken
      return [sha256, preview.sha256]
    }),
  )
  await hung.page.getByText(`Máy chủ đã nhận đủ tệp này: 5 ghi chép, ${files.size} tệp ảnh.`).waitFor()
  expect(pieces).toBeGreaterThan(1)
  await hung.picture('carry-taken-in')
  await accessible(hung, 'taken in')

  const rows = await entriesHere()
  expect(new Map(rows.map(({ id, hash }) => [id, hash]))).toEqual(
    new Map(before.own.map(({ entry }) => [entry.id, hashOf(entry)])),
  )
  for (const { entry } of before.own) {
    if (entry.kind !== 'photo.taken') continue
    const { sha256, preview } = entry.body as PhotoTaken
    for (const name of [sha256, preview.sha256])
      expect(existsSync(join(endpoint.dir, 'photos', name.slice(0, 2), name))).toBe(true)
  }
  // Hùng pulls Lan’s commune: his digest of it is the endpoint’s [I6].
  await hung.page.getByRole('link', { name: /^Gửi/ }).click()
  await hung.page.getByRole('button', { name: 'Gửi ngay' }).click()
  await hung.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await hung.page.getByRole('link', { name: /Lô Văn Páo/ }).waitFor()
  expect((await keptOn(hung)).digests[kengDu]).toBe(rows.at(-1)?.digest)
  // And once more, by mistake.
  await openTakeIn(hung)
  await takeIn(hung, path)
  await hung.page.getByText('Máy chủ đã nhận đủ tệp này').waitFor()
  expect(await entriesHere()).toHaveLength(5)
})

it('[R-carry-02, R-form-01] wrong and spoiled files are said in words, and nothing is taken', async () => {
  const seo = await enrolled('Sèo')
  await seo.offline(true)
  await registerHousehold(seo, 'Mùa A Sếnh')
  const path = await saveBackup(seo)
  const rows = await entriesHere()
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(card, name), bytes)
    return join(card, name)
  }
  const whole = readFileSync(path)
  const flipped = Buffer.from(whole)
  flipped[800] = (flipped[800] ?? 0) ^ 1
  const forged = Buffer.from(whole)
  forged[whole.length - 5] = (forged[whole.length - 5] ?? 0) ^ 1
  const other = Buffer.from(whole.toString('latin1').replace(/"to":"[0-9a-f]{8}/, '"to":"00000000'), 'latin1')
  await openTakeIn(seo)
  const said = async (path_: string, words: string) => {
    await takeIn(seo, path_)
    await seo.page.getByRole('alert').getByText(words).waitFor()
  }
  // Said before a byte is sent, without a signal too.
  await said(file('anh.maiam', Buffer.from('một bức ảnh')), 'Tệp này không phải bản dự phòng của Mái Ấm')
  await said(file('noi-khac.maiam', other), 'Tệp này làm cho một máy chủ khác')
  await takeIn(seo, path)
  await seo.page.getByText('Chưa gửi xong (1 KB').or(seo.page.getByText('Chưa gửi xong')).first().waitFor()
  await seo.context.route('**/api/sync', (route) => route.abort())
  await seo.offline(false)
  await said(file('hong.maiam', flipped), 'Tệp bị hỏng hoặc thiếu')
  await seo.picture('carry-damaged')
  await said(file('cut.maiam', whole.subarray(0, whole.length - 60)), 'Tệp bị hỏng hoặc thiếu')
  await said(file('gia.maiam', forged), 'Chữ ký trong tệp không phải của máy đã ghi')
  expect(await entriesHere()).toEqual(rows)
  // Her own file, brought by her own phone: a valid receipt, and only that, says that it is handed in [I2].
  expect((await keptOn(seo)).own.map(({ state }) => state)).toEqual(['waiting'])
  await takeIn(seo, path)
  await seo.page.getByText('Những ghi chép này của máy này, nay đã đánh dấu là đã nhận.').waitFor()
  expect((await keptOn(seo)).own.map(({ state }) => state)).toEqual(['handed-in'])
  expect(await entriesHere()).toHaveLength(rows.length + 1)
})

it('[R-change-01, R-change-02, R-admin-05] Lan changes the phone: a new code for the same person, and all of hers stands under one name', async () => {
  const old = await enrolled('Sáo')
  const mai = await enrolled('Mai', 'admin', { size: deskSize })
  await registerHousehold(old, 'Cụt Văn Hùng')
  await old.page.getByRole('link', { name: /^Gửi/ }).click()
  await old.page.getByText('Ghi chép: đã nhận đủ 1').waitFor()
  await old.offline(true)
  await registerHousehold(old, 'Moong Văn Đi')
  await old.page.getByRole('link', { name: 'Hôm nay', exact: true }).click()
  await old.page.goto(`${endpoint.url}/people/new-phone`)
  await old.page.getByText('Còn 1 ghi chép và 0 ảnh chưa được nhận.').waitFor()
  await old.picture('change-phone')
  await accessible(old, 'change phone')
  const path = await saveBackup(old)

  // Mai makes the code: name, role and communes stand there already.
  await mai.page.getByRole('link', { name: 'Mọi người' }).first().click()
  await mai.page.setViewportSize({ width: 360, height: 740 })
  await mai.page.getByText('Sáo', { exact: true }).scrollIntoViewIfNeeded()
  await mai.picture('change-people-phone')
  await mai.page.setViewportSize(deskSize)
  await mai.page.locator('li.row', { hasText: 'Sáo' }).getByRole('link', { name: 'Máy mới cho người này' }).click()
  await mai.page.getByRole('heading', { name: 'Máy mới cho Sáo' }).waitFor()
  expect(await mai.page.getByRole('radio', { name: 'người ghi' }).isChecked()).toBe(true)
  expect(await mai.page.getByRole('checkbox', { name: 'Keng Đu' }).isChecked()).toBe(true)
  await mai.picture('change-new-device')
  await accessible(mai, 'new device for the same person')
  await mai.page.getByRole('button', { name: 'Tạo mã' }).click()
  await mai.page.getByRole('heading', { name: 'Mã cho Sáo' }).waitFor()
  const link = (await mai.page.locator('.link-said').textContent()) ?? ''

  const fresh = await openPhone({ url: link })
  phones.add(fresh)
  await fresh.page.getByLabel('Tên máy này').fill('máy mới của Sáo')
  await fresh.page.getByRole('button', { name: 'Vào sổ' }).click()
  await fresh.page.getByRole('heading', { name: 'Chào Sáo' }).waitFor()
  await fresh.page.getByRole('link', { name: 'Hôm nay' }).click()
  await openTakeIn(fresh)
  await takeIn(fresh, path)
  await fresh.page.getByText('Máy chủ đã nhận đủ tệp này: 1 ghi chép, 0 tệp ảnh.').waitFor()
  await registerHousehold(fresh, 'Lương Thị Xo')
  await fresh.page.getByRole('link', { name: /^Gửi/ }).click()
  await fresh.page.getByText('Ghi chép: đã nhận đủ 1').waitFor()
  const written = (await entriesHere()).map(
    ({ text }) => JSON.parse(text) as { person: string; device: string; body: { headName?: string } },
  )
  const hers = written.filter(({ body }) =>
    ['Cụt Văn Hùng', 'Moong Văn Đi', 'Lương Thị Xo'].includes(body.headName ?? ''),
  )
  expect([
    hers.length,
    new Set(hers.map(({ person }) => person)).size,
    new Set(hers.map(({ device }) => device)).size,
  ]).toEqual([3, 1, 2])

  // Last, the old phone's rights are taken back, from her page, with what will happen said.
  await mai.page
    .getByRole('button', { name: 'Hỏi lại' })
    .first()
    .click()
    .catch(() => undefined)
  await mai.page.locator('a.row', { hasText: 'máy của Sáo' }).click()
  await mai.page.getByRole('link', { name: 'Máy mới cho người này' }).waitFor()
  await mai.picture('change-old-device')
  await mai.page.locator('summary', { hasText: 'Thu quyền máy này' }).click()
  await mai.page.getByRole('radio', { name: /chỉ thu quyền/ }).check()
  await mai.page.getByRole('button', { name: 'Tiếp: xem điều sẽ xảy ra' }).click()
  await mai.page.getByText('mọi ghi chép đã nhận (2) vẫn còn trong sổ').waitFor()
  await mai.page.getByRole('button', { name: 'Thu quyền', exact: true }).click()
  await mai.page.getByText('Đã thu quyền máy của Sáo.').waitFor()
  await mai.page.goto(`${endpoint.url}/people/audit`)
  await mai.page.getByText('Sáo mang tệp dự phòng của Sáo đến: 1 ghi chép, 0 tệp ảnh').waitFor()

  // In English, and on a desk.
  await mai.page.goto(`${endpoint.url}/people`)
  await mai.page.getByRole('button', { name: 'English' }).click()
  for (const [place, name] of [
    ['/hand-in/backup', 'carry-save-desk-english'],
    ['/hand-in/take-in', 'carry-take-in-desk-english'],
    ['/people/new-phone', 'change-phone-desk-english'],
  ] as const) {
    await mai.page.goto(endpoint.url + place)
    await mai.page.getByRole('heading', { level: 1 }).waitFor()
    await mai.picture(name)
    await accessible(mai, name)
  }
})
