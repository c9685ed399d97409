import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chance, chanceOf } from '../../src/endpoint/demo/chance.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold } from '../end-to-end/support/fieldWork.ts'
import type { Phone } from '../end-to-end/support/phone.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { type EndpointDisk, endpointDisk } from './support/endpointDisk.ts'
import { enrolPage, noSignal, signalAgain } from './support/enrolPage.ts'
import { inPairs } from './support/inPairs.ts'
import { phoneDisk } from './support/phoneDisk.ts'
import { type PhonesInOne, phonesInOne } from './support/phonesInOne.ts'

const keng = '40-417-16822'
const card = mkdtempSync(join(tmpdir(), 'mai-am-card-'))
let endpoint: EndpointProcess
let disk: EndpointDisk
let phones: PhonesInOne
beforeAll(async () => {
  endpoint = await startEndpoint()
  disk = await endpointDisk(endpoint.dir)
  phones = await phonesInOne(endpoint.url)
})
afterAll(async () => {
  await phones?.remove()
  await disk.close()
  await endpoint.remove()
  rmSync(card, { recursive: true, force: true })
})

/** How a phone loses its memory: while the browser runs, or on the disk while it does not. */
const ways = ['cleared', 'folder-gone', 'garbled', 'files-kept', 'cut-short', 'tail-cut', 'everything'] as const
type Way = (typeof ways)[number]
/** What the browser's own clearing takes of an origin; the rest survives. */
const cleared: { [way in Way]?: string } = {
  cleared: 'indexeddb',
  'files-kept': 'indexeddb,local_storage',
  everything: 'all',
}

it('[L9, L16, R-canary-01, R-canary-02] phones lose their memory in every way: it is said with numbers, a new device begins, the endpoint knows what is missing, the backup file brings it', async () => {
  const took = stopwatch()
  const seed = seedOf('lost memory', 11)
  const runs = size(20, 20)
  const counts = { runs, noticed: 0, 'new device ids': 0, 'numbers known as missing': 0, 'brought by backup files': 0 }
  const begun: { device: string; handedIn: number; last: number; way: Way }[] = []
  await inPairs(runs, async (run) => {
    const way = ways[run % ways.length] ?? 'cleared'
    const page = await phones.page(run)
    const lan = { page } as Phone
    await enrolPage(page, phones.origin(run), await disk.code('Lan', keng), 'Lan')
    await page.getByRole('link', { name: 'Hôm nay' }).click()
    await registerHousehold(lan, 'Lô Văn Páo')
    await expect.poll(async () => (await phoneDisk(page)).own.map(({ state }) => state)).toEqual(['handed-in'])
    await noSignal(page)
    const waiting = chanceOf(`lost memory ${seed} ${run}`).between(1, 3)
    for (let at = 0; at < waiting; at += 1) await registerHousehold(lan, `Vừ Bá Chò ${at}`)
    if (way === 'everything') await saveBackup(page, join(card, `${run}.maiam`))
    const { device } = await phoneDisk(page)
    begun[run] = { device, handedIn: 1, last: 1 + waiting, way }
    await page.waitForFunction(
      (wanted) => localStorage.getItem('mai-am-mark')?.includes(`"last":${wanted}`),
      1 + waiting,
    )
    await page.waitForFunction(
      async (wanted) => (await (await caches.match('/mark'))?.text())?.includes(`"last":${wanted}`),
      1 + waiting,
    )
    if (cleared[way] !== undefined) {
      // Not under the app's feet: it is away, as it is when a phone cleans itself.
      await page.goto('about:blank')
      const session = await page.context().newCDPSession(page)
      await session.send('Storage.clearDataForOrigin', { origin: phones.origin(run), storageTypes: cleared[way] })
    }
    await page.close()
  })
  await phones.restart(() => {
    for (const [run, { way }] of begun.entries())
      damage(phones.profile, phones.origin(run), way, chanceOf(`damage ${seed} ${run}`))
  })
  await inPairs(runs, async (run) => {
    const { device, handedIn, last, way } = begun[run] as (typeof begun)[number]
    const at = `run ${run}, ${way}`
    const page = await phones.page(run)
    await page.goto(phones.origin(run))
    if (way === 'tail-cut' && (await fellBack(page, at, last))) {
      counts.noticed += 1
      counts['numbers known as missing'] += await missingOf(page, device, last)
      return page.close()
    }
    if (way !== 'everything') {
      await noticed(page, at)
      counts.noticed += 1
      await page.getByText(`Lúc đó còn ${last - handedIn} ghi chép chưa gửi`).waitFor()
      await page.getByText(`Ghi chép cuối cùng trên máy mang số ${last}.`).waitFor()
    }
    await enrolPage(page, phones.origin(run), await disk.code('Lan', keng), 'Lan')
    if (way !== 'everything') {
      // Enrolled anew, it is still said until somebody has read it.
      await page.goto(phones.origin(run))
      await noticed(page, at)
      await page.getByRole('button', { name: 'Tôi đã biết' }).click()
      await page.getByRole('heading', { name: /đã bị xóa/ }).waitFor({ state: 'detached' })
    }
    const now = await phoneDisk(page)
    expect([now.device === device, now.device === ''], at).toEqual([false, false])
    counts['new device ids'] += 1
    // The old device's page at the office, and the number that the phone named: what is missing.
    const { upTo, gaps } = await disk.numbersOf(device)
    // A page that is left may still get a hand-in through, in the moment in which nobody holds its line any more.
    expect([upTo >= handedIn && upTo <= last, gaps], at).toEqual([true, []])
    counts['numbers known as missing'] += last - upTo
    if (way === 'everything') {
      await takeIn(page, join(card, `${run}.maiam`))
      await page.getByText(`Máy chủ đã nhận đủ tệp này: ${last - handedIn} ghi chép, 0 tệp ảnh.`).waitFor()
      expect(await disk.numbersOf(device), at).toEqual({ upTo: last, gaps: [] })
      counts['brought by backup files'] += last - handedIn
    }
    await page.close()
  })
  figure({ line: 11, test: 'The memory is lost', seed, counts, seconds: took() })
})

/** The loud notice; where the browser first has to find out what broke, the page says so and is opened again. */
const noticed = async (page: Page, at: string): Promise<void> => {
  const notice = page.getByRole('alert').getByRole('heading', { name: 'Bộ nhớ của ứng dụng trên máy này đã bị xóa' })
  const failed = page.getByRole('heading', { name: 'Không mở được bộ nhớ của máy' })
  for (let tries = 0; tries < 3; tries += 1) {
    await notice.or(failed).first().waitFor()
    if ((await notice.count()) > 0) return
    console.log(`${at}: could not be opened, tried again`)
    await page.getByRole('button', { name: 'Mở lại' }).click()
  }
  expect(await notice.count(), at).toBe(1)
}

/** A log that lost its end is read up to there: the database is older than it was, or too broken to be one. */
const fellBack = async (page: Page, at: string, last: number): Promise<boolean> => {
  const some = page.getByRole('heading', { name: 'Một phần ghi chép trên máy này đã mất' })
  const all = page.getByRole('heading', { name: 'Bộ nhớ của ứng dụng trên máy này đã bị xóa' })
  const enrolled = page.getByRole('link', { name: 'Hôm nay' })
  await enrolled.or(all).first().waitFor()
  if ((await all.count()) > 0) return false
  await some.waitFor()
  await page.getByText(`đến số ${last} không còn trong máy`).waitFor()
  await page.screenshot({ path: 'test/pictures/storage-entries-gone.png' })
  const { counter, own } = await phoneDisk(page)
  expect([counter, own.length < last], at).toEqual([last, true])
  await page.getByRole('button', { name: 'Tôi đã biết' }).click()
  return true
}

/** The same device goes on behind the numbers that went, so that the endpoint itself names them. */
const missingOf = async (page: Page, device: string, last: number): Promise<number> => {
  const before = (await phoneDisk(page)).own.map(({ n }) => n)
  await registerHousehold({ page } as Phone, 'Moong Thị Lan')
  await expect.poll(async () => (await phoneDisk(page)).own.every(({ state }) => state === 'handed-in')).toBe(true)
  const { upTo, gaps } = await disk.numbersOf(device)
  const wanted = Array.from({ length: last }, (_, at) => at + 1).filter((n) => !before.includes(n) && n > 1)
  expect(gaps).toEqual(wanted)
  expect(upTo).toBe((wanted[0] ?? 0) - 1)
  return gaps.length
}

const saveBackup = async (page: Page, path: string): Promise<void> => {
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page
    .getByRole('link', { name: /^Lưu bản dự phòng/ })
    .first()
    .click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Lưu bản dự phòng' }).click(),
  ])
  await download.saveAs(path)
  await page.getByText('Đã làm xong tệp').waitFor()
}

const takeIn = async (page: Page, path: string): Promise<void> => {
  await signalAgain(page)
  await page.getByRole('link', { name: /^Gửi/ }).click()
  await page.getByRole('link', { name: /^Nạp bản dự phòng/ }).click()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByRole('button', { name: 'Gửi tệp này' }).click()
}

/** What happens to an origin's database on the disk. */
const damage = (profile: string, origin: string, way: Way, chance: Chance): void => {
  const { hostname, port } = new URL(origin)
  const folder = join(profile, 'Default', 'IndexedDB', `http_${hostname}_${port}.indexeddb.leveldb`)
  if (way === 'folder-gone') rmSync(folder, { recursive: true })
  if (way === 'tail-cut') {
    const log =
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .sort()
        .at(-1) ?? ''
    truncateSync(join(folder, log), Math.floor(statSync(join(folder, log)).size * (0.75 - 0.25 * chance.fraction())))
  }
  if (way !== 'garbled' && way !== 'cut-short') return
  const files = readdirSync(folder).filter((name) => /^(MANIFEST|CURRENT|\d+\.(ldb|log))/.test(name))
  for (const name of files) {
    const path = join(folder, name)
    const { size: length } = statSync(path)
    if (way === 'cut-short') truncateSync(path, Math.floor(length * chance.fraction() * 0.5))
    else writeFileSync(path, Buffer.from(chance.hex(Math.min(length, 4096)), 'hex'))
  }
}
