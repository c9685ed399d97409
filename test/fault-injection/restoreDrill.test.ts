import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openBooks } from '../../src/endpoint/books/openBooks.ts'
import { type Chance, chanceOf, demoId } from '../../src/endpoint/demo/chance.ts'
import { endpointKeys } from '../../src/endpoint/keys/endpointKeys.ts'
import { invite } from '../../src/endpoint/people/invites.ts'
import type { BackPage } from '../../src/wire/messages/sync.ts'
import { type EndpointProcess, startEndpointWith } from '../end-to-end/support/endpointProcess.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { seedOf, size } from '../support/size.ts'
import { TestDevice } from '../support/testDevice.ts'
import { adminCommand } from './support/adminCommand.ts'
import { aSeededPicture } from './support/aSeededPicture.ts'
import { forgedPages } from './support/forgedPages.ts'
import type { Picture } from './support/phones/page.ts'
import { type Chromium, openChromium, type Phones } from './support/phonesInChromium.ts'
import { photoTaken } from './support/photoTaken.ts'
import { checkFolder, nothingReceipted, type Receipted } from './support/receipted.ts'

const keng = '40-417-16822'
const myLy = '40-417-16816'
const work = mkdtempSync(join(tmpdir(), 'mai-am-drill-'))
const empty = join(work, 'empty')
let chrome: Chromium
beforeAll(async () => {
  const areas = [
    { id: keng, title: 'Keng Đu', level: 'commune', border: true },
    { id: myLy, title: 'Mỹ Lý', level: 'commune', border: true },
  ]
  writeFileSync(join(work, 'areas.json'), JSON.stringify(areas))
  const words = ['init', '--district', '40-417', '--title', 'Kỳ Sơn', '--areas', join(work, 'areas.json')]
  await adminCommand(empty, ...words)
  chrome = await openChromium()
})
afterAll(async () => {
  await chrome.close()
  rmSync(work, { recursive: true, force: true })
})

/** Five people; the last one's phone falls into the river on the day on which the endpoint's disk dies. */
const people = [
  { name: 'Lan', role: 'recorder' },
  { name: 'Chò', role: 'recorder' },
  { name: 'Hùng', role: 'inspector' },
  { name: 'Mai', role: 'district' },
  { name: 'Xoan', role: 'recorder' },
] as const
const lost = 'Xoan'
const entriesOfRun = 500
const photosOfRun = 20
/** Hand-ins of each phone until nothing is left to say: the real phones' own triggers, without their pauses. */
const mostRounds = 8

it('[L16, I3, I6, R-drill-01] a restored endpoint gets back all that it had receipted, without a tap, also what a lost phone wrote', async () => {
  const took = stopwatch()
  const seed = seedOf('restore drill', 9_01)
  const runs = size(5, 50)
  const sums = { entries: 0, photos: 0, pages: 0, rounds: 0 }
  let slowest = 0
  for (let run = 0; run < runs; run += 1) {
    const one = await oneDrill(run, chanceOf(`${seed} run ${run}`))
    sums.entries += one.entries
    sums.photos += one.photos
    sums.pages += one.forged
    sums.rounds = Math.max(sums.rounds, one.rounds)
    slowest = Math.max(slowest, one.seconds)
  }
  const counts = {
    drills: runs,
    'entries receipted': sums.entries,
    'photos and previews receipted': sums.photos,
    'lost of them': 0,
    'forged pages refused': sums.pages,
    'hand-ins of a phone until equal, at most': sums.rounds,
    'slowest to converge, s (aim 60)': slowest.toFixed(1),
  }
  figure({ line: 9, test: 'Restore drill', seed, counts, seconds: took() })
})

const oneDrill = async (run: number, chance: Chance) => {
  const data = join(work, `run-${run}`)
  cpSync(empty, data, { recursive: true })
  const codes = await invites(data)
  const endpoint = await startEndpointWith(data)
  onTestFinished(endpoint.remove)
  const phones = await chrome.phonesAt(endpoint.url)
  const stranger = await TestDevice.enrolled(endpoint.url, codes.get('Giả') ?? '')
  await Promise.all(people.map(({ name, role }) => phones.enrol(name, codes.get(name) ?? '', role)))

  // A part of the day, a backup while phones hand in, the rest of the day.
  const before = chance.between(50, entriesOfRun - 50)
  const photosBefore = chance.between(1, photosOfRun - 1)
  await record(phones, chance, before, photosBefore)
  const file = join(work, `backup-${run}.tar.gz`)
  await Promise.all([adminCommand(data, 'backup', '--to', file), ...people.map(({ name }) => phones.sync(name))])
  await record(phones, chance, entriesOfRun - before, photosOfRun - photosBefore)
  await allHandIn(phones)
  const seen = await receiptedOf(phones)
  expect([seen.entries.size, seen.photos.size]).toEqual([entriesOfRun + photosOfRun, 2 * photosOfRun])
  // What Xoan took was looked at in the office; everybody's phone holds the books.
  const hers = (await phones.holds(lost)).photos.flatMap(({ evidence, preview }) => [preview, evidence])
  expect(await phones.look('Mai', hers)).toBe(hers.length)
  await allHandIn(phones)
  const page = await sealedPage(stranger)

  await endpoint.kill()
  const restored = join(work, `restored-${run}`)
  await adminCommand(restored, 'restore', '--from', file)
  const converging = stopwatch()
  await endpoint.startAgain({ from: restored })
  const forged = await tryForged(stranger, endpoint, page)
  let rounds = 0
  let equal = false
  while (!equal && rounds < mostRounds) {
    rounds += 1
    await Promise.all(people.filter(({ name }) => name !== lost).map(({ name }) => phones.sync(name)))
    equal = await allEqual(phones, endpoint)
  }
  const seconds = converging()
  expect(equal, `not equal after ${rounds} hand-ins`).toBe(true)
  for (const { name } of people) {
    if (name === lost) continue
    const { own, photos } = await phones.holds(name)
    expect(new Set(own.map(({ state }) => state)), name).toEqual(new Set(['handed-in']))
    expect(new Set(photos.map(({ state }) => state)), name).toEqual(new Set(photos.length > 0 ? ['safe'] : []))
  }
  await phones.close()
  await endpoint.kill()
  expect(await checkFolder(restored, seen)).toEqual({ lost: [], double: [] })
  rmSync(data, { recursive: true, force: true })
  rmSync(restored, { recursive: true, force: true })
  return { entries: seen.entries.size, photos: seen.photos.size, forged, rounds, seconds }
}

const allHandIn = async (phones: Phones): Promise<void> => {
  const outcomes = await Promise.all(people.map(({ name }) => phones.sync(name)))
  expect(new Set(outcomes)).toEqual(new Set(['done']))
}

const invites = async (data: string): Promise<Map<string, string>> => {
  const books = await openBooks(data)
  const keys = await endpointKeys(books.db)
  const codes = new Map<string, string>()
  for (const { name, role } of [...people, { name: 'Giả', role: 'recorder' } as const]) {
    const asked = { person: { name }, role, books: [keng, myLy] }
    codes.set(name, (await books.db.transaction().execute((tx) => invite(tx, keys, asked, Date.now()))).code)
  }
  await books.close()
  return codes
}

/** So many notes and photos, by everybody, in both books; the one whose phone will be lost takes part in all of it. */
const record = async (phones: Phones, chance: Chance, entries: number, photos: number): Promise<void> => {
  const shares = people.map(() => chance.between(1, 9))
  const sum = shares.reduce((total, share) => total + share, 0)
  let left = entries
  for (const [at, { name }] of people.entries()) {
    const mine = at === people.length - 1 ? left : Math.floor((entries * (shares[at] ?? 0)) / sum)
    left -= mine
    const texts = Array.from({ length: mine }, () => `ghi ${chance.hex(12)}`)
    const half = chance.between(0, mine)
    if (half > 0) await phones.notes(name, keng, texts.slice(0, half))
    if (half < mine) await phones.notes(name, myLy, texts.slice(half))
  }
  for (let at = 0; at < photos; at += 1) {
    const { name } = at === 0 ? { name: lost } : chance.pick(people)
    await phones.photos(name, chance.pick([keng, myLy]), [aPhotoOf(chance)])
  }
}

const aPhotoOf = (chance: Chance): Picture => {
  const evidence = aSeededPicture(chance.hex(8), chance.between(8_000, 90_000))
  const preview = aSeededPicture(chance.hex(8), chance.between(2_000, 12_000))
  const photo = demoId(chance, Date.now())
  const body = photoTaken(photo, evidence, preview)
  return { body, evidence: evidence.toString('base64'), preview: preview.toString('base64') }
}

/** What the phones themselves call handed in, and safe. */
const receiptedOf = async (phones: Phones): Promise<Receipted> => {
  const seen = nothingReceipted()
  for (const { name } of people) {
    const { own, photos } = await phones.holds(name)
    for (const { id, hash, state } of own) if (state === 'handed-in') seen.entries.set(id, hash)
    for (const { state, evidence, preview } of photos)
      if (state === 'safe') for (const sha256 of [evidence, preview]) seen.photos.add(sha256)
  }
  return seen
}

const sealedPage = async (device: TestDevice): Promise<BackPage> => {
  const { body } = await device.sync({ pull: { [keng]: 0 } })
  const page = body.books[keng]
  if (page === undefined) throw new Error('no page')
  return { epoch: body.epoch, book: keng, from: page.from, to: page.cursor, entries: page.entries, seal: page.seal }
}

/** Each forged page is refused, and the book is what it was; the number of them. */
const tryForged = async (device: TestDevice, endpoint: EndpointProcess, page: BackPage): Promise<number> => {
  const { epoch } = (await (await fetch(`${endpoint.url}/api/health`)).json()) as { epoch: string }
  const head = async () => (await device.sync({ epoch, pull: { [keng]: 0 }, limit: 20_000 })).body.books[keng]?.digest
  const before = await head()
  const forged = forgedPages(page, myLy)
  for (const [what, one] of forged) {
    const { body } = await device.sync({ epoch, back: [one] })
    expect(body.backs?.[0]?.status, what).toBe('held')
  }
  expect(await head()).toBe(before)
  return forged.length
}

/** Whether every phone that came back holds every book as the endpoint has it. */
const allEqual = async (phones: Phones, endpoint: EndpointProcess): Promise<boolean> => {
  const books = await openBooks(endpoint.dir)
  const heads = await books.db.selectFrom('books').select(['id', 'digest']).execute()
  await books.close()
  for (const { name } of people) {
    if (name === lost) continue
    const { digests, rows } = await phones.holds(name)
    if (heads.some(({ id, digest }) => digests[id] !== digest) || (rows.freshPages ?? 0) > 0) return false
  }
  return true
}
