import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HouseholdRow, householdRows } from '../../src/domain/lists/householdRows.ts'
import { nearestFirst } from '../../src/domain/map/nearestFirst.ts'
import type { Point } from '../../src/domain/place/distance.ts'
import { middleOf } from '../../src/domain/place/middleOf.ts'
import { aTile } from '../support/aTile.ts'
import { demoData } from '../support/demoData.ts'
import { layOnline, startTileServer } from '../support/tileServer.ts'
import { layDrawnPack, villagePack } from '../support/villagePack.ts'
import { beginsAt, stopOf, tabTo } from './support/byKeys.ts'
import { type EndpointProcess, startEndpointWith } from './support/endpointProcess.ts'
import { accessible, deskSize, enrolledPhone, type Phone, type PhoneOptions } from './support/phone.ts'
import { trialBooks } from './support/trialBooks.ts'

const books = ['40-417-16822', '40-417-16816']

let endpoint: EndpointProcess
let rows: HouseholdRow[]
/** Amid the houses of one village, where the pack was drawn. */
let middle: Point
const phones: Phone[] = []
beforeAll(async () => {
  const dir = await demoData()
  rows = [...(await trialBooks(dir, books)).values()].flatMap((state) => [...householdRows(state)])
  middle = villageOf(rows)
  await layDrawnPack(join(dir, 'maps'), villagePack([middle.lon, middle.lat]), books)
  endpoint = await startEndpointWith(dir)
})
afterAll(async () => {
  for (const phone of phones) await phone.remove()
  await endpoint?.remove()
})

const villageOf = (all: readonly HouseholdRow[]): Point => {
  const placed = all.filter(({ point }) => point !== null)
  const village = placed[0]?.village
  const found = middleOf(placed.flatMap((row) => (row.village === village ? (row.point ?? []) : [])))
  if (found === null) throw new Error('the trial has no village with a place')
  return found
}

/** A house of the village that the pack is drawn around. */
const inVillage = () => nearestFirst(rows, middle, 1)[0]?.row

const enrolled = async (options: Omit<PhoneOptions, 'url'> = {}): Promise<Phone> => {
  const place = { latitude: middle.lat, longitude: middle.lon, accuracy: 8 }
  const phone = await enrolledPhone(endpoint, 'Lan', 'recorder', books, { place, ...options })
  phones.push(phone)
  await phone.page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await phone.page.locator('.list a').first().waitFor()
  return phone
}

const takeMapsAlong = async ({ page }: Phone): Promise<void> => {
  await page.goto(`${endpoint.url}/take-along`)
  const map = page.locator('li', { hasText: 'Bản vẽ thử' })
  await map.getByRole('button', { name: /^Lấy/ }).click()
  await map.getByText('Đã có trong máy').waitFor()
}

const toMap = async ({ page }: Phone): Promise<void> => {
  await page.getByRole('navigation').getByRole('link', { name: 'Bản đồ' }).click()
  await page.locator('.map-panel .row').first().waitFor()
  await page.locator('.leaflet-marker-icon').first().waitFor()
}

/** How many pixels of the tiles in sight have each of the map's colours. */
const painted = (page: Page, names: readonly string[]): Promise<{ [name: string]: number }> =>
  page.evaluate((wanted) => {
    const style = getComputedStyle(document.documentElement)
    // A canvas says any colour in six digits.
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) throw new Error('no canvas')
    const sixDigits = (colour: string) => {
      pen.fillStyle = colour
      return pen.fillStyle
    }
    const names = new Map(wanted.map((name) => [sixDigits(style.getPropertyValue(`--map-${name}`).trim()), name]))
    const counts: { [name: string]: number } = Object.fromEntries(wanted.map((name) => [name, 0]))
    const frame = document.querySelector('.village-map')?.getBoundingClientRect()
    for (const tile of document.querySelectorAll<HTMLCanvasElement>('canvas.leaflet-tile')) {
      const box = tile.getBoundingClientRect()
      if (frame === undefined || box.right < frame.left || box.left > frame.right || box.bottom < frame.top) continue
      const { data } = tile.getContext('2d')?.getImageData(0, 0, tile.width, tile.height) ?? { data: [] }
      for (let at = 0; at < data.length; at += 4) {
        const colour = `#${[0, 1, 2].map((one) => (data[at + one] ?? 0).toString(16).padStart(2, '0')).join('')}`
        const name = names.get(colour)
        if (name !== undefined && data[at + 3] === 255) counts[name] = (counts[name] ?? 0) + 1
      }
    }
    return counts
  }, names)

/** What this phone wrote last, of that kind. */
const lastBody = (page: Page, kind: string) =>
  page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
    })
    const read = await new Promise<{ entry: { kind: string; body: unknown } }[]>((told) => {
      const all = database.transaction('own').objectStore('own').getAll()
      all.onsuccess = () => told(all.result)
    })
    database.close()
    return read.filter(({ entry }) => entry.kind === wanted).at(-1)?.entry.body as {
      set: { location: { value: object } }
    }
  }, kind)

/** The steps of today's way as the phone keeps them; null where it keeps none. */
const keptWay = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((opened) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
    })
    const kept = await new Promise<{ steps: unknown[] } | undefined>((told) => {
      const one = database.transaction('meta').objectStore('meta').get('way')
      one.onsuccess = () => told(one.result)
    })
    database.close()
    return kept?.steps.length ?? null
  })

/** Whether all of it is seen in the map's frame, and every tile is painted. */
const inFrame = (page: Page, what: string): Promise<boolean> =>
  page.evaluate((wanted) => {
    const frame = document.querySelector('.village-map')?.getBoundingClientRect()
    const box = document.querySelector(wanted)?.getBoundingClientRect()
    if (frame === undefined || box === undefined || document.querySelector('.leaflet-tile:not(.leaflet-tile-loaded)'))
      return false
    return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom
  }, what)

/** Every tile in sight is painted. */
const painting = (page: Page) =>
  expect.poll(() => page.locator('.leaflet-tile:not(.leaflet-tile-loaded)').count()).toBe(0)

const firstOnList = (page: Page): Promise<string | null> =>
  page.locator('.map-panel .row').first().getAttribute('data-household')

it('[R-map-03, R-map-04] Lan walks: her place goes along with its circle, and the list is the nearest to her', async () => {
  const lan = await enrolled()
  await lan.page.addInitScript(() => {
    const { geolocation } = navigator
    const counted = window as unknown as { watches: number }
    counted.watches = 0
    const [watch, clear] = [geolocation.watchPosition.bind(geolocation), geolocation.clearWatch.bind(geolocation)]
    geolocation.watchPosition = (...asked) => {
      counted.watches += 1
      return watch(...asked)
    }
    geolocation.clearWatch = (id) => {
      counted.watches -= 1
      clear(id)
    }
  })
  await lan.page.goto(`${endpoint.url}/map`)
  await toMap(lan)
  const { page } = lan
  const watches = () => page.evaluate(() => (window as unknown as { watches: number }).watches)
  expect(await watches()).toBe(0)
  await page.getByRole('button', { name: 'Chỗ của tôi' }).click()
  await page.getByText('Chỗ của bạn: chính xác 8 m').waitFor()
  await page.getByRole('heading', { name: 'Gần tôi nhất' }).waitFor()
  await expect.poll(() => page.locator('.here-circle').count()).toBe(1)
  const nearest = (from: Point) => nearestFirst(rows, from, 1)[0]?.row.id
  await expect.poll(() => firstOnList(page)).toBe(nearest(middle))
  await lan.picture('map-here')

  // To another village, 50 m from a house without a tent: far from every other.
  const goal = rows.find(
    ({ point, village, dwelling }) => point !== null && village !== rows[0]?.village && dwelling !== 'tent',
  )
  const there = { lat: (goal?.point?.lat ?? 0) + 0.00045, lon: goal?.point?.lon ?? 0 }
  await lan.context.setGeolocation({ latitude: there.lat, longitude: there.lon, accuracy: 25 })
  await page.getByText('Chỗ của bạn: chính xác 25 m').waitFor()
  await expect.poll(() => firstOnList(page)).toBe(nearest(there))
  await page.locator(`[data-household="${nearest(there)}"]`).click()
  await page.getByText(/^Cách bạn .* về phía /).waitFor()
  await expect.poll(() => inFrame(page, '.pin.chosen')).toBe(true)
  await lan.picture('map-household')
  await accessible(lan, 'a household on the map')
  expect(await watches()).toBe(1)
  await page.getByRole('link', { name: 'Mở trang' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await expect.poll(watches).toBe(0)
  // And back from the household's own page.
  await page.getByRole('link', { name: 'Xem trên bản đồ' }).click()
  await page.locator('.pin.chosen').waitFor()
})

it('[R-map-11] today’s way is kept only when asked for, stays on the phone, and is erased by a tap and by the next day', async () => {
  const lan = await enrolled()
  await toMap(lan)
  const { page } = lan
  await page.getByRole('button', { name: 'Chỗ của tôi' }).click()
  await page.getByText('Chỗ của bạn').waitFor()
  expect(await keptWay(page)).toBeNull()
  await page.getByRole('button', { name: 'Bật vệt đường' }).click()
  const said = () => page.getByText(/^Đang ghi, chỉ trên máy này/).textContent()
  for (let step = 1; step <= 4; step += 1) {
    const before = await said()
    await lan.context.setGeolocation({ latitude: middle.lat + step * 0.0003, longitude: middle.lon, accuracy: 6 })
    await expect.poll(said).not.toBe(before)
  }
  expect(await page.locator('.way-walked').count()).toBe(1)
  await expect.poll(() => keptWay(page)).toBeGreaterThan(1)
  await lan.picture('map-way')
  await accessible(lan, 'the way on the map')
  await page.reload()
  await expect.poll(() => page.locator('.way-walked').count()).toBe(1)
  await page.getByRole('button', { name: 'Tắt và xóa vệt' }).click()
  await expect.poll(() => keptWay(page)).toBeNull()
  expect(await page.locator('.way-walked').count()).toBe(0)

  await page.getByRole('button', { name: 'Bật vệt đường' }).click()
  await expect.poll(() => keptWay(page)).not.toBeNull()
  const tomorrow = new Date(Date.now() + 26 * 3_600_000).toISOString()
  await lan.reopen({ offline: true, clock: tomorrow })
  await expect.poll(() => keptWay(lan.page)).toBeNull()
})

it('[R-map-05] a house gets its place by standing there, another by a pin on the map; both are handed in', async () => {
  const lan = await enrolled()
  await lan.offline(true)
  await toMap(lan)
  const { page } = lan
  const unplaced = rows.find(({ point, standing }) => point === null && standing === 'here')
  await page.locator('.map-unplaced > summary').click()
  await page.locator(`[data-household="${unplaced?.id}"]`).click()
  await page.getByRole('button', { name: 'Đặt vị trí' }).click()
  await page.getByRole('button', { name: 'Lấy vị trí ở đây' }).click()
  await page.getByText('Đã lấy vị trí · chính xác 8 m').waitFor()
  await expect.poll(() => inFrame(page, '.here-dot')).toBe(true)
  await lan.picture('map-place-standing')
  await accessible(lan, 'setting a place by standing there')
  await page.getByRole('button', { name: 'Lưu vị trí' }).click()
  await page.getByText('Vị trí đã lưu trên máy').waitFor()
  await page.getByText('Vị trí lấy tại nhà · chính xác 8 m').waitFor()
  const stood = (await lastBody(page, 'household.amended')).set.location.value
  expect(stood).toMatchObject({ lat: middle.lat, lon: middle.lon, accuracy: 8, by: 'gps' })
  expect(stood).toHaveProperty('age')

  await page.getByRole('button', { name: 'Đóng' }).click()
  await page.locator('.map-panel .row').nth(1).click()
  await page.getByRole('button', { name: 'Sửa vị trí' }).click()
  await page.getByRole('radio', { name: 'Đặt ghim' }).check()
  await page.locator('.centre-pin').waitFor()
  for (const way of ['lên phía bắc', 'sang phía đông'])
    await page.getByRole('button', { name: `Dời ghim ${way}` }).click()
  await page.getByText(/^Chính xác chừng /).waitFor()
  await lan.picture('map-place-pin')
  await accessible(lan, 'setting a place by a pin')
  await page.getByRole('button', { name: 'Lưu vị trí' }).click()
  await page.getByText(/^Vị trí đặt trên bản đồ · chừng /).waitFor()
  const pinned = (await lastBody(page, 'household.amended')).set.location.value
  expect(pinned).toMatchObject({ by: 'map' })
  expect(pinned).not.toHaveProperty('age')

  await lan.offline(false)
  await page.getByRole('navigation').getByRole('link', { name: 'Gửi' }).click()
  await page.getByRole('button', { name: /^Gửi/ }).first().click()
  await page
    .getByText(/[Đđ]ã nhận đủ 2/)
    .first()
    .waitFor()
})

it('[R-map-09] with keys alone: filters, the map itself, the list, a household, and back to where one was', async () => {
  const lan = await enrolled()
  await toMap(lan)
  const { page } = lan
  await tabTo(page, /^Chưa gặp$/)
  const all = await page.locator('.map-head [role=status]').textContent()
  await page.keyboard.press('Space')
  await expect.poll(() => page.locator('.map-head [role=status]').textContent()).not.toBe(all)
  await tabTo(page, /^Bản đồ các hộ/)
  const begun = await page.locator('.leaflet-map-pane').getAttribute('style')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.locator('.leaflet-map-pane').getAttribute('style')).not.toBe(begun)
  await tabTo(page, /^Phóng to$/)
  await page.keyboard.press('Enter')
  await tabTo(page, /^Danh sách cao hơn$/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-household') ?? null)
  const [name, household] = [(await stopOf(page)).name, await focused()]
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await stopOf(page)).tag).toBe('H2')
  expect(name).toContain((await stopOf(page)).name)
  await tabTo(page, /^Đóng$/)
  await page.keyboard.press('Enter')
  // Back on the very line of the list.
  await expect.poll(focused).toBe(household)
  await page.getByRole('navigation').getByRole('link', { name: 'Bản đồ' }).focus()
  await page.keyboard.press('Enter')
  await beginsAt(page, /Bản đồ/)
})

it('[R-map-12, R-maps-17] a map on the net that the office laid in: off until a tap, drawn under the strict policy, kept nowhere', async () => {
  const server = await startTileServer((response) => response.end(aTile([30, 120, 60])))
  layOnline(join(endpoint.dir, 'maps'), `${server.url}/{z}/{x}/{y}.png`)
  const lan = await enrolled()
  const { page } = lan
  const faults: string[] = []
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await toMap(lan)
  await page.getByRole('heading', { name: 'Bản đồ trên mạng' }).waitFor()
  expect(server.asked).toEqual([])
  await page.getByRole('button', { name: 'Bật bản đồ mạng' }).click()
  await page.locator('.online-map canvas.leaflet-tile-loaded').first().waitFor()
  await painting(page)
  await page.getByText('© Người chụp thử').waitFor()
  const middleOfTile = () =>
    page.evaluate(() => {
      const tile = document.querySelector<HTMLCanvasElement>('.online-map canvas')
      return [...(tile?.getContext('2d')?.getImageData(128, 128, 1, 1).data ?? [])]
    })
  expect(await middleOfTile()).toEqual([30, 120, 60, 255])
  expect(faults).toEqual([])
  const keptNames = () =>
    page.evaluate(async () => {
      const names = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))
      return names.flat().map(({ url }) => url)
    })
  expect((await keptNames()).filter((url) => url.includes('/api/'))).toEqual([])
  await lan.picture('map-online')
  await page.getByRole('button', { name: 'Tắt bản đồ mạng' }).scrollIntoViewIfNeeded()
  await lan.picture('map-online-switch')
  await accessible(lan, 'the online map')

  await page.getByRole('navigation').getByRole('link', { name: 'Gửi' }).click()
  const asked = server.asked.length
  await lan.reopen({ offline: true })
  await toMap(lan)
  await lan.page.getByText('Có chỗ chưa tải được').waitFor()
  expect(server.asked.length).toBe(asked)
  await lan.page.getByRole('button', { name: 'Tắt bản đồ mạng' }).scrollIntoViewIfNeeded()
  await lan.picture('map-online-no-signal')
  await accessible(lan, 'the online map without a signal')
  rmSync(join(endpoint.dir, 'maps', 'online.json'))
  await server.close()
})

it('[R-map-09] in English, on a phone and on a desk, light and dark: axe finds nothing', async () => {
  const lan = await enrolled()
  await takeMapsAlong(lan)
  const { page } = lan
  await page.goto(`${endpoint.url}/people`)
  await page.getByRole('button', { name: 'English' }).click()
  for (const [screen, path] of [
    ['map', '/map'],
    ['map-household', `/map?household=${inVillage()?.id}`],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      for (const size of [{ width: 360, height: 740 }, deskSize]) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(size)
        await page.goto(endpoint.url + path)
        await page.locator('.leaflet-marker-icon').first().waitFor()
        await page.locator('canvas.leaflet-tile-loaded').first().waitFor()
        await page.getByRole('heading', { level: 1, name: 'Map' }).waitFor()
        await painting(page)
        await lan.picture(`english-${screen}-${colorScheme}-${size.width}`)
        await accessible(lan, `${screen} in English, ${colorScheme}, ${size.width}`)
      }
})

it('[R-map-07, R-map-08] without a signal and with the endpoint gone, the map that was taken along is drawn after a cold start', async () => {
  const lan = await enrolled()
  await toMap(lan)
  await lan.picture('map-bare')
  // Without a pack: paper, houses, scale and north, and how a map comes.
  await lan.page.getByRole('heading', { name: 'Chưa có bản đồ trong máy' }).waitFor()
  expect(await lan.page.locator('canvas.leaflet-tile').count()).toBe(0)
  await lan.page.getByRole('img', { name: 'Bắc ở phía trên' }).waitFor()
  await lan.page.getByRole('img', { name: /^Thước: / }).waitFor()
  await accessible(lan, 'map without a pack')
  await takeMapsAlong(lan)
  await lan.picture('map-take-along')
  await accessible(lan, 'maps to take along')

  await endpoint.kill()
  await lan.reopen({ offline: true })
  await toMap(lan)
  const { page } = lan
  // A house of the village that the pack is of, and what lies around it.
  await page.goto(`${endpoint.url}/map?household=${inVillage()?.id}`)
  await page.getByRole('button', { name: 'Đóng' }).click()
  for (let times = 0; times < 2; times += 1) await page.getByRole('button', { name: 'Thu nhỏ' }).click()
  await expect
    .poll(async () => Math.min(...Object.values(await painted(page, ['earth', 'road', 'ink']))))
    .toBeGreaterThan(20)
  await page.getByText('© Người vẽ thử').waitFor()
  expect(await page.locator('.leaflet-marker-icon').count()).toBeGreaterThan(1)
  await painting(page)
  await lan.picture('map-village')
  await accessible(lan, 'map with a pack')

  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(async () => (await painted(page, ['earth'])).earth ?? 0).toBeGreaterThan(1000)
  await painting(page)
  await lan.picture('map-village-dark')
  await accessible(lan, 'map in the dark')
  await page.setViewportSize(deskSize)
  await expect.poll(async () => (await painted(page, ['earth'])).earth ?? 0).toBeGreaterThan(1000)
  await painting(page)
  await lan.picture('desk-map-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(async () => (await painted(page, ['wood', 'earth'])).earth ?? 0).toBeGreaterThan(1000)
  await painting(page)
  await lan.picture('desk-map')
  await accessible(lan, 'map on a desk')
})
