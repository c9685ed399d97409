import { availableParallelism } from 'node:os'
import { expect, it } from 'vitest'
import { figure, stopwatch } from '../support/figure.ts'
import { size } from '../support/size.ts'
import { inChild } from './inChild.ts'
import type { Outcome } from './world/oneRun.ts'

/**
 * Convergence of the pure core (line 1 of the table): 2 to 8 phones, 20 to 200 happenings, over the real code of the
 * domain, the wire, the store, the sync core (`syncOnce`) and the endpoint (its whole server, over SQLite in files).
 *
 * Substituted here, and where the real thing is tested:
 * - Dexie over IndexedDB by tables in memory with the same keys, indexes and transactions: test/browser, in Chromium.
 * - signatures by hashes over the same texts, gzip by Node's: real in every twentieth run here; always in test/contract.
 * - sockets by calls into the server: test/contract, and the lines on faults over HTTP.
 * - the fsync, by files in memory: the lines on kill -9 and strace.
 * - clock and chance by the seed. Photos' lanes run, and find nothing to do: lines of their own.
 *
 * `SEED=17 npx vitest run --project convergence` repeats one run.
 */
const runs = size(1_000, 10_000)
const first = 1

/** Seeds that once failed, and what was wrong. */
const failedOnce: readonly (readonly [seed: number, what: string])[] = [
  [20, 'a phone that died between hearing that a book is gone and forgetting it kept the pages for ever'],
  [40, 'a phone revoked after a restore never heard of the new epoch: what the lost endpoint had receipted was gone'],
  [
    587,
    'an entry whose answer got lost came back from a restore with a later stamp than a page that its phone had told',
  ],
  [4304, 'an entry too large that a phone handed in for another moved its own counter'],
  [4855, 'what a sick endpoint said of a page that was given back was believed without a right receipt'],
  [9849, 'what somebody else handed in for a phone and the office let in was hidden by its word on the phone’s own'],
  [1952, 'the checker: numbers are missing on a phone that is being wiped, for what is receipted is gone'],
  [2393, 'the checker: a phone died with the last step of its wiping'],
  [3201, 'the checker: two twins’ entries were both let in by a person’s word'],
]

const told = (outcomes: readonly Outcome[]): string[] =>
  outcomes.flatMap((outcome) =>
    outcome.ok
      ? []
      : [
          `SEED=${outcome.seed}: ${outcome.why}\n  ${outcome.plan.phones} phones, ${outcome.plan.happenings} happenings, ${outcome.plan.features.join(' ') || 'nothing else'}\n  ${outcome.story.slice(-40).join('\n  ')}`,
        ],
  )

it.runIf(process.env.SEED === undefined)(
  `[I3, I4, I5, I6, I7, I8, I9, R-lost-01, R-lost-03] phones that meet every fault come to rest alike, and nothing is lost: ${runs} runs from seed ${first}`,
  async () => {
    const took = stopwatch()
    const parts = Math.min(2, availableParallelism())
    const each = Math.ceil(runs / parts)
    const outcomes = (
      await Promise.all(
        Array.from({ length: parts }, (_, at) =>
          inChild({ from: first + at * each, count: Math.min(each, runs - at * each) }),
        ),
      )
    ).flat()
    const sum = (of: 'phones' | 'happenings' | 'entries' | 'requests' | 'restores' | 'faults') =>
      outcomes.reduce((total, outcome) => total + (outcome.ok ? outcome.counts[of] : 0), 0)
    expect(told(outcomes)).toEqual([])
    expect(outcomes).toHaveLength(runs)
    expect(sum('restores')).toBeGreaterThan(runs / 10)
    expect(sum('faults')).toBeGreaterThan(runs)
    const counts = {
      runs,
      phones: sum('phones'),
      happenings: sum('happenings'),
      entries: sum('entries'),
      requests: sum('requests'),
      'faults of the road': sum('faults'),
      restores: sum('restores'),
      failures: 0,
    }
    figure({ line: 1, test: 'Convergence of the pure core', seed: first, counts, seconds: took() })
  },
)

it.each(failedOnce)('[I4, I6, I8, R-lost-01] seed %i, which failed once: %s', async (seed) => {
  expect(told(await inChild({ seeds: [seed] }))).toEqual([])
})

it.runIf(process.env.SEED !== undefined)('[R-lost-01] the run of SEED', async () => {
  expect(told(await inChild({ seeds: [Number(process.env.SEED)] }))).toEqual([])
})
