import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { build } from 'vite'
import { chromiumFlags } from '../../support/chromiumFlags.ts'
import type { Verbs } from './in-page/phones.ts'

/** A page of Chromium with phones in it: the app's own store, keys, transport and hand-in, without its screens. */
export type PhonePage = Verbs & { readonly page: Page; close(): Promise<void> }

/** One Chromium; each page it opens has tables of its own, in memory. */
export type PhoneBrowser = {
  open(): Promise<PhonePage>
  /** Two tabs of one phone. */
  openTabs(count: number): Promise<PhonePage[]>
  close(): Promise<void>
}

export const openPhoneBrowser = async (): Promise<PhoneBrowser> => {
  const script = await bundled()
  const server = createServer((request, response) => {
    const asked = request.url === '/phones.js'
    response.writeHead(200, { 'content-type': asked ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(asked ? script : '<!doctype html><title>phones</title><script src="/phones.js"></script>')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await launch()
  const openTabs = async (count: number): Promise<PhonePage[]> => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    return Promise.all(Array.from({ length: count }, () => openPage(context, url)))
  }
  return {
    open: async () => (await openTabs(1))[0] as PhonePage,
    openTabs,
    close: async () => {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Each phone speaks over an origin of its own, which in life is the page's: other origins are let through here. */
const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [...chromiumFlags, '--disable-web-security'],
  })

const openPage = async (context: BrowserContext, url: string): Promise<PhonePage> => {
  const page = await context.newPage()
  await page.goto(url)
  await page.waitForFunction(() => 'phones' in globalThis)
  const own = { page, close: () => page.close() }
  return new Proxy(own as unknown as PhonePage, {
    get: (_, verb) => {
      if (verb in own) return own[verb as keyof typeof own]
      // A promise asks every object whether it is one.
      if (verb === 'then') return undefined
      return (...words: unknown[]) => page.evaluate(ask, { verb: String(verb), words })
    },
  })
}

const ask = ({ verb, words }: { verb: string; words: unknown[] }): unknown =>
  (globalThis as unknown as { phones: { [verb: string]: (...words: unknown[]) => unknown } }).phones[verb]?.(...words)

const bundled = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: {
      'import.meta.env.VITE_BUILD': '"test"',
      'import.meta.env.VITE_FOLD': '"test"',
      'import.meta.env.VITE_BUILT': '""',
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: 'test/fault-injection/support/in-page/phones.ts', formats: ['iife'], name: 'maiAmPhones' },
    },
  })
  const [one] = [built].flat() as { output: { type: string; code?: string }[] }[]
  const code = one?.output.find(({ type }) => type === 'chunk')?.code
  if (code === undefined) throw new Error('the phones were not bundled')
  return code
}
