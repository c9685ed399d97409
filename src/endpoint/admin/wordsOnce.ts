/** Compiles the words when they are others than those that were compiled last; `npm run words` runs it. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { compactWords } from './compactWords.ts'

const out = 'src/language/words'
const project = 'src/language/project.inlang'
const sources = [
  'package.json',
  'src/endpoint/admin/compactWords.ts',
  'node_modules/@inlang/paraglide-js/package.json',
  `${project}/settings.json`,
  ...globSync('src/language/{vi,en}/*.json').sort(),
]

const hash = createHash('sha256')
for (const path of sources.filter((one) => existsSync(one))) hash.update(path).update(readFileSync(path))
const made = hash.digest('hex')

const mark = `${out}/made-from`
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== made) {
  const how = ['--strategy', 'globalVariable', 'baseLocale', '--emit-ts-declarations', '--silent']
  execFileSync('paraglide-js', ['compile', '--project', `./${project}`, '--outdir', `./${out}`, ...how], {
    stdio: 'inherit',
  })
  compactWords(out)
  writeFileSync(mark, made)
}
