import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import MapScreen from '../../src/app/screens/map/MapScreen.tsx'
import { keptOnlineMap, turnOnlineMap } from '../../src/app/store/onlineMap.ts'
import { openStore } from '../../src/app/store/openStore.ts'
import { StoreProvider } from '../../src/app/store/queries/StoreContext.tsx'
import { wipeOthers } from '../../src/app/store/wipe.ts'
import { aPhone, type TestPhone } from './support/aPhone.ts'
import { type BrowserWorld, openWorld } from './support/world.ts'
import '../../src/ui/tokens.css'
import '../../src/ui/parts.css'

const green = [30, 120, 60] as const
const blue = [20, 40, 200] as const

let root: Root | null = null
const place = document.body.appendChild(document.createElement('div'))
const leaveMap = async () => {
  // Leaflet ends its zoom by a timer, and minds if the map is gone by then.
  await expect.poll(() => place.querySelector('.leaflet-zoom-anim')).toBeNull()
  root?.unmount()
  root = null
}
afterEach(async () => {
  await leaveMap()
  sessionStorage.clear()
})

/** The real screen on a real phone over the world's wire, as somebody opens it. */
const openMap = async ({ database, device }: TestPhone) => {
  const store = await openStore(database, device)
  root = createRoot(place)
  root.render(
    <StoreProvider store={store}>
      <MapScreen />
    </StoreProvider>,
  )
  await expect.poll(() => place.querySelector('.map-scale')).not.toBeNull()
}

const button = (name: string) =>
  [...place.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.getAttribute('aria-label') === name,
  )
const tap = async (name: string) => {
  await expect.poll(() => button(name)).toBeDefined()
  button(name)?.click()
}
const said = (text: string) => place.textContent?.includes(text) === true

/** Colours of the tiles of the net, by their middle; `waits`: it was not answered yet; `bare`: nothing came. */
const tiles = () =>
  [...place.querySelectorAll<HTMLCanvasElement>('.online-map canvas')].map((tile) => {
    if (!tile.matches('.leaflet-tile-loaded')) return 'waits'
    const middle = [tile.width / 2, tile.height / 2] as const
    const [red, greenish, blueish, alpha] = tile.getContext('2d')?.getImageData(...middle, 1, 1).data ?? []
    return alpha === 0 ? 'bare' : `${red} ${greenish} ${blueish}`
  })
const all = (colour: readonly number[]) => () => tiles().length > 0 && tiles().every((one) => one === colour.join(' '))

/** Questions of the phone for tiles, as the wire saw them. */
const questions = async (world: BrowserWorld) =>
  (await world.seen()).filter(({ path }) => /^\/api\/maps\/online\/\d/.test(path)).length

/** What the phone asked for once the endpoint had answered whether there is such a map. */
const offerHeard = (world: BrowserWorld) =>
  expect
    .poll(async () => (await world.seen()).some(({ path, status }) => path === '/api/maps/online' && status))
    .toBe(true)

/** Long enough for whatever would have been asked by now; it can only hide a fault, never make one. */
const aWhile = () => new Promise((over) => setTimeout(over, 400))

it('[R-map-12] where the endpoint has no map on the net the screen has no word of it', async () => {
  const world = await openWorld()
  const phone = await aPhone(world)
  await openMap(phone)
  await offerHeard(world)
  await aWhile()
  expect([said('Bản đồ trên mạng'), await questions(world)]).toEqual([false, 0])
})

it('[R-map-12] where it has one, it is off and asks for nothing; a tap draws it, with its source; off again it asks no more', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  const phone = await aPhone(world)
  await openMap(phone)
  await expect.poll(() => said('Bản đồ trên mạng')).toBe(true)
  expect(said('tốn dữ liệu mạng')).toBe(true)
  await tap('Phóng to')
  await aWhile()
  expect([tiles(), await questions(world), await world.tilesAsked()]).toEqual([[], 0, []])
  expect(said('© Người chụp thử')).toBe(false)

  await tap('Bật bản đồ mạng')
  await expect.poll(all(green)).toBe(true)
  expect(said('© Người chụp thử')).toBe(true)
  expect(said('chưa tải được')).toBe(false)
  expect((await world.tilesAsked()).length).toBeGreaterThan(0)
  await tap('Phóng to')
  await expect.poll(async () => (await world.tilesAsked()).some((path) => path.startsWith('/8/'))).toBe(true)
  await expect.poll(all(green)).toBe(true)

  await tap('Tắt bản đồ mạng')
  await expect.poll(() => place.querySelector('.online-map')).toBeNull()
  expect(said('© Người chụp thử')).toBe(false)
  await aWhile()
  const asked = await questions(world)
  await tap('Thu nhỏ')
  await aWhile()
  expect(await questions(world)).toBe(asked)
  expect(await caches.keys()).toEqual([])
})

it('[R-map-12] on is remembered on this phone, and known without a signal; another phone has it off', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  const phone = await aPhone(world)
  await openMap(phone)
  await tap('Bật bản đồ mạng')
  await expect.poll(all(green)).toBe(true)
  await leaveMap()
  await aWhile()
  const asked = await questions(world)
  await aWhile()
  // Another screen is open.
  expect(await questions(world)).toBe(asked)
  await world.rules([{ do: 'cut', times: 10_000 }])
  await openMap(phone)
  await expect.poll(() => button('Tắt bản đồ mạng')).toBeDefined()
  await expect.poll(() => said('Có chỗ chưa tải được')).toBe(true)
  await expect.poll(() => [...new Set(tiles())]).toEqual(['bare'])

  // The signal is back; a step of the map is enough.
  await world.rules([])
  await tap('Phóng to')
  await expect.poll(all(green)).toBe(true)
  await expect.poll(() => said('Có chỗ chưa tải được')).toBe(false)
  await leaveMap()
  const other = await aPhone(world, { name: 'Hoa' })
  await openMap(other)
  await expect.poll(() => button('Bật bản đồ mạng')).toBeDefined()
  expect(tiles()).toEqual([])
})

it('[R-map-12] a tile that the map’s server refuses stays empty and is said; it comes when the server has it again', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  await world.tilesCome(null)
  const phone = await aPhone(world)
  await openMap(phone)
  await tap('Bật bản đồ mạng')
  await expect.poll(() => said('Có chỗ chưa tải được')).toBe(true)
  await expect.poll(() => [...new Set(tiles())]).toEqual(['bare'])
  await world.tilesCome(blue)
  dispatchEvent(new Event('online'))
  await expect.poll(all(blue)).toBe(true)
  await expect.poll(() => said('Có chỗ chưa tải được')).toBe(false)
})

it('[R-map-12] while the page is hidden no tile is asked for; looked at again, it goes on', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  const phone = await aPhone(world)
  await turnOnlineMap(phone.database, true)
  const see = (state: DocumentVisibilityState) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }
  see('hidden')
  await openMap(phone)
  await expect.poll(() => place.querySelector('.online-map canvas')).not.toBeNull()
  await aWhile()
  expect(await questions(world)).toBe(0)
  see('visible')
  Reflect.deleteProperty(document, 'visibilityState')
  await expect.poll(all(green)).toBe(true)
})

it('[R-map-12] few tiles are asked for at once; those that still wait when the screen is left are never asked for', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  await world.tilesCome('later')
  const phone = await aPhone(world)
  await turnOnlineMap(phone.database, true)
  // A desk's map needs more tiles than are asked for at once.
  await page.viewport(1280, 800)
  await openMap(phone)
  await expect.poll(() => questions(world)).toBe(4)
  await aWhile()
  expect([await questions(world), tiles().length > 4]).toEqual([4, true])
  await leaveMap()
  await page.viewport(360, 740)
  await world.tilesCome(green)
  await aWhile()
  expect(await questions(world)).toBe(4)
})

it('[R-map-12] a map that the endpoint takes out goes from the screen, and an order to wipe forgets it', async () => {
  const world = await openWorld()
  await world.layOnline(green, {})
  const phone = await aPhone(world)
  await openMap(phone)
  await tap('Bật bản đồ mạng')
  await expect.poll(all(green)).toBe(true)
  expect(await keptOnlineMap(phone.database)).toMatchObject({ on: true, offered: { title: 'Ảnh vệ tinh' } })
  await leaveMap()
  await world.layOnline(green, { minzoom: 99 })
  await openMap(phone)
  await expect.poll(() => said('Bản đồ trên mạng')).toBe(false)
  expect(place.querySelector('.online-map')).toBeNull()
  await wipeOthers(phone.database, 1)
  expect(await keptOnlineMap(phone.database)).toEqual({ offered: null, on: false })
})
