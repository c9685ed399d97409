import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { chanceOf, demoId } from '../../src/endpoint/demo/chance.ts'
import { type EndpointProcess, startEndpoint } from '../end-to-end/support/endpointProcess.ts'
import { figure, stopwatch } from '../support/figure.ts'
import { isLong, seedOf, size } from '../support/size.ts'
import { sha256Hex, TestDevice } from '../support/testDevice.ts'
import { adminCommand } from './support/adminCommand.ts'
import { aSeededPicture } from './support/aSeededPicture.ts'
import type { Holds, Picture } from './support/phones/page.ts'
import { type Chromium, openChromium, type Phones } from './support/phonesInChromium.ts'
import { photoTaken } from './support/photoTaken.ts'
import { sendPhoto } from './support/sendPhoto.ts'

const keng = '40-417-16822'
const waitingEntries = 300
const waitingPhotos = 20
/** A wipe needs a few hand-ins where requests and answers get lost. */
const mostHandIns = 60
/** Phones beside each other: most of the time each waits for its disk. */
const beside = 5

const work = mkdtempSync(join(tmpdir(), 'mai-am-revoked-'))
let endpoint: EndpointProcess
let chrome: Chromium
let admin: TestDevice
beforeAll(async () => {
  endpoint = await startEndpoint()
  admin = await TestDevice.enrolled(endpoint.url, endpoint.invite('Quản', 'admin', []).code)
  chrome = await openChromium()
})
afterAll(async () => {
  await chrome.close()
  await endpoint.remove()
  rmSync(work, { recursive: true, force: true })
})

const newCode = async (name: string): Promise<string> => {
  const json = { person: { name }, role: 'recorder', books: [keng] }
  return (await admin.request<{ code: string }>('POST', '/api/admin/invites', { json })).body.code
}
const revoke = async (device: string): Promise<void> => {
  const { status } = await admin.request('POST', `/api/admin/devices/${device}/revoke`, { json: { wipe: true } })
  expect(status).toBe(200)
}

it('[I4, I7, R-revoked-01] a revoked phone hands all in to quarantine before its own is wiped, on a line that breaks', async () => {
  const took = stopwatch()
  const seed = seedOf('a revoked phone', 17_01)
  const runs = size(20, 20)
  const phones = await chrome.phonesAt(endpoint.url)
  const lanOther = await TestDevice.enrolled(endpoint.url, await newCode('Chò'))
  await lanOther.sync({ push: [lanOther.entry(keng, 'note.added', uuid7(Date.now()), { text: 'của người khác' })] })
  let handIns = 0
  for (let run = 0; run < runs; run += beside) {
    const some = Array.from({ length: Math.min(beside, runs - run) }, (_, at) => run + at)
    const each = await Promise.all(some.map((one) => revokedAndWiped(phones, one, seed)))
    handIns += each.reduce((sum, one) => sum + one, 0)
  }
  await phones.close()
  expect(await adminCommand(endpoint.dir, 'verify')).toMatchObject({ held: runs * (waitingEntries + waitingPhotos) })
  const counts = {
    phones: runs,
    'entries in quarantine': runs * (waitingEntries + waitingPhotos),
    'photos and previews in quarantine': runs * waitingPhotos * 2,
    'gone from the phone before': 0,
    'hand-ins that it took': handIns,
  }
  figure({ line: 17, test: 'A revoked phone hands in before it is wiped', seed, counts, seconds: took() })
})

/** One phone with much that waits loses its rights; the number of hand-ins until it is empty. */
const revokedAndWiped = async (phones: Phones, run: number, seed: number): Promise<number> => {
  const chance = chanceOf(`${seed} run ${run}`)
  const name = `Lan ${run}`
  const device = await phones.enrol(name, await newCode(name), 'recorder')
  expect(await phones.sync(name)).toBe('done')
  expect((await phones.holds(name)).rows.pages).toBeGreaterThan(0)
  // Long enough that they go in several batches.
  const texts = Array.from({ length: waitingEntries }, () => `ghi ${chance.hex(chance.between(300, 1_700))}`)
  await phones.notes(name, keng, texts)
  const pictures = Array.from({ length: waitingPhotos }, () => aPhotoOf(chance))
  await phones.photos(name, keng, pictures)
  const before = await phones.holds(name)
  expect([before.own.length, before.photos.length]).toEqual([waitingEntries + waitingPhotos, waitingPhotos])
  await revoke(device)
  // The line breaks between one batch of entries and the next in a third of the runs: the order to wipe has come by then.
  await phones.weakLine(name, chance.between(1, 1e9), chance.between(1, 8) / 100, chance.between(1, 3))
  let handIns = 0
  let outcome = ''
  while (handIns < mostHandIns && outcome !== 'stopped: wiped') {
    outcome = await phones.sync(name)
    handIns += 1
    nothingGoneTooSoon(device, before, await phones.holds(name))
  }
  expect(outcome, name).toBe('stopped: wiped')
  const after = await phones.holds(name)
  expect([after.enrolled, after.rows]).toEqual([false, emptied(after.rows)])
  const { held, photos } = quarantineOf(device)
  expect(held).toEqual(new Map(before.own.map(({ id, hash }) => [id, hash])))
  expect(photos).toEqual(new Set(before.photos.flatMap(({ evidence, preview }) => [evidence, preview])))
  await phones.forget(name)
  return handIns
}

/** Photos of an ordinary size only in a long run: what is counted is each of them, not its bytes. */
const aPhotoOf = (chance: ReturnType<typeof chanceOf>): Picture => {
  const evidence = aSeededPicture(
    chance.hex(8),
    isLong ? chance.between(60_000, 200_000) : chance.between(2_000, 9_000),
  )
  const preview = aSeededPicture(chance.hex(8), chance.between(800, 2_000))
  const body = photoTaken(demoId(chance, Date.now()), evidence, preview)
  return { body, evidence: evidence.toString('base64'), preview: preview.toString('base64') }
}

/** What the endpoint keeps aside of a device: entries by id with their hash, each once, and pictures whose bytes are right. */
const quarantineOf = (device: string): { held: Map<string, string>; photos: Set<string> } => {
  const database = new DatabaseSync(join(endpoint.dir, 'books.sqlite'), { readOnly: true })
  const all = (sql: string) => database.prepare(sql).all(device) as { [column: string]: string }[]
  const rows = all("select entry, hash from held where device = ? and code = 'revoked'")
  const pictures = all('select sha256 from photos where device = ? and quarantine = 1')
  database.close()
  const held = new Map(rows.map(({ entry = '', hash = '' }) => [entry, hash]))
  expect(held.size).toBe(rows.length)
  const whole = pictures.flatMap(({ sha256 = '' }) => {
    const bytes = readFileSync(join(endpoint.dir, 'photos', sha256.slice(0, 2), sha256))
    return sha256Hex(bytes) === sha256 ? [sha256] : []
  })
  return { held, photos: new Set(whole) }
}

/** [I4] What is not on the phone any more is in quarantine. */
const nothingGoneTooSoon = (device: string, before: Holds, now: Holds): void => {
  const { held, photos } = quarantineOf(device)
  const here = new Set(now.own.map(({ id }) => id))
  expect(before.own.filter(({ id, hash }) => !here.has(id) && held.get(id) !== hash)).toEqual([])
  const bytes = new Set(now.bytesOf)
  const pictures = before.photos.flatMap(({ evidence, preview }) => [evidence, preview])
  expect(pictures.filter((sha256) => !bytes.has(sha256) && !photos.has(sha256))).toEqual([])
}

/** Only the mark that it was wiped is left. */
const emptied = (rows: Holds['rows']): Holds['rows'] =>
  Object.fromEntries(Object.keys(rows).map((table) => [table, table === 'meta' ? 1 : 0]))

it('[I8, L16, R-revoked-02] after a restore a thief’s phone is known again by its certificate, and reads nothing', async () => {
  const took = stopwatch()
  const thieves = size(20, 20)
  const secret = 'chỉ người của xã được đọc'
  const file = join(work, 'before.tar.gz')
  const early = await TestDevice.enrolled(endpoint.url, await newCode('Bị thu trước'))
  await revoke(early.id)
  const lan = await TestDevice.enrolled(endpoint.url, await newCode('Lan'))
  const picture = aSeededPicture('của Lan', 4_000)
  const preview = aSeededPicture('nhỏ', 1_000)
  const taken = photoTaken(uuid7(Date.now()), picture, preview)
  const push = [
    lan.entry(keng, 'note.added', uuid7(Date.now()), { text: secret }),
    lan.entry(keng, 'photo.taken', uuid7(Date.now()), taken),
  ]
  expect((await lan.sync({ push: push as never })).status).toBe(200)
  expect(await sendPhoto(lan, picture)).toBe(true)
  await adminCommand(endpoint.dir, 'backup', '--to', file)
  // Enrolled after the backup; half of them were revoked before the disk died, which no backup knows either.
  const stolen: TestDevice[] = []
  for (let at = 0; at < thieves; at += 1) {
    const device = await TestDevice.enrolled(endpoint.url, await newCode(`Bị lấy ${at}`))
    expect((await device.request('GET', `/api/photos/${taken.sha256}`)).status).toBe(200)
    if (at % 2 === 0) await revoke(device.id)
    stolen.push(device)
  }
  await endpoint.kill()
  const restored = join(work, 'restored')
  await adminCommand(restored, 'restore', '--from', file)
  await endpoint.startAgain({ from: restored })
  const { epoch } = (await (await fetch(`${endpoint.url}/api/health`)).json()) as { epoch: string }
  let readNothing = 0
  for (const device of [...stolen, early]) {
    const certificate = device.enrolled?.certificate
    const again = await device.request('POST', '/api/enrol/again', { json: { certificate } })
    expect([again.status, (again.body as { confirmed?: boolean }).confirmed]).toEqual([200, device === early])
    const wider = { ...(certificate as object), role: 'admin' }
    expect((await device.request('POST', '/api/enrol/again', { json: { certificate: wider } })).status).toBe(401)
    const pulled = await device.sync({ epoch, pull: { [keng]: 0, '40-417': 0 } })
    const said = [
      pulled.body,
      (await device.sync({ pull: { [keng]: 0 } })).body,
      (await device.request('GET', '/api/admin/devices')).body,
      (await device.request('GET', '/api/admin/held')).body,
      (await device.request('POST', `/api/admin/devices/${device.id}/confirm`, { json: {} })).body,
    ].map((body) => JSON.stringify(body))
    expect(said.some((text) => text.includes(secret) || text.includes('"entries"'))).toBe(false)
    expect(pulled.body.books ?? {}).toEqual({})
    for (const sha256 of [taken.sha256, taken.preview.sha256])
      expect((await device.request('GET', `/api/photos/${sha256}`)).status).toBe(404)
    readNothing += 1
  }
  expect(readNothing).toBe(thieves + 1)
  // Whom an admin confirms reads again.
  const given = stolen.at(-1)
  const confirm = `/api/admin/devices/${given?.id}/confirm`
  expect((await admin.request('POST', confirm, { json: {} })).status).toBe(200)
  expect((await given?.sync({ epoch, pull: { [keng]: 0 } }))?.body.books[keng]?.entries).not.toHaveLength(0)
  const counts = { thieves, 'read nothing': thieves, 'revoked before the backup, still so': 1 }
  figure({ line: 17, test: 'A thief reads nothing after a restore', seed: null, counts, seconds: took() })
})
