/** Copies the pictures that README shows from the last end-to-end run: `npm run pictures`, after `npm test`. */
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'

const shown = [...readFileSync('README.md', 'utf8').matchAll(/\(test\/shown\/([a-z0-9-]+\.png)\)/g)].map(
  ([, name = '']) => name,
)
mkdirSync('test/shown', { recursive: true })
const missing = shown.filter((name) => !existsSync(`test/pictures/${name}`))
for (const name of shown) if (!missing.includes(name)) copyFileSync(`test/pictures/${name}`, `test/shown/${name}`)
console.log(`${shown.length - missing.length} pictures copied`)
if (missing.length > 0) {
  console.error(`Not in test/pictures: ${missing.join(', ')}. Run npm test first.`)
  process.exit(1)
}
