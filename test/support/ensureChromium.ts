/**
 * Sees to it that there is a Chromium for the browser lanes: CHROME_PATH, or Debian's, installed where root and apt
 * are there; else it says in one line what to do and stops.
 */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const found = () => places.find((path) => path !== undefined && path !== '' && existsSync(path))

const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

if (found() === undefined && canInstall) {
  console.log('No Chromium here: installing the chromium package …')
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  execFileSync('apt-get', ['update', '-qq'], quiet)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
}

const path = found()
if (path === undefined) {
  console.error('The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROME_PATH.')
  process.exit(1)
}
if (path !== '/usr/bin/chromium' && process.env.CHROME_PATH !== path) {
  console.error(`Found ${path}: run the tests again with CHROME_PATH=${path}`)
  process.exit(1)
}
