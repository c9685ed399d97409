/** Builds the app when there is none yet or its sources are newer; `npm start` runs it first. */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'

const sources = [
  'index.html',
  'vite.config.ts',
  'package.json',
  ...globSync('src/{app,domain,wire,ui,language}/**/*.{ts,tsx,css,json}'),
  ...globSync('public/**/*'),
]

const newest = (): number =>
  Math.max(
    ...sources
      .filter((path) => existsSync(path) && !path.includes('language/words'))
      .map((path) => statSync(path).mtimeMs),
  )

const built = 'dist/index.html'
if (!existsSync(built) || statSync(built).mtimeMs < newest()) {
  console.log('Building the app …')
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
