import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceOf } from '../../src/endpoint/demo/chance.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { registerHousehold, takePhoto } from '../end-to-end/support/fieldWork.ts'
import { enrolledPhone, type Phone } from '../end-to-end/support/phone.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { hashOf } from '../support/testDevice.ts'
import { type EndpointDisk, endpointDisk } from './support/endpointDisk.ts'
import { olderDatabase } from './support/olderDatabase.ts'
import { type PhoneDisk, phoneDisk } from './support/phoneDisk.ts'

const keng = '40-417-16822'
let endpoint: EndpointProcess
let disk: EndpointDisk
let lan: Phone
beforeAll(async () => {
  endpoint = await startEndpoint()
  disk = await endpointDisk(endpoint.dir)
})
afterAll(async () => {
  await lan?.remove()
  await disk.close()
  await endpoint.remove()
})

const kinds = ['save', 'photo', 'sync', 'upgrade'] as const
/** When the browser is killed, at most so long after it began: in times of what one note takes on this machine. */
const longest = { save: 4, photo: 10, sync: 2, upgrade: 2 }

/** What goes on when the browser is killed, over and over, or until then. */
type Act = (death: Promise<void>) => Promise<unknown>

it('[I1, I2, I4, R-killed-01] the browser is killed while it saves, takes photos, hands in and upgrades: nothing that was said is lost or torn', async () => {
  const took = stopwatch()
  const seed = seedOf('killed browser', 7)
  const chance = chanceOf(`killed browser ${seed}`)
  let household = ''
  let pathname = ''
  /** What the screen said was saved. */
  const notes = new Set<string>()
  let photos = 0
  let visits = 0
  /** Lan begins with a phone of hers, on which nothing is yet. */
  const beginAnew = async () => {
    lan = await enrolledPhone(endpoint, 'Lan', 'recorder', [keng], { log: true })
    await registerHousehold(lan, 'Lô Văn Páo')
    pathname = new URL(lan.page.url()).pathname
    household = `${endpoint.url}${pathname}`
    notes.clear()
    photos = 0
    visits = 0
  }
  await beginAnew()

  const note = async (text: string) => {
    const { page } = lan
    await page.locator(`a[href="${pathname}/note"]`).first().click()
    await page.locator('textarea').fill(text)
    await page.getByRole('button', { name: 'Lưu ghi chú' }).click()
    await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
    notes.add(text)
  }
  const visit = async () => {
    const { page } = lan
    await page.locator(`a[href="${pathname}/visit"]`).first().click()
    await page.getByRole('radio', { name: 'Gặp chủ hộ' }).check()
    for (let at = 0; at < 2; at += 1) {
      await takePhoto(lan)
      photos += 1
    }
    await page.getByLabel('Đã xin phép chụp').check()
    await page.getByRole('button', { name: 'Lưu lượt thăm' }).click()
    await page.getByRole('heading', { name: 'Lô Văn Páo' }).waitFor()
    visits += 1
  }
  const begin: { [kind in (typeof kinds)[number]]: (at: number) => Promise<Act> } = {
    save: async (at) => {
      await lan.page.goto(household)
      let one = 0
      return () => note(`lần ${at}, ghi chú ${one++}`)
    },
    photo: async () => {
      await lan.page.goto(household)
      return visit
    },
    sync: async (at) => {
      await lan.context.route('**/api/**', (route) => route.abort())
      await lan.page.goto(household)
      for (let one = 0; one < 2; one += 1) await note(`lần ${at}, chờ gửi ${one}`)
      await lan.page.goto(`${endpoint.url}/hand-in`)
      const button = lan.page.getByRole('button', { name: 'Gửi ngay' })
      await button.and(lan.page.locator(':enabled')).waitFor()
      await lan.context.unroute('**/api/**')
      return (death) => button.click().then(() => death)
    },
    upgrade: async () => {
      await lan.page.goto(`${endpoint.url}/api/health`)
      await olderDatabase(lan.page)
      return (death) => lan.page.goto(household).then(() => death)
    },
  }

  await lan.page.goto(household)
  await note('trước hết')
  const oneNote = stopwatch()
  await note('đo thời gian')
  const noteMs = oneNote() * 1000
  const kills = size(15, 100)
  const killed = { save: 0, photo: 0, sync: 0, upgrade: 0 }
  const said = { notes: 0, photos: 0 }
  let thrownAway = 0
  for (let at = 0; at < kills; at += 1) {
    const kind = kinds[at % kinds.length] ?? 'save'
    const act = await begin[kind](at)
    let dead = false
    const { promise: death, resolve: died } = Promise.withResolvers<void>()
    const acting = (async () => {
      while (!dead) await act(death)
    })().catch((error: unknown) => {
      if (!dead) throw error
    })
    await Promise.race([acting, new Promise((soon) => setTimeout(soon, chance.fraction() * longest[kind] * noteMs))])
    dead = true
    await lan.kill()
    died()
    await acting
    killed[kind] += 1
    await lan.reopen({ offline: false })
    said.notes += notes.size
    said.photos += photos
    if (!(await standsAgain(`after kill ${at} (${kind})`))) {
      thrownAway += 1
      await lan.remove()
      await beginAnew()
      continue
    }
    said.notes -= notes.size
    said.photos -= photos
    const kept = await phoneDisk(lan.page)
    expect(whatIsTorn(kept), `after kill ${at} (${kind})`).toEqual([])
    expect(lostOf(kept, notes), `after kill ${at} (${kind})`).toEqual([])
    expect(kept.photos.length, `photos after kill ${at}`).toBeGreaterThanOrEqual(photos)
    expect(await falselyHandedIn(kept), `after kill ${at} (${kind})`).toEqual([])
  }

  // At rest: all of it is at the endpoint, once.
  await lan.page.goto(`${endpoint.url}/hand-in`)
  await expect
    .poll(async () => {
      await lan.page
        .getByRole('button', { name: 'Gửi ngay' })
        .click({ timeout: 500 })
        .catch(() => undefined)
      const { own, photos: rows } = await phoneDisk(lan.page)
      return (
        own.every(({ state }) => state === 'handed-in') && rows.every(({ state }) => ['safe', 'staged'].includes(state))
      )
    })
    .toBe(true)
  const rest = await phoneDisk(lan.page)
  expect(await falselyHandedIn(rest)).toEqual([])
  const { upTo, gaps } = await disk.numbersOf(rest.device)
  expect([upTo, gaps]).toEqual([rest.counter, []])
  // The last receipts are kept before the pages that came with them.
  await expect.poll(async () => (await phoneDisk(lan.page)).digests[keng] === (await disk.digestOf(keng))).toBe(true)
  const pictures = rest.own.flatMap(({ entry: { kind, body } }) => {
    if (kind !== 'photo.taken') return []
    const { sha256, preview } = body as { sha256: string; preview: { sha256: string } }
    return [sha256, preview.sha256]
  })
  expect(pictures.filter((sha256) => !disk.hasPicture(sha256))).toEqual([])
  expect(rest.own.filter(({ entry }) => entry.kind === 'visit.recorded').length).toBeGreaterThanOrEqual(visits)
  const counts = {
    kills,
    ...killed,
    'notes said saved': said.notes + notes.size,
    'photos said saved': said.photos + photos,
    lost: 0,
    torn: 0,
    'databases that the browser threw away, and we said so': thrownAway,
  }
  figure({ line: 7, test: 'The browser is killed', seed, counts, seconds: took() })
})

/**
 * The app is there again; where it is not, what the page shows instead stands in the failure. False where the browser
 * itself found its database spoilt by the kill and deleted all of it, as Chromium does now and then: no app can hinder
 * that, but it must say at once what is gone [L11, R-canary-01].
 */
const standsAgain = async (at: string): Promise<boolean> => {
  const { page } = lan
  const stands = page.getByRole('link', { name: 'Gửi', exact: false }).first()
  const gone = page.getByText('Bộ nhớ của ứng dụng trên máy này đã bị xóa')
  try {
    await stands.or(gone).first().waitFor()
    if (!(await gone.isVisible())) return true
  } catch {
    const shown = await page.evaluate(() => document.body.textContent)
    expect.fail(`${at}: ${page.url()} shows “${shown}”`)
  }
  expect(lan.said(), at).toContain('IndexedDB recovering from a corrupted (and deleted) database')
  console.log(`${at}: the browser found its database spoilt and deleted it; the page says so`)
  return false
}

/** Numbers without a gap, photos with all their bytes, and no draft of what was saved. */
const whatIsTorn = ({ own, counter, photos, drafts }: PhoneDisk): string[] => {
  const numbers = own.map(({ n }) => n).join()
  const wanted = Array.from({ length: counter }, (_, at) => at + 1).join()
  const saved = new Set(own.map(({ entry }) => (entry.body as { text?: string }).text))
  const named = new Set(own.map(({ entry }) => (entry.body as { photo?: string }).photo))
  return [
    ...(numbers === wanted ? [] : [`numbers ${numbers} of ${counter}`]),
    ...photos.flatMap(({ photo, evidence, preview, state }) => [
      ...(evidence === 'whole' && preview === 'whole' ? [] : [`photo ${photo}: ${evidence}, ${preview}`]),
      ...((state === 'staged') === named.has(photo) ? [`photo ${photo} is ${state}`] : []),
    ]),
    ...drafts
      .filter(({ form }) => typeof form.text === 'string' && saved.has(form.text))
      .map(({ key }) => `draft ${key}`),
  ]
}

const lostOf = ({ own }: PhoneDisk, notes: ReadonlySet<string>): string[] => {
  const kept = new Set(own.map(({ entry }) => (entry.body as { text?: string }).text))
  return [...notes].filter((text) => !kept.has(text))
}

/** What the phone calls handed in and the endpoint has not, by id, hash and picture. */
const falselyHandedIn = async ({ own, device }: PhoneDisk): Promise<string[]> => {
  const there = await disk.entriesOf(device)
  return own
    .filter(({ state, id, entry }) => state === 'handed-in' && there.get(id)?.hash !== hashOf(entry))
    .map(({ id }) => id)
}
