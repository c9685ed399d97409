import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import type { Phone } from '../end-to-end/support/phone.ts'
import { TestDevice } from '../support/testDevice.ts'
import { layDrawnPack } from '../support/villagePack.ts'
import { takeAlong, throttled } from './benchPhone.ts'
import { chanceOf } from './chance.ts'
import { countingLine } from './countingLine.ts'
import { densePack } from './densePack.ts'
import { fillBook } from './fillBook.ts'
import { say } from './report.ts'

const book = '40-417-16822'
const households = 2000

/**
 * The village map on a phone with 2,000 households: what a pack costs on the line, when the map stands after a cold start
 * offline, and what panning keeps the page from.
 */
export const sayVillageMap = async (): Promise<void> => {
  const endpoint = await startEndpoint()
  const phones: Phone[] = []
  const line = await countingLine(endpoint.url)
  try {
    const path = await layDrawnPack(join(endpoint.dir, 'maps'), densePack(chanceOf(2000)), [book])
    const bytes = statSync(path).size
    say('a district’s pack, 12,000 buildings and 1,450 lines', bytes / 1024, 'KB')
    const entries = await fill(endpoint)
    const { link } = endpoint.invite('Lan', 'recorder', [book])
    const phone = await takeAlong(link.replace(endpoint.url, line.url), entries)
    phones.push(phone)
    await phone.page.goto(`${line.url}/take-along`)
    line.reset()
    const map = phone.page.locator('li', { hasText: 'Bản đồ đo' })
    await map.getByRole('button', { name: /^Lấy/ }).click()
    await map.getByText('Đã có trong máy').waitFor()
    process.stdout.write(`the pack on the line: ${(line.counted.maps / bytes).toFixed(4)} of its bytes (aim ≤ 1.02)\n`)
    // Where the houses are is known once the map was open.
    await openMap(phone, line.url, 1)
    for (const rate of [1, 4]) await sayFirstPaint(phone, line.url, rate)
    await sayPanning(phone.page)
  } finally {
    for (const phone of phones) await phone.remove()
    await line.close()
    await endpoint.remove()
  }
}

const fill = async (endpoint: EndpointProcess): Promise<number> => {
  const recorder = await TestDevice.enrolled(endpoint.url, endpoint.invite('Mai', 'district', []).code)
  const inspector = await TestDevice.enrolled(endpoint.url, endpoint.invite('Hùng', 'district', []).code)
  const before = recorder.counter + inspector.counter
  await fillBook(book, households, recorder, inspector)
  return recorder.counter + inspector.counter - before
}

/** The browser is closed and opened on the map without a network; ms until every tile in sight is painted, and a pin stands. */
const openMap = async (phone: Phone, url: string, rate: number): Promise<number> => {
  await phone.reopen({ offline: true })
  phone.context.setDefaultTimeout(60_000)
  await phone.page.getByRole('heading', { name: 'Hôm nay', exact: true }).waitFor()
  await phone.page.addInitScript(watchMap)
  await phone.page.goto('about:blank')
  await throttled(phone.page, rate)
  await phone.page.goto(`${url}/map`)
  await phone.page.waitForFunction(() => 'maiAmMap' in window)
  const ms = await phone.page.evaluate(() => (window as unknown as { maiAmMap: number }).maiAmMap)
  await throttled(phone.page, 1)
  return ms
}

const watchMap = (): void => {
  const look = () => {
    const tiles = [...document.querySelectorAll('.leaflet-tile')]
    const painted = tiles.length > 0 && tiles.every((tile) => tile.classList.contains('leaflet-tile-loaded'))
    if (painted && document.querySelector('.leaflet-marker-icon') !== null)
      setTimeout(() => Object.assign(window, { maiAmMap: performance.now() }))
    else requestAnimationFrame(look)
  }
  look()
}

const sayFirstPaint = async (phone: Phone, url: string, rate: number): Promise<void> => {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn += 1) times.push(await openMap(phone, url, rate))
  const median = times.sort((a, b) => a - b)[2] ?? Number.NaN
  const cpu = rate === 1 ? 'unthrottled' : `${rate}× slower`
  say(
    `map after a cold offline start, ${households} households, CPU ${cpu}: all tiles and pins stand`,
    median,
    'ms',
    '1500',
  )
}

/** Twelve drags at two zooms, CPU 4× slower: how many tasks took more than 50 ms, and the longest. */
const sayPanning = async (page: Page): Promise<void> => {
  for (const nearer of [0, 3]) {
    for (let step = 0; step < nearer; step += 1) await page.getByRole('button', { name: 'Phóng to' }).click()
    await page.waitForTimeout(1500)
    await page.evaluate(watchLongTasks)
    const session = await throttled(page, 4)
    const began = performance.now()
    for (let drag = 0; drag < 12; drag += 1) await dragMap(page, drag)
    await page.waitForTimeout(1000)
    const seconds = (performance.now() - began) / 1000
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
    const tasks = await page.evaluate(() => (window as unknown as { maiAmTasks: number[] }).maiAmTasks)
    const where = nearer === 0 ? 'as it opens' : '3 zooms nearer'
    say(`panning ${where}, 12 drags in ${seconds.toFixed(0)} s, 4× slower: tasks over 50 ms`, tasks.length, 'tasks')
    say(`panning ${where}, the longest`, Math.max(0, ...tasks), 'ms')
  }
}

const dragMap = async (page: Page, drag: number): Promise<void> => {
  const box = await page.locator('.village-map').boundingBox()
  if (box === null) throw new Error('no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const [east, north] = [Math.cos(drag / 2) * 110, Math.sin(drag / 2) * 110]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(x + (east * step) / 12, y + (north * step) / 12)
  await page.mouse.up()
  await page.waitForTimeout(250)
}

const watchLongTasks = (): void => {
  const box = window as unknown as { maiAmTasks: number[]; maiAmWatch?: PerformanceObserver }
  box.maiAmWatch?.disconnect()
  box.maiAmTasks = []
  box.maiAmWatch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) box.maiAmTasks.push(duration)
  })
  box.maiAmWatch.observe({ type: 'longtask' })
}

/** `node test/bench/villageMap.ts`: this alone, of what was built last. */
if (import.meta.main) await sayVillageMap()
