import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { figure, stopwatch } from '../support/figure.ts'
import { size } from '../support/size.ts'
import { bugs } from './bugs.ts'
import { inChild } from './inChild.ts'

/**
 * The worth of the convergence test (line 2 of the table): bugs that somebody might make, one by one, each by exchanging
 * one exact piece of a real module's source in a process of its own. Where that piece is no longer there, the test says so.
 */
const most = size(150, 1_000)

it(`[R-lost-02] each of ${bugs.length} seeded bugs is caught`, async () => {
  const took = stopwatch()
  const waiting = [...bugs]
  const table: string[] = []
  const missed: string[] = []
  const tryOneByOne = async () => {
    for (let bug = waiting.shift(); bug !== undefined; bug = waiting.shift()) {
      const { name, exchanges, from } = bug
      const outcomes = await inChild({ from, count: most, substitutions: exchanges, untilFailure: true })
      const last = outcomes.at(-1)
      if (last === undefined || last.ok) missed.push(name)
      else table.push(`${name}: ${outcomes.length} runs from seed ${from}; ${last.why.split('\n')[0]?.slice(0, 110)}`)
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, tryOneByOne))
  console.log(`seeded bugs: ${table.length} of ${bugs.length} caught\n  ${table.join('\n  ')}`)
  expect(missed).toEqual([])
  expect(bugs.length).toBeGreaterThanOrEqual(25)
  const counts = { bugs: bugs.length, caught: table.length }
  figure({ line: 2, test: 'That test’s own worth', seed: null, counts, seconds: took() })
})
