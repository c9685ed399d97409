import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'

/** One sentence in one language: nothing but its text and its blanks. */
const sentence = (language: string, name: string): RegExp =>
  new RegExp(
    `const ${language}_${name} = /\\*\\*.*?\\*/ \\(i?\\) => \\{\\n\\treturn /\\*\\*.*?\\*/ \\((\`.*\`)\\)\\n\\};`,
  )

/** The compiler's own way to the language: each call may name another, which no code of ours does. */
const asked =
  / \/\*\* @type \{\(\(inputs.*\*\/ \(\(inputs(?: = \{\})?, options = \{\}\) => \{\n.*\n\tif \(locale === "en"\) return (\w+)\(inputs\)\n\treturn (\w+)\(inputs\)\n\}\);?/

const runtime = `let now = () => 'vi'
export const getLocale = () => now()
export const overwriteGetLocale = (get) => {
	now = get
}
export const english = () => now() === 'en'
`

/**
 * Writes the compiled words anew, as short as they go: of 1,600 functions each character comes to every phone. Throws
 * where the compiler writes otherwise than it did.
 */
export const compactWords = (folder: string): void => {
  for (const path of globSync(`${folder}/messages/*.js`)) {
    const name = basename(path, '.js')
    if (name === '_index') continue
    writeFileSync(path, compact(name, readFileSync(path, 'utf8')))
  }
  writeFileSync(`${folder}/runtime.js`, runtime)
}

const compact = (name: string, text: string): string => {
  const [, vi] = sentence('vi', name).exec(text) ?? []
  const [, en] = sentence('en', name).exec(text) ?? []
  // A key with capitals has a file and a function of another name.
  const [alias = ''] = /^export \{ .*/m.exec(text) ?? []
  if (vi !== undefined && en !== undefined)
    return `import { english } from '../runtime.js'\nexport const ${name} = (i) => (english() ? ${en} : ${vi})\n${alias}`
  // A plural has branches of its own.
  if (!asked.test(text))
    throw new Error(`the word ${name} is compiled in another way than it was: look at compactWords.ts`)
  return text
    .replace(/import \{ getLocale.*/, `import { english } from '../runtime.js'`)
    .replace(asked, ' (i) => (english() ? $1(i) : $2(i))\n')
}
