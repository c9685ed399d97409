import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { openBrowser } from '../../end-to-end/support/phone.ts'

/**
 * Many phones in one browser: each is an origin of its own (`p3.localhost`), and so has a storage, files and a quota of
 * its own; only the starting of a browser is shared.
 */
export type PhonesInOne = {
  /** The browser's folder, where each origin's storage lies. */
  profile: string
  origin(phone: number): string
  /** A page of that phone's; `room`: its quota in bytes, from its first byte on. */
  page(phone: number, room?: number): Promise<Page>
  /** Closed, whatever happens to its files meanwhile, and started again. */
  restart(meanwhile: () => void): Promise<void>
  remove(): Promise<void>
}

/** No worker keeps the app's files here: what is looked at is the database. `url`: the endpoint's. */
export const phonesInOne = async (url: string): Promise<PhonesInOne> => {
  const profile = mkdtempSync(join(tmpdir(), 'mai-am-phones-'))
  const { port } = new URL(url)
  const launch = () => openBrowser(profile, { url, noWorker: true })
  let context = await launch()
  // One at a time: the page that comes is known by its coming.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <One>(act: () => Promise<One>): Promise<One> => {
    const one = last.then(act)
    last = one
    return one
  }
  const origin = (phone: number) => `http://p${phone}.localhost:${port}`
  return {
    profile,
    origin,
    page: async (phone, room) => {
      const page = await inTurn(() => windowOf(context))
      if (room === undefined) return page
      const session = await context.newCDPSession(page)
      await session.send('Storage.overrideQuotaForOrigin', { origin: origin(phone), quotaSize: room })
      return page
    },
    restart: async (meanwhile) => {
      await context.close()
      meanwhile()
      context = await launch()
    },
    remove: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** A page in a window of its own: in a tab behind another one nothing is drawn, and who waits for a frame waits long. */
const windowOf = async (context: BrowserContext): Promise<Page> => {
  const browser = await context.browser()?.newBrowserCDPSession()
  if (browser === undefined) throw new Error('the browser has no door of its own')
  const [page] = await Promise.all([
    context.waitForEvent('page'),
    browser.send('Target.createTarget', { url: 'about:blank', newWindow: true }),
  ])
  await browser.detach()
  return page
}
