import type { Chance } from '../../../src/endpoint/demo/chance.ts'
import { isLong } from '../../support/size.ts'
import { kengDu, myLy, type TestEndpoint } from '../../support/testEndpoint.ts'
import { nothingFalse, nothingLost } from './checker.ts'
import type { FaultyLine } from './faultyLine.ts'
import { faultNames, faultsOfEnrolment } from './lineFaults.ts'
import type { PhonePage } from './phonePage.ts'

export type SessionWorld = { endpoint: TestEndpoint; line: FaultyLine; page: PhonePage }

/** What was wrong in a session, with its phone's name; and what it handed in. */
export type Told = { wrong: string[]; handIns: number; entries: number; held: number; pictures: number }

/** Lives of a phone: enrolled over the bad line, it records and hands in a few times; then the line is well. */
export const aSession = async (
  { endpoint, line, page }: SessionWorld,
  name: string,
  chance: Chance,
  { thin = false } = {},
): Promise<Told> => {
  // A black hole is given up soon here: what a phone does then is the same.
  const patience = thin ? { stuckMs: 180_000, timeoutMs: 60_000 } : { stuckMs: 8_000, timeoutMs: 350 }
  const well = thin ? patience : { stuckMs: 60_000, timeoutMs: 20_000 }
  const roughness = thin ? 0 : chance.pick([0.2, 0.4, 0.7])
  const wrong: string[] = []
  const saved = { entries: [] as string[], photos: [] as string[] }
  const code = await endpoint.invite('recorder', [kengDu], name)
  line.plan(name, chance, () => (thin || !chance.happens(0.3) ? null : chance.pick(faultsOfEnrolment)))
  let device: string | null = null
  while (device === null) device = await page.begin(name, line.urlOf(name), code)
  if (thin) line.slow(name, { bits: 20_000, roundTripMs: 800, loss: 0.05, chance })
  line.plan(name, chance, () => (chance.happens(roughness) ? chance.pick(faultNames) : null))
  let handIns = 0
  const rounds = thin ? 1 : chance.between(1, 3)
  for (let round = 0; round < rounds; round += 1) {
    // One in ten goes to a book that isn't this phone's: held, and said.
    const texts = Array.from({ length: chance.between(1, 5) }, (_, at) => `${name} ghi ${round}.${at}`)
    const writings = texts.map((text) => ({ book: chance.happens(0.1) ? myLy : kengDu, text }))
    saved.entries.push(...(await page.save(name, writings)))
    if (round === 0 && chance.happens(thin ? 1 : 0.5)) {
      const bytes = thin ? (isLong ? 60_000 : 12_000) : chance.between(2_000, 150_000)
      const photo = await page.stage(name, chance.between(1, 2 ** 30), bytes, thin ? 3_000 : 1_500)
      saved.entries.push(...(await page.recordPhoto(name, photo, kengDu)))
      saved.photos.push(photo)
    }
    await page.sync(name, patience)
    handIns += 1
    wrong.push(...(await nothingFalse(endpoint, await page.look(name))))
  }
  // The line is well again.
  line.plan(name, chance, () => null)
  let outcome = await page.sync(name, well)
  for (let tries = 1; tries < 6 && outcome.at !== 'done'; tries += 1) outcome = await page.sync(name, well)
  if (outcome.at !== 'done') wrong.push(`does not end well: ${JSON.stringify(outcome)}`)
  // A request that came late may have changed what is to be pulled.
  await page.sync(name, well)
  const end = await nothingLost(endpoint, device, saved, await page.lookWithBooks(name))
  await page.forget(name)
  return {
    wrong: [...wrong, ...end.wrong].map((what) => `${name}: ${what}`),
    handIns: handIns + 1,
    entries: saved.entries.length,
    held: end.found.held,
    pictures: end.found.pictures,
  }
}
