/**
 * Puts what the last long run saw into REPORT.md: dated, with seeds, counts and durations. Lines that were not run keep
 * what stands there, so that a long run may be done in parts.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { KeptFigure } from '../support/figure.ts'

const here = 'test/fault-injection'
const report = `${here}/REPORT.md`

const rows = new Map<string, string>()
const before = existsSync(report) ? readFileSync(report, 'utf8') : ''
for (const [row, key = ''] of before.matchAll(/^(\| \d+ \| [^|]+ \|).*$/gm)) rows.set(key, row)

for (const name of existsSync(`${here}/figures`) ? readdirSync(`${here}/figures`) : []) {
  const one = JSON.parse(readFileSync(`${here}/figures/${name}`, 'utf8')) as KeptFigure
  const said = Object.entries(one.counts).map(([what, count]) => `${what} ${count}`)
  const key = `| ${one.line} | ${one.test} |`
  rows.set(
    key,
    `${key} ${one.size} | ${one.seed ?? '—'} | ${said.join(', ')} | ${one.seconds.toFixed(0)} s | ${one.day} |`,
  )
}

const inOrder = [...rows.values()].sort((a, b) => Number(a.split('|')[1]) - Number(b.split('|')[1]))
const untestable = readFileSync(`${here}/README.md`, 'utf8').split('## Not testable here')[1] ?? ''

writeFileSync(
  report,
  `# Faults: what was seen

Whole runs, or line by line. Node ${process.versions.node}, ${cpus().length} cores
(${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB. Counts are asserted by the tests; times are told,
of a machine that did other things meanwhile. _gate_ is the size of \`npm test\`, _long_ that of \`npm run test:long\`: a line that says
_gate_ was not yet run at length.

| line | test | size | seed | counts | took | day |
| --- | --- | --- | --- | --- | --- | --- |
${inOrder.join('\n')}

## Not testable here
${untestable.trim()}
`,
)
console.log(`${rows.size} lines in ${report}`)
