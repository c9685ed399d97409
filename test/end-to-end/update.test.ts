import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import project from '../../package.json' with { type: 'json' }
import { buildAs, installEndpoint, serveBuild } from './support/builds.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, openPhone, type Phone } from './support/phone.ts'

const offer = 'Có bản mới. Dùng khi bạn rảnh.'
const dir = mkdtempSync(join(tmpdir(), 'mai-am-builds-'))
const first = join(dir, 'first')
const second = join(dir, 'second')
const broken = join(dir, 'broken')
let endpoint: EndpointProcess
let program: string
let lan: Phone
beforeAll(async () => {
  cpSync('dist', first, { recursive: true })
  buildAs('second', second)
  program = installEndpoint()
  endpoint = await startEndpoint(undefined, program)
})
afterAll(async () => {
  await lan?.remove()
  await endpoint.remove()
  rmSync(program, { recursive: true, force: true })
  rmSync(dir, { recursive: true, force: true })
})

it('[L11, R-update-01] a new version waits for the form, is taken in one tab, and the other goes on with its own', async () => {
  const { link } = endpoint.invite('Lan', 'recorder', ['40-417-16822'])
  lan = await openPhone({ url: link })
  await lan.page.getByRole('button', { name: 'Vào sổ' }).click()
  await lan.page.getByRole('heading', { name: 'Chào Lan' }).waitFor()
  await workerControls(lan.page)
  // The first worker of all is no new version.
  expect(await lan.page.locator('.update').count()).toBe(0)
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  const other = await lan.context.newPage()
  await other.goto(`${endpoint.url}/households`)
  await other.getByRole('heading', { name: 'Hộ' }).waitFor()

  // Lan is typing when the office has put up a new version.
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await lan.page.getByLabel('Tên chủ hộ').fill('Lô Văn Páo')
  await update(second)
  await lookForUpdate(other)
  await other.getByText(offer).waitFor()
  expect(await lan.page.evaluate(waits)).toBe(true)
  await lan.page.getByText('Bản nháp đã lưu trên máy').waitFor()
  expect(await lan.page.getByText(offer).count()).toBe(0)
  // She leaves the form: now it is offered, and she takes it.
  await lan.page.getByRole('link', { name: 'Hôm nay' }).click()
  await lan.page.getByText(offer).waitFor()
  await lan.picture('update-offer')
  await accessible(lan, 'update offer')
  await lan.page.getByRole('button', { name: 'Dùng bản mới' }).click()
  await lan.page.waitForFunction(() => document.documentElement.dataset.build === 'second')
  await lan.page.getByRole('link', { name: 'Ghi hộ mới' }).click()
  expect(await lan.page.getByLabel('Tên chủ hộ').inputValue()).toBe('Lô Văn Páo')

  // The other tab still runs the first version, whose files the endpoint no longer has; a screen it never opened opens.
  await other.bringToFront()
  await other.getByText('Bản mới đã mở ở thẻ khác.').waitFor()
  await lan.offline(true)
  // What the browser itself still remembers of the network doesn't count: it may forget.
  await (await lan.context.newCDPSession(other)).send('Network.clearBrowserCache')
  expect(await version(other)).toBe(project.version)
  await other.getByRole('link', { name: 'Hôm nay' }).click()
  await other.getByRole('link', { name: 'Ghi hộ mới' }).click()
  await other.getByLabel('Tên chủ hộ').waitFor()
  expect(await version(other)).toBe(project.version)
  await other.getByRole('link', { name: 'Hôm nay' }).click()
  expect(await shells(other)).toHaveLength(2)
  await other.getByRole('button', { name: 'Dùng bản mới' }).click()
  await other.waitForFunction(() => document.documentElement.dataset.build === 'second')
  await expect.poll(() => shells(other)).toHaveLength(1)
  await lan.offline(false)
})

it('[L11] a version with a file that is missing, or not the one that was built, is no version', async () => {
  // The first version again: the phone has thrown it away and would have to fetch it anew.
  cpSync(first, broken, { recursive: true })
  const chunk = readdirSync(join(broken, 'assets')).find((name) => /^fieldScreens-.*\.js$/.test(name)) ?? ''
  const path = join(broken, 'assets', chunk)
  // What is sent is the packed one, where there is one.
  for (const packed of ['.br', '.gz']) rmSync(path + packed)
  for (const how of ['missing', 'another'] as const) {
    if (how === 'missing') rmSync(path)
    else writeFileSync(path, 'export default () => "a page of the hotel’s network"')
    await update(broken)
    await lookForUpdate(lan.page)
    await expect.poll(() => lan.page.evaluate(installs)).toBe(false)
    expect(await lan.page.evaluate(waits), how).toBe(false)
  }
  // What is on the phone is whole.
  await lan.offline(true)
  await lan.page.goto(`${endpoint.url}/households/new`)
  await lan.page.getByLabel('Tên chủ hộ').waitFor()
  expect(await version(lan.page)).toBe('second')
})

/** As README says: stop, the new version, start. */
const update = async (build: string): Promise<void> => {
  await endpoint.kill()
  serveBuild(program, build)
  await endpoint.startAgain()
}

const workerControls = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')

/** What the browser does by itself at openings, and the app at most once an hour. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update().catch(() => undefined)
  })

const waits = async () => (await navigator.serviceWorker.ready).waiting !== null
const installs = async () => (await navigator.serviceWorker.ready).installing !== null

const version = (page: Page) => page.evaluate(() => document.documentElement.dataset.build)

const shells = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('mai-am-shell-')))
