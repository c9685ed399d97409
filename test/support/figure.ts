import { mkdirSync, writeFileSync } from 'node:fs'
import { isLong } from './size.ts'

/** What one test of the table saw: counts are asserted by the test itself, seconds and megabytes only told. */
export type Figure = {
  /** The line of the table in test/fault-injection/README.md. */
  line: number
  test: string
  seed: number | null
  counts: { [what: string]: number | string }
  seconds: number
}

/** A figure as it is kept: when it was seen, and at which size. */
export type KeptFigure = Figure & { day: string; size: 'gate' | 'long' | 'chosen' }

/** Kept for the report: `npm run test:long` puts all figures together in test/fault-injection/REPORT.md. */
export const figure = (one: Figure): void => {
  const counts = Object.entries(one.counts).map(([what, count]) => `${what} ${count}`)
  console.log(`[${one.line}] ${one.test}: ${counts.join(', ')} (${one.seconds.toFixed(1)} s)`)
  mkdirSync(folder, { recursive: true })
  const name = `${String(one.line).padStart(2, '0')}-${one.test.replace(/[^a-z0-9]+/gi, '-')}.json`
  const size = process.env.MAI_AM_RUNS ? 'chosen' : isLong ? 'long' : 'gate'
  const kept: KeptFigure = { ...one, day: new Date().toISOString().slice(0, 10), size }
  writeFileSync(`${folder}/${name}`, `${JSON.stringify(kept, null, 2)}\n`)
}

/** Seconds since this was called. */
export const stopwatch = (): (() => number) => {
  const begun = performance.now()
  return () => (performance.now() - begun) / 1000
}

const folder = 'test/fault-injection/figures'
