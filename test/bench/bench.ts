/**
 * `npm run bench`: us, the raw engine and what a user would pick instead, in turn, on the same data; then REPORT.md.
 * `npm run bench -- hand-in --households 500`: one part, small.
 */

import { readFileSync } from 'node:fs'
import { keepFigures } from './figures.ts'
import { openBench } from './openBench.ts'
import { parts } from './parts.ts'
import { readSizes } from './sizes.ts'
import { report, writeReport } from './writeReport.ts'

const words = process.argv.slice(2)
const { parts: named, sizes } = readSizes(words)
const unknown = named.filter((name) => !(name in parts))
if (unknown.length > 0)
  throw new Error(`no such part: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`)

const command = ['npm run bench', ...(words.length > 0 ? ['--', ...words] : [])].join(' ')
const bench = openBench(sizes)
let failed = 0
try {
  for (const [part, measure] of Object.entries(parts)) {
    if (named.length > 0 && !named.includes(part)) continue
    process.stderr.write(`${part} …\n`)
    const began = performance.now()
    try {
      const { figures, notes } = await measure(bench)
      keepFigures({ part, day: new Date().toISOString().slice(0, 10), command, sizes, figures, notes })
      writeReport()
      process.stderr.write(`${part}: ${Math.round((performance.now() - began) / 1000)} s\n`)
    } catch (error) {
      // The other parts are worth having; what is missing is said by the report and by how this ends.
      console.error(part, error)
      failed += 1
    }
  }
} finally {
  await bench.remove()
}
process.stdout.write(readFileSync(report, 'utf8'))
process.exit(failed > 0 ? 1 : 0)
