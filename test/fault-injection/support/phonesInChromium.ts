import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { build } from 'vite'
import { chromiumFlags } from '../../support/chromiumFlags.ts'
import type { PhoneVerbs } from './phones/page.ts'

/** Phones without screens, in a real browser on the endpoint's own address: databases, keys and hand-in are the app's. */
export type Phones = PhoneVerbs & { close(): Promise<void> }

/** The browser, and the phones' code as it is built for it. */
export type Chromium = { phonesAt(url: string): Promise<Phones>; close(): Promise<void> }

export const openChromium = async (): Promise<Chromium> => {
  const files = await builtPage()
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    headless: true,
    args: [...chromiumFlags],
  })
  return {
    phonesAt: async (url) => {
      // A context of its own: its databases go with it.
      const context = await browser.newContext()
      const page = await context.newPage()
      await context.route(`${url}/phones/*`, (route) => {
        const name = new URL(route.request().url()).pathname.slice('/phones/'.length)
        const code = files.get(name)
        return code === undefined
          ? route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/phones/page.js"></script>' })
          : route.fulfill({ contentType: 'text/javascript', body: code })
      })
      await page.goto(`${url}/phones/all`)
      await page.waitForFunction(() => 'phones' in window)
      return new Proxy({} as Phones, {
        get: (_, verb) => {
          if (verb === 'then') return undefined
          if (verb === 'close') return () => context.close()
          return (...words: unknown[]) =>
            page.evaluate(
              ([name, said]) => {
                const { phones } = window as unknown as { phones: Record<string, (...words: unknown[]) => unknown> }
                return phones[name]?.(...said)
              },
              [String(verb), words] as const,
            )
        },
      })
    },
    close: () => browser.close(),
  }
}

const builtPage = async (): Promise<ReadonlyMap<string, string>> => {
  const entry = fileURLToPath(new URL('./phones/page.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: {
      'import.meta.env.VITE_BUILD': '"test"',
      'import.meta.env.VITE_FOLD': '"test"',
      'import.meta.env.VITE_BUILT': '""',
    },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => 'page.js' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return new Map(
    outputs.flatMap((one) =>
      'output' in one
        ? one.output.flatMap((part) => (part.type === 'chunk' ? [[part.fileName, part.code] as const] : []))
        : [],
    ),
  )
}
