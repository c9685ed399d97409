import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../../src/app/store/tables.ts'
import { entryText } from '../../src/domain/book/entryHash.ts'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { type Chance, chanceOf } from '../../src/endpoint/demo/chance.ts'
import { chromiumFlags } from '../support/chromiumFlags.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { kengDu, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'
import { asVersion, historicSchemas } from './support/historicSchemas.ts'
import { keptInPage } from './support/keptInPage.ts'
import { type OneOrigin, startOneOrigin } from './support/oneOrigin.ts'
import { type Noted, type SkewedTabs, skewedTabs } from './support/skewedTabs.ts'
import { buildVariant } from './support/variants.ts'

const work = mkdtempSync(join(tmpdir(), 'mai-am-skew-'))
const newest = Math.max(...Object.keys(historicSchemas).map(Number))
/** The database of the newer build, in the same words. */
const tomorrow = { ...historicSchemas[newest], roofs: 'id', drafts: 'key, savedMs' }
const schemas: { [version: number]: { [table: string]: string } } = { ...historicSchemas, [newest + 1]: tomorrow }

let endpoint: TestEndpoint
let origin: OneOrigin
let browser: Browser
beforeAll(async () => {
  const [older, newer] = await Promise.all([buildVariant('older', work), buildVariant('newer', work)])
  origin = await startOneOrigin({ today: await buildVariant('today', work), older, newer })
  endpoint = await startTestEndpoint()
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [...chromiumFlags],
  })
})
afterAll(async () => {
  await browser?.close()
  await origin?.close()
  await endpoint?.close()
  rmSync(work, { recursive: true, force: true })
})

it('[R-skew-01] each database that ever was on phones stands on the list, and the newest is today’s', () => {
  expect(openDatabase('x').verno).toBe(newest)
})

it('[I4, R-skew-01] every historic database opens in today’s build and in the newer one, with all that was in it', async () => {
  const phone = await aPhone('Lan')
  origin.endpoint = null
  const [first] = phone.households
  if (first === undefined) throw new Error('no household')
  const tabs = skewedTabs(phone.context, origin, [first])
  const chance = chanceOf('historic')
  while (first.saved.length === 0 || first.draft === '') await tabs.step(chance, 1)
  await tabs.closeAll()
  const before = await keptInPage(phone.desk)
  for (const version of Object.keys(historicSchemas).map(Number))
    for (const build of ['today', 'newer']) {
      await phone.desk.evaluate(asVersion, { version, tables: schemas[version] ?? {} })
      const page = await phone.context.newPage()
      await page.goto(`${origin.url}/households/${first.id}/note?build=${build}`)
      expect(await page.getByLabel('Ghi chú về hộ này').inputValue(), `${version} in ${build}`).toBe(first.draft)
      await page.getByRole('link', { name: 'Hộ', exact: true }).click()
      for (const { name } of phone.households) await page.getByText(name).first().waitFor()
      await page.close()
      const now = await keptInPage(phone.desk)
      expect(now.version, build).toBe((build === 'newer' ? newest + 1 : newest) * 10)
      expect(now.own, `${version} in ${build}`).toEqual(before.own)
    }
  await phone.context.close()
})

it('[I9, I4, R-skew-02] tabs of builds before, of and after today, opened, updated and closed in any order, lose no form and show no blank', async () => {
  const took = stopwatch()
  const seed = seedOf('skew', 4712)
  const runs = size(50, 200)
  const lanes = await Promise.all(['Lan', 'Páo'].map(aPhone))
  let steps = 0
  let next = 0
  for (const upTo of [Math.ceil(runs / 2), runs]) {
    // Out of signal they walk; back in it, builds that did not write it hand in what waits.
    origin.endpoint = null
    const walk = async (phone: SkewedPhone): Promise<void> => {
      while (next < upTo) {
        next += 1
        const made = await oneRun(phone, chanceOf(`${seed} ${next}`), `seed ${seed}, run ${next}`)
        steps += made
      }
    }
    await Promise.all(lanes.map(walk))
    origin.endpoint = endpoint.url
    for (const phone of lanes) await handedIn(phone, `seed ${seed}, after run ${upTo}`)
  }
  const saved = lanes.flatMap(({ households }) => households.flatMap((one) => one.saved)).length
  for (const { context } of lanes) await context.close()
  const counts = { runs, steps, 'notes saved and handed in': saved, 'blank pages': 0, 'forms lost': 0 }
  figure({ line: 12, test: 'Builds of three times in two to four tabs', seed, counts, seconds: took() })
})

type SkewedPhone = { context: BrowserContext; desk: Page; households: Noted[]; tabs: SkewedTabs; device: string }

/** A phone that was enrolled with today's build and holds four households and what a later version wrote. */
const aPhone = async (name: string): Promise<SkewedPhone> => {
  const households = await fourHouseholds(name)
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 360, height: 740 },
    locale: 'vi-VN',
  })
  context.setDefaultTimeout(60_000)
  origin.endpoint = endpoint.url
  const page = await context.newPage()
  await page.goto(`${origin.url}/#enrol=${await endpoint.invite('recorder', [kengDu], name)}`)
  await page.getByLabel('Tên máy này').fill('máy thử')
  await page.getByRole('button', { name: 'Vào sổ' }).click()
  await page.getByRole('heading', { name: `Chào ${name}` }).waitFor()
  await page.goto(`${origin.url}/households`)
  for (const one of households) await page.getByText(one.name).first().waitFor()
  await page.close()
  const desk = await context.newPage()
  await desk.goto(`${origin.url}/blank`)
  const tabs = skewedTabs(context, origin, households)
  return { context, desk, households, tabs, device: (await keptInPage(desk)).device }
}

const fourHouseholds = async (of: string): Promise<Noted[]> => {
  const chò = await endpoint.device('recorder', [kengDu], 'Chò')
  const made = ['Lô Văn Páo', 'Vừ Bá Chò', 'Cụt Thị Xoan', 'Moong Văn Phò'].map((name) => ({
    id: uuid7(Date.now()),
    name: `${name} ${of}`,
    draft: '',
    saved: [],
  }))
  const push = made.flatMap(({ id, name }) => [
    chò.entry(kengDu, 'household.registered', id, {
      headName: name,
      village: `${kengDu}-huoi-le`,
      roof: 'tôn',
    } as never),
    chò.entry(kengDu, 'roof.painted' as never, id, { colour: 'đỏ' } as never, { v: 7 }),
  ])
  await chò.sync({ push })
  return made
}

/** A few steps over one phone's tabs, now and then from a database of another time, and what lies on its disk then. */
const oneRun = async (phone: SkewedPhone, chance: Chance, title: string): Promise<number> => {
  const { desk, households, tabs } = phone
  const said: string[] = []
  const steps = chance.between(3, 4)
  const most = chance.between(2, 4)
  try {
    if (chance.happens(0.6)) {
      const version = chance.pick([...Object.keys(historicSchemas), ...Object.keys(schemas)].map(Number))
      said.push(`database ${version}`)
      await tabs.closeAll()
      await desk.evaluate(asVersion, { version, tables: schemas[version] ?? {} })
    }
    for (let step = 0; step < steps; step += 1) {
      said.push(await tabs.step(chance, most))
      await tabs.look()
    }
  } catch (error) {
    throw new Error(`${title}: ${said.join('; ')}; then ${error}`, { cause: error })
  }
  const { own, drafts } = await keptInPage(desk)
  expect(
    own.map(({ n }) => n),
    title,
  ).toEqual(own.map((_, at) => at + 1))
  expect(notesOf(own.map(({ entry }) => entry)), title).toEqual(savedOf(phone))
  for (const { id, draft } of households) if (draft !== '') expect(drafts[`note:${id}`], title).toBe(draft)
  return steps
}

/** Handed in by a build of any time, and counted at the endpoint: nothing lost, nothing twice, to the byte. */
const handedIn = async (phone: SkewedPhone, title: string): Promise<void> => {
  const { context, desk, households, tabs, device } = phone
  await tabs.closeAll()
  const page = await context.newPage()
  await page.goto(`${origin.url}/?build=${chanceOf(title).pick(['older', 'today', 'newer'])}`)
  const waiting = async () => (await keptInPage(desk)).own.filter(({ state }) => state !== 'handed-in').length
  await expect.poll(waiting, { message: title }).toBe(0)
  await page.close()
  const { own } = await keptInPage(desk)
  const rows = endpoint.books.db.selectFrom('entries').select('text').where('device', '=', device).orderBy('n')
  const there = (await rows.execute()).map(({ text }) => JSON.parse(text) as Entry)
  expect(there.map(entryText), title).toEqual(own.map(({ entry }) => entryText(entry)))
  expect(notesOf(there), title).toEqual(savedOf(phone))
  const later = households.flatMap(({ saved }) => saved.filter((one) => one.later)).length
  expect(
    there.filter(({ kind }) => kind === 'roof.painted'),
    title,
  ).toHaveLength(later)
}

const notesOf = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ kind, body }) => (kind === 'note.added' ? [(body as { text: string }).text] : [])).sort()

const savedOf = ({ households }: SkewedPhone): string[] =>
  households.flatMap(({ saved }) => saved.map(({ text }) => text)).sort()
