import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { startTestEndpoint } from '../support/testEndpoint.ts'
import { aSession, type SessionWorld, type Told } from './support/aSession.ts'
import { startFaultyLine } from './support/faultyLine.ts'
import { inLanes } from './support/inLanes.ts'
import { faultNames } from './support/lineFaults.ts'
import { openPhoneBrowser, type PhoneBrowser } from './support/phonePage.ts'

let browser: PhoneBrowser
beforeAll(async () => {
  browser = await openPhoneBrowser()
})
afterAll(() => browser.close())

/** A world of its own for so many sessions: books stay short, and a page's tables few. */
const sessionsAWorld = 25

const inWorlds = async (
  sessions: readonly number[],
  lanes: number,
  act: (world: SessionWorld, at: number) => Promise<Told>,
) => {
  const told: Told[] = []
  const happened = new Map<string, number>()
  for (let from = 0; from < sessions.length; from += sessionsAWorld) {
    const endpoint = await startTestEndpoint()
    const line = await startFaultyLine(endpoint.url)
    const page = await browser.open()
    const world = { endpoint, line, page }
    await inLanes(
      lanes,
      sessions.slice(from, from + sessionsAWorld),
      async (at) => void told.push(await act(world, at)),
    )
    for (const [name, count] of line.happened) happened.set(name, (happened.get(name) ?? 0) + count)
    await page.page.context().close()
    await line.close()
    await endpoint.close()
  }
  return { told, happened }
}

const sumOf = (told: readonly Told[], what: 'entries' | 'held' | 'pictures' | 'handIns') =>
  told.reduce((sum, one) => sum + one[what], 0)

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

// The thin line waits most of its time: both go on at once.
describe.concurrent('sessions over bad lines', () => {
  it('[I2, I3, I4, I7, L13, R-line-01] sessions over a line that does every kind of harm: nothing lost, nothing double, nothing falsely handed in', async () => {
    const took = stopwatch()
    const seed = seedOf('faulty line', 4)
    const sessions = size(300, 5_000)
    const { told, happened } = await inWorlds(numbers(sessions), 12, (world, at) =>
      aSession(world, `p${at}`, chanceOf(`line ${seed} ${at}`)),
    )
    expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(told).toHaveLength(sessions)
    const kinds = faultNames.filter((name) => (happened.get(name) ?? 0) > 0)
    if (sessions >= 100) expect(kinds.length).toBeGreaterThanOrEqual(40)
    const faults = [...happened.values()].reduce((sum, count) => sum + count, 0)
    const counts = {
      sessions,
      'hand-ins': sumOf(told, 'handIns'),
      entries: sumOf(told, 'entries'),
      'of them held': sumOf(told, 'held'),
      pictures: sumOf(told, 'pictures'),
      faults,
      kinds: kinds.length,
      lost: 0,
      double: 0,
      'falsely handed in': 0,
    }
    figure({ line: 4, test: 'A line that does every kind of harm', seed, counts, seconds: took() })
  })

  it('[I2, L2, R-line-02] over 20 kbit/s, 800 ms and 5 % loss, sessions come to their end', async () => {
    const took = stopwatch()
    const seed = seedOf('thin line', 5)
    const { told } = await inWorlds(numbers(10), 10, (world, at) =>
      aSession(world, `t${at}`, chanceOf(`thin ${seed} ${at}`), { thin: true }),
    )
    expect(told.flatMap(({ wrong }) => wrong)).toEqual([])
    const counts = {
      sessions: 10,
      entries: sumOf(told, 'entries'),
      pictures: sumOf(told, 'pictures'),
      lost: 0,
      double: 0,
    }
    figure({ line: 4, test: 'A thin line', seed, counts, seconds: took() })
  })
})
