/** Puts what the last long run saw into REPORT.md: dated, with seeds, counts and durations. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import type { Figure } from '../support/figure.ts'

const here = 'test/fault-injection'
const figures = readdirSync(`${here}/figures`)
  .sort()
  .map((name) => JSON.parse(readFileSync(`${here}/figures/${name}`, 'utf8')) as Figure)

const rows = figures.map(({ line, test, seed, counts, seconds }) => {
  const said = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
  return `| ${line} | ${test} | ${seed ?? '—'} | ${said.join(', ')} | ${seconds.toFixed(0)} s |`
})

const untestable = readFileSync(`${here}/README.md`, 'utf8').split('## Not testable here')[1] ?? ''

writeFileSync(
  `${here}/REPORT.md`,
  `# Faults: what the last long run saw

\`npm run test:long\`, ${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores
(${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB. Counts are asserted by the tests; times are told.

| line | test | seed | counts | took |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

## Not testable here
${untestable.trimEnd()}
`,
)
console.log(`${rows.length} lines in ${here}/REPORT.md`)
