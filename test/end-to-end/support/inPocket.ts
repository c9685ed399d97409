import type { Page } from 'playwright'

/** The screen is switched off: the page is really out of sight, as its window is. */
export const intoPocket = (page: Page): Promise<void> => setWindow(page, 'minimized', 'hidden')

export const outOfPocket = (page: Page): Promise<void> => setWindow(page, 'normal', 'visible')

const setWindow = async (page: Page, windowState: 'minimized' | 'normal', seen: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  // What tests hold in the foreground would be in sight whatever its window is.
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false })
  const { windowId } = await session.send('Browser.getWindowForTarget')
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
  await page.waitForFunction((seen) => document.visibilityState === seen, seen, { polling: 100 })
  await session.detach()
}
