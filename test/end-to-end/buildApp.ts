import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** The end-to-end stories run the app as it is built, not a development server. */
export default function buildApp(): void {
  // Once a run, however many lanes ask for it.
  if (process.env.MAI_AM_APP_BUILT === '1') return
  process.env.MAI_AM_APP_BUILT = '1'
  rmSync('dist', { recursive: true, force: true })
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // The test runner's own NODE_ENV would build a development app, without its worker.
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
