/**
 * `npm run lighthouse`: what Lighthouse says, on its slow-4G phone, of the built app before a real endpoint: the enrol
 * page on a fresh phone; *Hôm nay* and a household on an enrolled one. Says the scores and all that was marked down, and
 * lays them into figures/lighthouse.json. `-- 1`: one run of each instead of three.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEndpointWith } from '../../end-to-end/support/endpointProcess.ts'
import { openBrowser } from '../../end-to-end/support/phone.ts'
import { trialBooks } from '../../end-to-end/support/trialBooks.ts'
import { trialPlaces } from '../../end-to-end/support/trialPlaces.ts'
import { demoData } from '../../support/demoData.ts'
import { keepFigures } from '../figures.ts'
import { bareBrowser } from './bareBrowser.ts'
import { enrolOn } from './enrolOn.ts'
import { type Judged, judge, openLighthouse } from './judge.ts'
import { sayJudged, typical } from './sayJudged.ts'

const times = Number(process.argv[2] ?? 3)
const book = '40-417-16822'

const lighthouse = await openLighthouse()
const data = await demoData()
const books = await trialBooks(data, [book])
const { built } = trialPlaces(books.values())
const entries = [...books.values()].flatMap(({ histories }) => [...histories.values()].flat())
const sizes = {
  households: books.get(book)?.households.size ?? 0,
  visits: entries.filter(({ kind }) => kind === 'visit.recorded').length,
}
const endpoint = await startEndpointWith(data)
const profile = mkdtempSync(join(tmpdir(), 'mai-am-lighthouse-'))
const invited = () => endpoint.invite('Lan', 'recorder', [book]).link

const judged: { [page: string]: Judged } = {}
const judgeTimes = async (name: string, folder: string, url: string, fresh: boolean): Promise<void> => {
  const browser = await bareBrowser(folder)
  const runs: Judged[] = []
  while (runs.length < times) runs.push(await judge(lighthouse, browser.port, url, fresh))
  await browser.close()
  judged[name] = typical(runs)
  sayJudged(name, judged[name])
}

try {
  const empty = mkdtempSync(join(tmpdir(), 'mai-am-lighthouse-'))
  await judgeTimes('enrol page, fresh phone', empty, invited(), true)
  rmSync(empty, { recursive: true, force: true })
  const context = await openBrowser(profile, { url: endpoint.url })
  await enrolOn(context, invited())
  await context.close()
  await judgeTimes('Hôm nay, enrolled phone', profile, `${endpoint.url}/`, false)
  await judgeTimes('a household, enrolled phone', profile, `${endpoint.url}/households/${built}`, false)
  keepFigures({
    day: new Date().toISOString().slice(0, 10),
    part: 'lighthouse',
    command: `npm run lighthouse -- ${times}`,
    sizes: { ...sizes, rounds: times, seed: 0 },
    figures: Object.entries(judged).flatMap(([page, { scores, times }]) => [
      ...Object.entries(scores).map(([name, value]) => ({
        name: `${page}: ${name}`,
        unit: 'count' as const,
        values: [value],
      })),
      ...Object.entries(times).map(([name, value]) => ({
        name: `${page}: ${name}`,
        unit: 'ms' as const,
        values: [value],
      })),
    ]),
    notes: Object.entries(judged).flatMap(([page, { marked }]) => marked.map((line) => `${page}: ${line}`)),
  })
} finally {
  await endpoint.remove()
  rmSync(profile, { recursive: true, force: true })
}
