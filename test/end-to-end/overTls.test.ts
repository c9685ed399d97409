import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, openPhone, type Phone } from './support/phone.ts'
import { startTlsProxy, type TlsProxy } from './support/tlsProxy.ts'

const androidPhone =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

let proxy: TlsProxy
let endpoint: EndpointProcess
let lan: Phone | undefined
beforeAll(async () => {
  proxy = await startTlsProxy()
  endpoint = await startEndpoint(proxy.url)
  proxy.passTo(endpoint.url)
})
afterAll(async () => {
  await lan?.remove()
  await endpoint.remove()
  await proxy.close()
})

it('[R-https-01, I2] over https, on a phone: Lan enrols by link, opens cold without a network, and hands in', async () => {
  const { link } = endpoint.invite('Lan', 'recorder', ['40-417-16822'])
  expect(link).toMatch(/^https:\/\/localhost:\d+\/#enrol=/)
  lan = await openPhone({ url: link, userAgent: androidPhone, pixelRatio: 3, trusts: proxy.keyHash })
  expect(await lan.page.evaluate(() => window.isSecureContext)).toBe(true)
  await lan.page.getByRole('button', { name: 'Vào sổ' }).tap()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  const scope = await lan.page.evaluate(() => navigator.serviceWorker.ready.then(({ scope }) => scope))
  expect(scope).toBe(`${proxy.url}/`)

  // In the village.
  await endpoint.kill()
  await lan.reopen({ offline: true })
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).tap()
  await lan.page.getByLabel('Tên chủ hộ').fill('Lô Văn Páo')
  await lan.page.getByLabel(/^Bản/).fill('Huồi Lê')
  await lan.page.getByRole('button', { name: 'Lưu hộ' }).tap()
  await lan.page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
  await lan.picture('https-phone-household')
  await accessible(lan, 'household over https')

  // On the road home.
  await endpoint.startAgain()
  await lan.offline(false)
  await lan.page.getByRole('link', { name: /^Gửi/ }).tap()
  await lan.page.getByRole('button', { name: 'Gửi ngay' }).tap()
  await lan.page.getByText('Ghi chép: đã nhận đủ 1').waitFor()
  await lan.picture('https-phone-handed-in')
})
