import { readFileSync } from 'node:fs'
import { cheapPacking, substitute, unbuilt } from './substitute.ts'

/** A process that runs seeds: `{ from, count, substitutions, untilFailure, seeds }` comes in on its standard input. */
const { from, count, seeds, substitutions, untilFailure } = JSON.parse(readFileSync(0, 'utf8'))
substitute([...cheapPacking, ...unbuilt, ...substitutions])
// Nobody else listens in this process, and a real channel would bring news out of order.
globalThis.BroadcastChannel = class {
  postMessage() {}
  close() {}
} as never
const { oneRun, planOf, shrunk } = await import('./world/oneRun.ts')
const wanted: number[] = seeds ?? Array.from({ length: count }, (_, at) => from + at)
for (const seed of wanted) {
  let outcome = await oneRun(planOf(seed))
  if (!outcome.ok && untilFailure !== true) outcome = await shrunk(outcome)
  process.stdout.write(`${JSON.stringify(outcome)}\n`)
  if (!outcome.ok && untilFailure === true) break
}
// What was said is out before the process ends, however long it was.
process.stdout.write('', () => process.exit(0))
