import type { Page } from 'playwright'

type Watching = { maiAmTasks: number[]; maiAmWatch: PerformanceObserver }

/** Ms of each task over 50 ms that the page's thread did from `act` until it rested. */
export const watchTasks = async (page: Page, act: () => Promise<unknown>): Promise<number[]> => {
  await page.evaluate(begin)
  // What watching itself needed is no work of the app.
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    ;(window as unknown as Watching).maiAmTasks = []
  })
  await act()
  await page.waitForTimeout(1000)
  return page.evaluate(() => {
    const { maiAmTasks, maiAmWatch } = window as unknown as Watching
    maiAmWatch.disconnect()
    return maiAmTasks
  })
}

const begin = (): void => {
  const watch = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) (window as unknown as Watching).maiAmTasks.push(duration)
  })
  Object.assign(window, { maiAmTasks: [], maiAmWatch: watch })
  watch.observe({ type: 'longtask' })
}
