import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const peers = ['pouchdb', 'express-pouchdb', 'rxdb', 'dexie']

/** Of the browser and of the peers as they are installed. */
export const versions = (): string => {
  const chromium = execFileSync(process.env.CHROME_PATH ?? '/usr/bin/chromium', ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
  const installed = peers.flatMap((name) => {
    const file = `test/bench/peers/node_modules/${name}/package.json`
    return existsSync(file) ? `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}` : []
  })
  return `${chromium}. ${installed.join(', ')}.`
}
