import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type EndpointProcess, startEndpoint } from './support/endpointProcess.ts'
import { accessible, openPhone, type Phone, type PhoneOptions } from './support/phone.ts'

const book = '40-417-16822'
let endpoint: EndpointProcess
const phones: Phone[] = []
beforeAll(async () => {
  endpoint = await startEndpoint()
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint.remove()
})

const enrolled = async (name: string, more: Partial<PhoneOptions> = {}): Promise<Phone> => {
  const { link } = endpoint.invite(name, 'recorder', [book])
  const phone = await openPhone({ url: link, ...more })
  phones.push(phone)
  await phone.page.getByLabel('Tên máy này').fill(`máy của ${name}`)
  await phone.page.getByRole('button', { name: 'Vào sổ' }).click()
  await phone.page.getByRole('link', { name: 'Gửi' }).waitFor()
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return phone
}

const register = async (page: Page, name: string): Promise<void> => {
  await page.goto(`${endpoint.url}/households/new`)
  await page.getByLabel('Tên chủ hộ').fill(name)
  await page.getByLabel(/^Bản/).fill('Huồi Lê')
  await page.getByRole('button', { name: 'Lưu hộ' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

const heads = async (): Promise<string[]> => {
  const books = await openBooks(endpoint.dir)
  const rows = await books.db.selectFrom('entries').select('text').where('book', '=', book).orderBy('seq').execute()
  await books.close()
  return rows.map(({ text }) => (JSON.parse(text) as { body: { headName: string } }).body.headName)
}

const inTime = async <Value>(look: () => Promise<Value>, wanted: (value: Value) => boolean): Promise<Value> => {
  for (let at = 0; at < 200; at += 1) {
    const value = await look()
    if (wanted(value)) return value
    await new Promise((later) => setTimeout(later, 100))
  }
  return look()
}

it('[R-sync-01] two tabs hand in one after the other, each entry once, and both show how it stands', async () => {
  const lan = await enrolled('Lan')
  const other = await lan.context.newPage()
  await other.goto(`${endpoint.url}/hand-in`)
  let under = 0
  let most = 0
  const isSync = (url: string) => url.endsWith('/api/sync')
  lan.context.on('request', (request) => {
    if (isSync(request.url())) most = Math.max(most, ++under)
  })
  const ended = (request: { url(): string }) => {
    if (isSync(request.url())) under -= 1
  }
  lan.context.on('requestfinished', ended)
  lan.context.on('requestfailed', ended)
  await register(lan.page, 'Lô Văn Páo')
  await lan.page.getByRole('link', { name: /^Gửi/ }).click()
  const press = (page: Page) => page.getByRole('button', { name: 'Gửi ngay' }).click()
  await Promise.all([press(lan.page), press(other)])
  for (const page of [lan.page, other]) await page.getByText('Ghi chép: đã nhận đủ 1').waitFor()
  expect(most).toBe(1)
  expect(await heads()).toEqual(['Lô Văn Páo'])
})

it('[R-sync-02] the page is closed without signal; the browser hands in by itself when there is one', async () => {
  const lan = await enrolled('Lan', { backgroundSync: true })
  await endpoint.kill()
  await register(lan.page, 'Moong Văn Sơn')
  const { page } = lan
  const tags = () =>
    page.evaluate(async () => {
      const { sync } = (await navigator.serviceWorker.ready) as unknown as { sync: { getTags(): Promise<string[]> } }
      return sync.getTags()
    })
  // Asked for when it was saved, and again once the page's own try has failed.
  expect(await inTime(tags, (asked) => asked.length > 0)).toEqual(['mai-am-hand-in'])
  const blank = await lan.context.newPage()
  await lan.page.close()
  await endpoint.startAgain()
  // The browser's own word that the network is back, said to the worker; no page of the app is open.
  const session = await lan.context.newCDPSession(blank)
  const registration = new Promise<string>((found) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.startsWith(endpoint.url))
      if (ours !== undefined) found(ours.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registration
  await session.send('ServiceWorker.dispatchSyncEvent', {
    origin: endpoint.url,
    registrationId,
    tag: 'mai-am-hand-in',
    lastChance: false,
  })
  expect(await inTime(heads, (names) => names.includes('Moong Văn Sơn'))).toContain('Moong Văn Sơn')
})

it('[L9] the browser cleared the database: it is said at opening, with what was not handed in', async () => {
  const lan = await enrolled('Lan')
  await lan.offline(true)
  await register(lan.page, 'Cụt Thị Mỵ')
  await lan.page.waitForFunction(() => localStorage.getItem('mai-am-mark')?.includes('"waiting":1'))
  // As a cleaner app does it: the databases go, the small things stay.
  await lan.page.goto(`${endpoint.url}/manifest.webmanifest`).catch(() => undefined)
  await lan.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((done) => {
        const request = indexedDB.deleteDatabase(name ?? '')
        request.onsuccess = done
        request.onerror = done
      })
    }
  })
  await lan.reopen({ offline: true })
  await lan.page.getByRole('heading', { name: 'Bộ nhớ của ứng dụng trên máy này đã bị xóa' }).waitFor()
  await lan.page.getByText('Lúc đó còn 1 ghi chép chưa gửi').waitFor()
  await lan.page.getByRole('button', { name: 'Vào sổ' }).waitFor()
  await lan.picture('storage-lost')
  await accessible(lan, 'storage lost')
  await lan.page.getByRole('button', { name: 'Tôi đã biết' }).click()
  await lan.page.getByRole('heading', { name: /đã bị xóa/ }).waitFor({ state: 'detached' })
})

it('[L9] the marker beside the database went: it is said while everything is still there', async () => {
  const lan = await enrolled('Lan')
  await lan.page.waitForFunction(() => localStorage.getItem('mai-am-mark') !== null)
  await lan.page.evaluate(() => localStorage.clear())
  await lan.reopen({ offline: false })
  await lan.page.getByRole('heading', { name: 'Trình duyệt vừa xóa một phần bộ nhớ' }).waitFor()
  await lan.page.getByRole('button', { name: 'Tôi đã biết' }).click()
  await lan.reopen({ offline: false })
  await lan.page.getByRole('link', { name: 'Gửi' }).waitFor()
  expect(await lan.page.getByRole('heading', { name: /Trình duyệt vừa xóa/ }).count()).toBe(0)
})

it('[L8] the phone is full to the last byte: photos no longer fit and it is said, the entry is saved all the same', async () => {
  const lan = await enrolled('Lan', { room: 24_000_000 })
  await lan.offline(true)
  const held = () =>
    lan.page.evaluate(
      () =>
        new Promise<number>((done) => {
          const opening = indexedDB.open('mai-am')
          opening.onsuccess = () => {
            const count = opening.result.transaction('reserve').objectStore('reserve').count()
            count.onsuccess = () => {
              opening.result.close()
              done(count.result)
            }
          }
        }),
    )
  expect(await inTime(held, (rows) => rows === 16)).toBe(16)
  // Something else of this origin takes all there is, in random bytes, down to crumbs.
  const wall = await lan.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('filler', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true })
      opening.onsuccess = () => done(opening.result)
    })
    const put = (size: number) =>
      new Promise<string>((done) => {
        const bytes = new Uint8Array(size)
        for (let at = 0; at < size; at += 65_536)
          crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)))
        const writing = database.transaction('bytes', 'readwrite', { durability: 'strict' })
        writing.objectStore('bytes').put(bytes.buffer)
        writing.oncomplete = () => done('kept')
        writing.onabort = () => done(writing.error?.name ?? 'aborted')
      })
    const said: string[] = []
    for (const size of [262_144, 16_384, 512]) {
      let kept = 0
      while ((await put(size)) === 'kept' && kept < 1000) kept += 1
      said.push(kept < 1000 ? await put(size) : 'no wall')
    }
    return said
  })
  // Proves first that the wall is there.
  expect(wall).toEqual(['QuotaExceededError', 'QuotaExceededError', 'QuotaExceededError'])
  await register(lan.page, 'Vừ Bá Chò')
  // Given up for the entry; a hand-in may have held back again what is left of it.
  expect(await held()).toBeLessThan(16)
  await lan.page.getByText('Máy sắp hết chỗ').waitFor()
  await lan.picture('storage-full')
  await accessible(lan, 'storage full')
  await lan.reopen({ offline: true })
  await lan.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await lan.page.getByRole('link', { name: /Vừ Bá Chò/ }).waitFor()
})

it('[I4] the office has a lost phone wiped: the book goes, what was recorded arrives, and a screen says so', async () => {
  const lan = await enrolled('Lan')
  await register(lan.page, 'Lương Văn Thái')
  await lan.page.getByText('chờ gửi').waitFor({ state: 'detached' })
  await lan.offline(true)
  await register(lan.page, 'Lương Thị Nhung')
  const device = await lan.page.evaluate(
    () => (JSON.parse(localStorage.getItem('mai-am-mark') ?? '') as { device: string }).device,
  )
  const words = ['run', '--silent', 'admin', '--', '--data', endpoint.dir, 'revoke', '--device', device, '--wipe']
  execFileSync('npm', words, { stdio: 'inherit' })
  await lan.offline(false)
  await lan.page.getByText('Văn phòng đã thu quyền máy này và cho xóa dữ liệu trong máy').waitFor()
  await lan.picture('storage-wiped')
  await accessible(lan, 'wiped')
  const left = await lan.page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const opening = indexedDB.open('mai-am')
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['own', 'pages', 'drafts', 'cursors'])
          const counts = ['own', 'pages', 'drafts', 'cursors'].map((name) => reading.objectStore(name).count())
          reading.oncomplete = () => done(counts.map(({ result }) => result))
        }
      }),
  )
  expect(left).toEqual([0, 0, 0, 0])
  const books = await openBooks(endpoint.dir)
  const quarantine = await books.db.selectFrom('held').select(['raw', 'code']).execute()
  await books.close()
  expect(quarantine.map(({ code }) => code)).toEqual(['revoked'])
  expect(quarantine[0]?.raw).toContain('Lương Thị Nhung')
})
