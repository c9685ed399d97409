import { execFileSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'

/** Builds the app as another version into a folder of its own, from the same sources. */
export const buildAs = (version: string, dir: string): void => {
  execFileSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', MAI_AM_BUILD: version, MAI_AM_OUT: dir },
  })
}

/** What the endpoint serves from its next start on; `dir` itself is left as it is. */
export const serveBuild = (dir: string): void => {
  rmSync('dist', { recursive: true, force: true })
  cpSync(dir, 'dist', { recursive: true })
}
