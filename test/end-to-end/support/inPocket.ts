import type { Page } from 'playwright'

/**
 * The screen is switched off, as the page hears of it. What drives the browser here holds every page in focus, whatever
 * becomes of its window, so the page is told in the browser's words; its timers are the test's to look at.
 */
export const intoPocket = (page: Page): Promise<void> => tell(page, 'hidden')

export const outOfPocket = (page: Page): Promise<void> => tell(page, 'visible')

const tell = (page: Page, state: DocumentVisibilityState): Promise<void> =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => state === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
