import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { expect } from 'vitest'
import { chromiumFlags } from '../../support/chromiumFlags.ts'
import type { EndpointProcess } from './endpointProcess.ts'

/** A phone (or a desk) is a browser profile on disk: closing it and opening it again is a cold start. */
export type Phone = {
  page: Page
  context: BrowserContext
  /** The browser is closed and opened again, offline or not, on the same profile; `clock`: what the phone's clock says. */
  reopen(options: { offline: boolean; clock?: string }): Promise<void>
  offline(yes: boolean): Promise<void>
  /** SIGKILL for the whole browser, as a phone whose battery is taken out; `reopen` starts it again. */
  kill(): Promise<void>
  picture(name: string): Promise<void>
  /** What the browser wrote down of itself. */
  said(): string
  remove(): Promise<void>
}

export type PhoneOptions = {
  url: string
  size?: { width: number; height: number }
  language?: 'vi' | 'en'
  place?: { latitude: number; longitude: number; accuracy: number }
  /** Room for this origin, in bytes. Chromium caches what room there was, so it is set before the app's first byte. */
  room?: number
  /** Playwright's permissions deny all others: Background Sync is granted by hand. */
  backgroundSync?: boolean
  userAgent?: string
  /** How large a person set letters in the browser's settings, in pixels; 16 where nobody set it. */
  letters?: number
  pixelRatio?: number
  /** A film (.y4m) that the camera sees; `denied`: a person says no. */
  camera?: string | 'denied'
  /** The public key of a certificate that this phone trusts: SHA-256 of it, base64. */
  trusts?: string
  /** Nothing keeps the app's files on this phone. */
  noWorker?: boolean
  /** Another program that starts the browser, to see what it does. */
  browser?: string
  /** The browser writes down what went wrong in it; `said()` tells what it wrote since it was opened last. */
  log?: true
}

const phoneSize = { width: 360, height: 740 }
export const deskSize = { width: 1280, height: 800 }

export const openPhone = async (options: PhoneOptions): Promise<Phone> => {
  const profile = mkdtempSync(join(tmpdir(), 'mai-am-phone-'))
  if (options.letters !== undefined) setLetters(profile, options.letters)
  let context = await openBrowser(profile, options)
  let page = context.pages()[0] ?? (await context.newPage())
  await prepare(context, page, options)
  await page.goto(options.url)
  const phone: Phone = {
    get page() {
      return page
    },
    get context() {
      return context
    },
    reopen: async ({ offline, clock }) => {
      await context.close().catch(() => undefined)
      context = await openBrowser(profile, options)
      await context.setOffline(offline)
      page = context.pages()[0] ?? (await context.newPage())
      await prepare(context, page, options)
      if (clock !== undefined) await page.clock.setSystemTime(clock)
      await page.goto(new URL('/', options.url).href)
    },
    offline: (yes) => context.setOffline(yes),
    kill: () => killBrowser(context, profile),
    picture: async (name) => {
      mkdirSync('test/pictures', { recursive: true })
      // Two frames, so that what a new screen did at its beginning (its scroll, its fonts) has been drawn.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
      await page.screenshot({ path: `test/pictures/${name}.png`, animations: 'disabled' })
    },
    said: () => readFileSync(logOf(profile), 'utf8'),
    remove: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
  return phone
}

/** A phone that was enrolled by its link and holds the app's shell and its books. */
export const enrolledPhone = async (
  endpoint: EndpointProcess,
  name: string,
  role: string,
  books: string[],
  options: Omit<PhoneOptions, 'url'> = {},
): Promise<Phone> => {
  const { link } = endpoint.invite(name, role, books)
  const phone = await openPhone({ ...options, url: link })
  await phone.page.getByLabel('Tên máy này').fill(`máy của ${name}`)
  await phone.page.getByRole('button', { name: 'Vào sổ' }).click()
  await phone.page.getByRole('heading', { name: `Chào ${name}` }).waitFor()
  await phone.page.getByRole('link', { name: 'Hôm nay' }).click()
  // The shell is whole on the phone before it leaves the signal.
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await booksAreHere(phone.page)
  return phone
}

/** The first hand-in has ended: forms and lists of the district came with it. Throws when it takes longer than that. */
export const booksAreHere = (page: Page, patienceMs = 30_000): Promise<void> =>
  page.evaluate(async (tries) => {
    const database = await new Promise<IDBDatabase>((opened, failed) => {
      const open = indexedDB.open('mai-am')
      open.onsuccess = () => opened(open.result)
      open.onerror = () => failed(open.error)
    })
    const known = () =>
      new Promise<IDBValidKey[]>((done) => {
        const asked = database.transaction('meta').objectStore('meta').getAllKeys()
        asked.onsuccess = () => done(asked.result)
      })
    let last: IDBValidKey[] = []
    try {
      for (let tried = 0; tried < tries; tried += 1) {
        last = await known()
        if (last.includes('lastSyncMs')) return
        await new Promise((later) => setTimeout(later, 50))
      }
    } finally {
      database.close()
    }
    throw new Error(`the books of the phone did not come; it knows ${last.join(', ')}`)
  }, patienceMs / 50)

const setLetters = (profile: string, pixels: number): void => {
  mkdirSync(join(profile, 'Default'))
  const webprefs = { default_font_size: pixels }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ webkit: { webprefs } }))
}

const prepare = async (context: BrowserContext, page: Page, { url, room, backgroundSync }: PhoneOptions) => {
  const { origin } = new URL(url)
  const session = await context.newCDPSession(page)
  if (room !== undefined) await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: room })
  if (backgroundSync === true) {
    await session.send('Browser.setPermission', { origin, permission: { name: 'background-sync' }, setting: 'granted' })
  }
}

/** axe finds nothing on the screen as it stands. */
export const accessible = async ({ page }: Phone, screen: string): Promise<void> => {
  // Brought once a page, and run in it: the app has no frames, for which axe would open a page of its own each time.
  const brought = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder({ page, ...(brought ? { axeSource: ';' } : {}) }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(found, screen).toEqual([])
}

/** The browser on that profile and all its processes: they are one group, led by the one that was started. */
const killBrowser = async (context: BrowserContext, profile: string): Promise<void> => {
  const closed = new Promise((gone) => context.once('close', gone))
  const leader = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && isBrowserOn(profile, pid))
  if (leader === undefined) throw new Error(`no browser runs on ${profile}`)
  process.kill(-Number(leader), 'SIGKILL')
  await closed
}

const isBrowserOn = (profile: string, pid: string): boolean => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))
  } catch {
    // Ended meanwhile.
    return false
  }
}

const logOf = (profile: string): string => join(profile, 'browser.log')

/** A browser on a folder of its own. */
export const openBrowser = async (profile: string, options: PhoneOptions): Promise<BrowserContext> => {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.browser ?? process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: true,
    viewport: options.size ?? phoneSize,
    hasTouch: (options.size ?? phoneSize).width < 600,
    locale: options.language === 'en' ? 'en-GB' : 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    geolocation: options.place ?? { latitude: 19.6253, longitude: 104.1108, accuracy: 8 },
    permissions: options.camera === 'denied' ? ['geolocation'] : ['geolocation', 'camera'],
    ...(options.noWorker === true ? { serviceWorkers: 'block' } : {}),
    ...(options.userAgent === undefined ? {} : { userAgent: options.userAgent }),
    ...(options.pixelRatio === undefined ? {} : { deviceScaleFactor: options.pixelRatio }),
    args: [
      ...chromiumFlags,
      '--use-fake-device-for-media-stream',
      ...(options.log === true ? ['--enable-logging', `--log-file=${logOf(profile)}`] : []),
      options.camera === 'denied' ? '--use-fake-ui-for-media-stream=deny' : '--use-fake-ui-for-media-stream',
      ...(options.camera?.endsWith('.y4m') ? [`--use-file-for-fake-video-capture=${options.camera}`] : []),
      ...(options.trusts === undefined ? [] : [`--ignore-certificate-errors-spki-list=${options.trusts}`]),
    ],
  })
  // A machine that has much to do is no failure: what does not come in a minute does not come.
  context.setDefaultTimeout(60_000)
  return context
}
