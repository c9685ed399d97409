import { type ChildProcess, spawn } from 'node:child_process'
import { chromiumFlags } from '../../support/chromiumFlags.ts'

export type BareBrowser = { readonly port: number; close(): Promise<void> }

/** Chromium on a folder of its own, with nothing beside it that steers it but who asks at its port. */
export const bareBrowser = async (profile: string): Promise<BareBrowser> => {
  const flags = [
    ...chromiumFlags,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--no-default-browser-check',
  ]
  const browser = spawn(process.env.CHROME_PATH ?? '/usr/bin/chromium', [...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const port = await portOf(browser)
  const ended = new Promise<void>((gone) => browser.once('exit', () => gone()))
  return {
    port,
    close: () => {
      browser.kill('SIGTERM')
      return ended
    },
  }
}

/** It says where it listens on its standard error. */
const portOf = (browser: ChildProcess): Promise<number> =>
  new Promise((told, failed) => {
    let said = ''
    browser.stderr?.on('data', (part) => {
      said += String(part)
      const [, port] = /DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(said) ?? []
      if (port !== undefined) told(Number(port))
    })
    browser.once('exit', () => failed(new Error(`the browser ended before it listened: ${said}`)))
  })
