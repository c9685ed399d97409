import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderSVG } from 'uqr'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, openPhone, type Phone, type PhoneOptions } from './support/phone.ts'
import { filmQr } from './support/qrFilm.ts'

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

let endpoint: EndpointProcess
const dir = mkdtempSync(join(tmpdir(), 'mai-am-qr-'))
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
  rmSync(dir, { recursive: true, force: true })
})

const open = async (options: PhoneOptions): Promise<Phone> => {
  const phone = await openPhone(options)
  phones.push(phone)
  return phone
}

it('[R-enrol-05, R-enrol-08] Lan scans the QR on the office’s screen, held askew, and is welcomed', async () => {
  const { link, code } = endpoint.invite('Lan', 'recorder', ['40-417-16822', '40-417-16816'])
  const film = join(dir, 'qr.y4m')
  filmQr(link, film)
  const lan = await open({ url: endpoint.url, camera: film })
  await lan.page.getByRole('button', { name: 'Quét mã QR' }).waitFor()
  await lan.picture('enrol')
  await accessible(lan, 'enrol')
  await lan.page.getByRole('button', { name: 'Quét mã QR' }).click()
  await lan.page.getByText('Đã đọc được mã.').waitFor()
  expect(await lan.page.getByLabel('Mã vào sổ').inputValue()).toBe(code)
  expect(await lan.page.locator('video').count()).toBe(0)
  await lan.picture('enrol-scanned')
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  await lan.page.getByText('Keng Đu, Mỹ Lý').waitFor()
  await lan.page.getByText(/Máy (hứa|chưa hứa) giữ dữ liệu/).waitFor()
  await lan.picture('enrol-welcome')
  await accessible(lan, 'welcome')
  await lan.page.getByRole('button', { name: 'English' }).click()
  await lan.page.getByRole('heading', { name: 'Hello Lan' }).waitFor()
  await lan.page.getByRole('link', { name: 'Take along' }).click()
  await lan.page.waitForURL((url) => url.pathname !== '/welcome')
})

it('[R-enrol-05] while the camera sees something else it says so and goes on looking', async () => {
  const film = join(dir, 'other.y4m')
  filmQr('https://example.org/menu', film)
  const lan = await open({ url: endpoint.url, camera: film })
  await lan.page.getByRole('button', { name: 'Quét mã QR' }).click()
  await lan.page.getByText('Đây không phải mã vào sổ.').waitFor()
  await lan.picture('enrol-scanning')
  await accessible(lan, 'scanning')
  await lan.page.getByRole('button', { name: 'Thôi quét' }).click()
  await lan.page.getByRole('button', { name: 'Quét mã QR' }).waitFor()
})

it('[R-enrol-05] the camera is refused: a picture of the QR serves, and typing does; errors are in words', async () => {
  const { link, code } = endpoint.invite('Páo', 'recorder', ['40-417-16822'])
  const pao = await open({ url: endpoint.url, camera: 'denied' })
  await pao.page.getByRole('button', { name: 'Vào sổ' }).click()
  await pao.page.getByText('Hãy gõ đủ mã trước').waitFor()
  await pao.page.getByLabel('Mã vào sổ').fill('Đ2CD-EFGH-JKMN')
  await pao.page.getByRole('button', { name: 'Vào sổ' }).click()
  await pao.page.getByText('Hãy tắt gõ tiếng Việt').waitFor()
  await pao.page.getByLabel('Mã vào sổ').fill('')
  await pao.page.getByLabel('Mã vào sổ').pressSequentially('abcdefghjkmn')
  expect(await pao.page.getByLabel('Mã vào sổ').inputValue()).toBe('ABCD-EFGH-JKMN')
  await pao.page.getByRole('button', { name: 'Vào sổ' }).click()
  await pao.page.getByText('Mã này không đúng, đã dùng hoặc hết hạn.').waitFor()
  await pao.page.getByRole('button', { name: 'Quét mã QR' }).click()
  await pao.page.getByText('Máy ảnh không được phép mở.').waitFor()
  await pao.picture('enrol-camera-denied')
  await accessible(pao, 'camera denied')
  await pao.page.getByLabel('Chọn ảnh chụp mã').setInputFiles(await photographed(pao, renderSVG('chỉ là chữ')))
  await pao.page.getByText('Không đọc được mã trong ảnh này.').waitFor()
  await pao.page.getByLabel('Chọn ảnh chụp mã').setInputFiles(await photographed(pao, renderSVG(link)))
  await pao.page.getByText('Đã đọc được mã.').waitFor()
  expect(await pao.page.getByLabel('Mã vào sổ').inputValue()).toBe(code)
  await pao.page.getByRole('button', { name: 'Vào sổ' }).click()
  await pao.page.getByRole('heading', { name: 'Chào Páo' }).waitFor()
})

it('[R-enrol-05, R-enrol-07] a link’s code leaves the address and the history; on an enrolled phone it does nothing', async () => {
  const first = endpoint.invite('Lan', 'recorder', ['40-417-16822'])
  const second = endpoint.invite('Hùng', 'inspector', ['40-417-16822'])
  const lan = await open({ url: first.link })
  await lan.page.getByRole('button', { name: 'Vào sổ' }).waitFor()
  expect(await lan.page.getByLabel('Mã vào sổ').inputValue()).toBe(first.code)
  expect(lan.page.url()).toBe(`${endpoint.url}/`)
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()

  // Cold, and then again into the page as it stands.
  for (const way of ['cold', 'same page']) {
    if (way === 'cold') await lan.page.goto('about:blank')
    await lan.page.goto(second.link)
    await lan.page.getByText('Máy này đã vào sổ rồi: Lan.').waitFor()
    expect(lan.page.url()).toBe(`${endpoint.url}/`)
    if (way === 'cold') await lan.picture('enrol-already')
    await accessible(lan, 'already enrolled')
    await lan.page.getByRole('button', { name: 'Đã hiểu' }).click()
    await lan.page.getByText('Máy này đã vào sổ rồi').waitFor({ state: 'detached' })
  }
  const before = await lan.page.evaluate(() => history.length)
  for (let back = 1; back < before; back += 1) {
    await lan.page.goBack()
    expect(lan.page.url()).not.toContain('enrol=')
  }

  // The code was not used: Hùng's own phone enrols with it.
  const hung = await open({ url: second.link, language: 'en' })
  await hung.page.getByRole('button', { name: 'English' }).click()
  await hung.page.getByRole('button', { name: 'Enrol', exact: true }).click()
  await hung.page.getByRole('heading', { name: 'Hello Hùng' }).waitFor()
})

it('[R-enrol-06] an iPhone’s tab asks for the home screen and keeps the code; the home screen enrols', async () => {
  const { link, code } = endpoint.invite('Mai', 'district', [])
  const mai = await open({ url: link, userAgent: iPhone })
  await mai.page.getByRole('heading', { name: 'Trên iPhone: cài lên màn hình chính trước' }).waitFor()
  await mai.page.getByText(code).waitFor()
  expect(await mai.page.getByRole('button', { name: 'Vào sổ' }).count()).toBe(0)
  await mai.picture('enrol-iphone')
  await accessible(mai, 'iphone')

  // From the home screen Safari says so.
  await mai.context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }))
  await mai.page.goto('about:blank')
  await mai.page.goto(endpoint.url)
  await mai.page.getByLabel('Mã vào sổ').fill(code)
  await mai.page.getByRole('button', { name: 'Vào sổ' }).click()
  await mai.page.getByRole('heading', { name: 'Chào Mai' }).waitFor()
})

/** A picture of the code as a phone makes it: tilted and not quite sharp. */
const photographed = async (phone: Phone, svg: string): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const page = await phone.context.newPage()
  await page.setContent(`<div style="width:320px;margin:60px auto;perspective:700px"><div
    style="transform:rotateY(18deg) rotate(7deg);filter:blur(1px)">${svg}</div></div>`)
  const buffer = await page.screenshot()
  await page.close()
  return { name: 'qr.png', mimeType: 'image/png', buffer }
}
