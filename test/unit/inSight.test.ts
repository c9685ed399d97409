import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { afterInSight } from '../../src/app/device/afterInSight.ts'
import { everyInSight } from '../../src/app/device/everyInSight.ts'

/** As much of a page as can go out of sight. */
class Page extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible'
  turn(state: 'visible' | 'hidden'): void {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

let page: Page
let done: number
const act = () => {
  done += 1
}
beforeEach(() => {
  page = new Page()
  done = 0
  vi.stubGlobal('document', page)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('[R-radio-01] what is done now and then rests out of sight, with no timer left, and goes on in sight', () => {
  const end = everyInSight(1000, act)
  vi.advanceTimersByTime(3000)
  expect(done).toBe(3)
  page.turn('hidden')
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(60_000)
  expect(done).toBe(3)
  page.turn('visible')
  page.turn('visible')
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(done).toBe(4)
  end()
  page.turn('hidden')
  page.turn('visible')
  expect(vi.getTimerCount()).toBe(0)
})

it('[R-radio-01] what is due out of sight is done once, on coming back; what is not due yet waits for the rest', () => {
  afterInSight(1000, act)
  page.turn('hidden')
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(5000)
  expect(done).toBe(0)
  page.turn('visible')
  vi.advanceTimersByTime(0)
  expect(done).toBe(1)
  page.turn('hidden')
  page.turn('visible')
  vi.advanceTimersByTime(5000)
  expect(done).toBe(1)

  afterInSight(1000, act)
  vi.advanceTimersByTime(400)
  page.turn('hidden')
  vi.advanceTimersByTime(400)
  page.turn('visible')
  vi.advanceTimersByTime(199)
  expect(done).toBe(1)
  vi.advanceTimersByTime(1)
  expect(done).toBe(2)
})

it('[R-radio-01] what was begun out of sight waits too; what was taken back there never comes; a clock put back holds nobody up', () => {
  page.turn('hidden')
  const takeBack = afterInSight(1000, act)
  afterInSight(2000, act)
  expect(vi.getTimerCount()).toBe(0)
  takeBack()
  vi.setSystemTime(Date.now() - 365 * 86_400_000)
  page.turn('visible')
  vi.advanceTimersByTime(1999)
  expect(done).toBe(0)
  vi.advanceTimersByTime(1)
  expect(done).toBe(1)
})
