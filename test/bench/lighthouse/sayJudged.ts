import { say } from '../report.ts'
import type { Judged } from './judge.ts'

const aims: { [category: string]: string } = { Performance: '≥ 95', Accessibility: '100', 'Best Practices': '100' }

export const sayJudged = (page: string, { scores, times, marked }: Judged): void => {
  for (const [name, score] of Object.entries(scores)) say(`${page}, ${name}`, score, 'of 100', aims[name])
  for (const [name, ms] of Object.entries(times)) say(`${page}, ${name}`, ms, 'ms')
  for (const line of marked) process.stdout.write(`  marked down: ${line}\n`)
}

/** The run in the middle, by its performance. */
export const typical = (runs: readonly Judged[]): Judged => {
  const sorted = [...runs].sort((a, b) => (a.scores.Performance ?? 0) - (b.scores.Performance ?? 0))
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('no run, nothing to say')
  return middle
}
