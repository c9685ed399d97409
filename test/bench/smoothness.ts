import type { CDPSession, Page } from 'playwright'
import type { Phone } from '../end-to-end/support/phone.ts'
import { throttled } from './benchPhone.ts'
import { type Figure, keepFigures } from './figures.ts'
import { watchTasks } from './longTasks.ts'
import { say } from './report.ts'

/** How many times slower than this machine the phone is. */
const slower = 4
/** As a thumb flings, px and px a second. */
const fling = { distance: 4000, speed: 4000 }
/** Between two keys of somebody who types fast, in ms. */
const keyMs = 120

/**
 * What keeps the screen from answering while one scrolls all households, types in the search, and opens a household: the
 * tasks over 50 ms, how many and the longest. The phone stands anywhere and is enrolled; its books are read.
 */
export const saySmoothness = async (phone: Phone, households: number): Promise<void> => {
  const { page } = phone
  await page.getByRole('link', { name: 'Hộ', exact: true }).click()
  await page.locator('.list .row').first().waitFor()
  const session = await throttled(page, slower)
  const figures: Figure[] = []
  for (const [what, act] of [
    ['scrolling', () => scroll(page, session)],
    ['typing in the search', () => type(page)],
    ['opening a household', () => open(page)],
  ] as const) {
    const tasks = await watchTasks(page, act)
    const name = `${what}, ${households} households, ${slower}× slower`
    say(`${name}: tasks over 50 ms`, tasks.length, 'tasks', 'none')
    if (tasks.length > 0) say(`${name}: the longest`, Math.max(...tasks), 'ms')
    figures.push({ name: `${what}: tasks over 50 ms`, unit: 'count', values: [tasks.length] })
    figures.push({ name: `${what}: the longest task`, unit: 'ms', values: [Math.max(0, ...tasks)] })
  }
  await throttled(page, 1)
  keepFigures({
    day: new Date().toISOString().slice(0, 10),
    part: 'smoothness',
    command: 'npm run measure',
    sizes: { households, visits: households * 2, rounds: 1, seed: households },
    figures,
    notes: [
      'A task under 50 ms counts as none; the longest is 0 where there was none. CPU throttling is the browser’s own.',
      'Ten flings and three jumps over the whole list; two searches typed and rubbed out; ten households opened.',
    ],
  })
}

const scroll = async (page: Page, session: CDPSession): Promise<void> => {
  const gesture = { x: 180, y: 400, gestureSourceType: 'touch' as const, speed: fling.speed }
  for (let times = 0; times < 10; times += 1)
    await session.send('Input.synthesizeScrollGesture', { ...gesture, yDistance: times < 7 ? -fling.distance : 2000 })
  for (const share of [0.5, 1, 0]) {
    await page.evaluate((share) => window.scrollTo(0, document.body.scrollHeight * share), share)
    await page.waitForTimeout(500)
  }
}

const type = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.focus())
  for (const text of ['lo van pao', 'vang a']) {
    for (const key of text) await page.keyboard.press(key === ' ' ? 'Space' : key, { delay: keyMs })
    for (const _ of text) await page.keyboard.press('Backspace', { delay: keyMs })
  }
}

/** By the finger alone: what finds a row and waits for it would be work in the page too. */
const open = async (page: Page): Promise<void> => {
  for (let row = 0; row < 10; row += 1) {
    await page.touchscreen.tap(180, 200 + 65 * (row % 5))
    await page.waitForTimeout(1500)
    await page.evaluate(() => history.back())
    await page.waitForTimeout(1500)
  }
}
