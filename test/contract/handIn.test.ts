import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { hashOf, type TestDevice } from '../support/testDevice.ts'
import { district, kengDu, muongLong, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let admin: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  admin = await endpoint.device('admin', [], 'An')
})
afterAll(() => endpoint.close())

const note = (device: TestDevice, book = kengDu, text = 'ghi', more = {}) =>
  device.entry(book, 'note.added', uuid7(Date.now()), { text }, more)

type Held = { id: string; entry: string; code: string; raw: unknown }
const heldOf = async (entry: string): Promise<Held> => {
  const { body } = await admin.request<Held[]>('GET', '/api/admin/held')
  const row = body.find((one) => one.entry === entry)
  if (row === undefined) throw new Error(`nothing is held of ${entry}`)
  return row
}

it('[I3] the books are kept with every commit on the disk before the receipt', async () => {
  const { sql } = await import('kysely')
  const read = async (pragma: string) =>
    Object.values(
      (await sql.raw<{ [column: string]: unknown }>(`PRAGMA ${pragma}`).execute(endpoint.books.db)).rows[0]!,
    )[0]
  expect([await read('synchronous'), await read('journal_mode')]).toEqual([2, 'wal'])
})

it('[I5, L13] seq and stamp that come along are not hashed, and the stamp once got is kept after a restore', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = note(lan)
  const first = await lan.sync({ push: [{ ...entry, seq: 999, stamp: entry.at }] })
  expect(first.body.acks[0]).toMatchObject({ status: 'accepted', hash: hashOf(entry) })
  expect((await lan.sync({ push: [entry] })).body.acks[0]?.status).toBe('duplicate')
  // A clock that ran ahead was clamped once; handed in again elsewhere, it stays where it was.
  const once = `000000000001-0000-${lan.id.slice(0, 8)}`
  const again = await lan.sync({ push: [{ ...note(lan), stamp: once }] })
  expect(again.body.acks[0]?.stamp).toBe(once)
  const above = note(lan)
  const later = await lan.sync({ push: [{ ...above, stamp: `ffffffffffff-0000-${lan.id.slice(0, 8)}` }] })
  expect(later.body.acks[0]?.stamp).toBe(above.at)
})

it('[I7] an entry over 64 KB is refused by name, counts, and holds nothing up', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const large = note(lan, kengDu, 'x', { extra: 'y'.repeat(66_000) })
  const small = note(lan)
  const { body, ...answer } = await lan.sync({ push: [large, small] })
  expect(body.acks).toMatchObject([
    { id: large.id, hash: hashOf(large), status: 'refused', code: 'too-large' },
    { id: small.id, status: 'accepted' },
  ])
  expect(body.upTo).toBe(2)
  expect(await lan.receiptIsRight({ ...answer, body })).toBe(true)
})

it('[I3] what another wrote moves nobody’s counter, whether it can be read or not', async () => {
  const [lan, tho] = [await endpoint.device('recorder', [kengDu]), await endpoint.device('recorder', [kengDu])]
  const large = note(lan, kengDu, 'x', { extra: 'y'.repeat(66_000) })
  const { body } = await tho.sync({ push: [large, note(lan)] })
  expect(body.acks.map(({ code }) => code)).toEqual(['too-large', 'not-yours'])
  expect(body.upTo).toBe(0)
})

it('[I7] what no database would keep as it is is held raw, and asked again gets the same answer', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const half = { ...note(lan), id: 'a\u0000b\ud800' }
  const deep = note(lan, kengDu, 'x', { person: 'somebody' })
  const first = await lan.sync({ push: [half, deep] })
  expect(first.body.acks).toMatchObject([{ code: 'invalid' }, { code: 'not-yours' }])
  const again = await lan.sync({ push: [half, deep] })
  expect(again.body.acks).toEqual(first.body.acks)
  const { body } = await admin.request<Held[]>('GET', '/api/admin/held')
  expect(body.filter(({ entry }) => entry === deep.id)).toHaveLength(1)
})

it('[I6] limit counts over all books, more says to ask again, and in the end both sides have the same', async () => {
  const lan = await endpoint.device('recorder', [kengDu, myLy])
  await lan.sync({ push: Array.from({ length: 8 }, (_, i) => note(lan, i % 2 === 0 ? kengDu : myLy)) })
  const cursors: { [book: string]: number } = { [district]: 0, [kengDu]: 0, [myLy]: 0 }
  let rounds = 0
  for (let more = true; more && rounds < 50; rounds += 1) {
    const { body } = await lan.sync({ pull: cursors, limit: 5 })
    const pages = Object.entries(body.books)
    expect(pages.map(([book]) => book)).toEqual([district, kengDu, myLy])
    expect(pages.reduce((sum, [, page]) => sum + page.entries.length, 0)).toBeLessThanOrEqual(5)
    for (const [book, { from, cursor, entries }] of pages) {
      expect([from, entries.length]).toEqual([(cursors[book] ?? 0) + 1, cursor - from + 1])
      cursors[book] = cursor
    }
    more = pages.some(([, page]) => page.more)
  }
  const heads = await endpoint.books.db.selectFrom('books').select(['id', 'head', 'digest']).execute()
  for (const { id, head } of heads) if (id in cursors) expect([id, cursors[id]]).toEqual([id, head])
  const { body } = await lan.sync({ pull: cursors })
  for (const { id, digest } of heads) if (id in cursors) expect(body.books[id]?.digest).toBe(digest)
})

it('[I6] a book that nobody wrote in has an empty digest and a sealed, empty page', async () => {
  const lan = await endpoint.device('recorder', [muongLong])
  const { body } = await lan.sync({ pull: { [muongLong]: 0 } })
  expect(body.books[muongLong]).toMatchObject({
    from: 1,
    cursor: 0,
    entries: [],
    more: false,
    digest: `0:${'0'.repeat(32)}`,
  })
})

it('[I6] a page of long entries stays light enough to be given back, and more says so', async () => {
  const lan = await endpoint.device('recorder', [muongLong])
  const long = 'y'.repeat(60_000)
  for (let round = 0; round < 5; round += 1)
    await lan.request('POST', '/api/sync', {
      json: { protocol: 1, push: Array.from({ length: 30 }, () => note(lan, muongLong, 'x', { long })) },
      packed: true,
    })
  const { body } = await lan.sync({ pull: { [muongLong]: 0 }, limit: 20_000 })
  const page = body.books[muongLong]
  expect([page?.more, JSON.stringify(page?.entries).length < 9_000_000]).toEqual([true, true])
  const rest = await lan.sync({ pull: { [muongLong]: page?.cursor ?? 0 }, limit: 20_000 })
  expect([rest.body.books[muongLong]?.more, rest.body.books[muongLong]?.cursor]).toEqual([false, 150])
})

it('[I3] a cursor beyond the head, or an epoch of before: 409, and what was pushed with it is receipted', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  for (const asked of [{ pull: { [kengDu]: 1_000_000 } }, { epoch: 'another', pull: { [kengDu]: 0 } }]) {
    const entry = note(lan)
    const { status, body, nonce, ...answer } = await lan.sync({ push: [entry], ...asked })
    expect([status, body.error, body.epoch]).toEqual([409, 'other-epoch', endpoint.keys.epoch])
    expect(body.acks).toMatchObject([{ id: entry.id, status: 'accepted' }])
    expect(await lan.receiptIsRight({ status, body, nonce, ...answer })).toBe(true)
  }
  // The cursor of a book that it may not read says nothing.
  expect((await lan.sync({ pull: { [muongLong]: 1_000_000 } })).status).toBe(200)
})

it('[R-wire-02] one page is given back at a time; a push needs no pull; a strange envelope is said so', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const page = { epoch: 'x', book: kengDu, from: 1, to: 0, entries: [], seal: 'AA' }
  expect(await lan.sync({ back: [page, page] })).toMatchObject({ status: 413, body: { error: 'too-large', max: 1 } })
  const forged = await lan.sync({ back: [page] })
  expect(forged.body.backs).toEqual([{ book: kengDu, from: 1, to: 0, status: 'held', code: 'bad-seal' }])
  expect(await lan.sync({ push: 'nothing' as never })).toMatchObject({ status: 400, body: { error: 'bad-request' } })
  expect((await lan.sync({ push: [note(lan)] })).body).toMatchObject({
    acks: [{ status: 'accepted' }],
    books: {},
    gone: [],
  })
})

it('[I7, I4] a phone whose rights were taken without a wipe keeps its data: no order stands in the answer', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const before = note(lan)
  await lan.sync({ push: [before] })
  await admin.request('POST', `/api/admin/devices/${lan.id}/revoke`, { json: { wipe: false } })
  const after = note(lan)
  const { status, body } = await lan.sync({ push: [before, after], pull: { [kengDu]: 0 } })
  expect([status, (body as { wipe?: unknown }).wipe]).toEqual([403, null])
  expect(body.acks).toMatchObject([{ status: 'duplicate' }, { status: 'held', code: 'revoked' }])
  expect(body.upTo).toBe(2)
})

it('[L6] an admitted entry gets the stamp of its arrival, stands in the audit, and asked again is a duplicate', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const ahead = `${(Date.now() + 400 * 86_400_000).toString(16).padStart(12, '0')}-0000-${lan.id.slice(0, 8)}`
  const foreign = note(lan, myLy, 'giúp xã bạn', { at: ahead })
  await lan.sync({ push: [foreign] })
  const row = await heldOf(foreign.id)
  expect(row.raw).toEqual(foreign)
  expect((await admin.request('POST', `/api/admin/held/${row.id}/admit`, { json: { reason: 'được' } })).status).toBe(
    200,
  )
  expect((await admin.request('POST', `/api/admin/held/${row.id}/admit`)).status).toBe(404)
  const [ack] = (await lan.sync({ push: [foreign] })).body.acks
  expect(ack?.status).toBe('duplicate')
  expect(Number.parseInt(ack?.stamp?.slice(0, 12) ?? '', 16)).toBeLessThan(Date.now() + 11 * 60_000)
  const { body: audit } = await admin.request<{ what: string; who: string }[]>('GET', '/api/admin/audit')
  expect(audit.find(({ what }) => what === 'held.admitted')?.who).toBe(admin.id)
})

it('[L6] a dismissed entry stays held with its reason; one that can’t be folded can’t be admitted, and it is said why', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const wrong = [
    [lan.entry(kengDu, 'photo.taken', uuid7(1), {} as never), 'its body'],
    [lan.entry(kengDu, 'note.added', uuid7(1), { text: 'a' }, { v: 2 }), 'newer'],
    [note(lan, 'no-such-book'), 'no such book'],
    [{ ...note(lan), at: 'noon' }, 'shape'],
  ] as const
  await lan.sync({ push: wrong.map(([entry]) => entry) })
  for (const [entry, why] of wrong) {
    const { status, body } = await admin.request('POST', `/api/admin/held/${(await heldOf(entry.id)).id}/admit`)
    expect([status, String(body.message).includes(why) ? why : body.message]).toEqual([400, why])
  }
  const [first] = wrong
  await admin.request('POST', `/api/admin/held/${(await heldOf(first[0].id)).id}/dismiss`, {
    json: { reason: 'ảnh hỏng' },
  })
  expect((await lan.sync()).body.settled).toEqual([{ id: first[0].id, outcome: 'dismissed', reason: 'ảnh hỏng' }])
  expect((await lan.sync({ push: [first[0]] })).body.acks[0]).toMatchObject({ status: 'held', code: 'invalid' })
})

it('[I3] ten phones hand in at once: every book counts 1, 2, 3 … and nothing is lost', async () => {
  const phones = await Promise.all(Array.from({ length: 10 }, () => endpoint.device('recorder', [kengDu])))
  const pushed = phones.map((phone) => Array.from({ length: 5 }, () => note(phone)))
  const answers = await Promise.all(phones.map((phone, i) => phone.sync({ push: pushed[i] ?? [] })))
  expect(answers.flatMap(({ body }) => body.acks).every(({ status }) => status === 'accepted')).toBe(true)
  const rows = await endpoint.books.db
    .selectFrom('entries')
    .select('seq')
    .where('book', '=', kengDu)
    .orderBy('seq')
    .execute()
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1))
})

it('[R-enrol-02] who guesses codes is told to wait, and others behind another address are not', async () => {
  const guess = (address: string, code = 'WRONG') =>
    fetch(`${endpoint.url}/api/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ code, device: { id: crypto.randomUUID(), name: '', model: '' }, publicKey: lanKey }),
    })
  const { publicKey: lanKey } = await endpoint.device('recorder', [kengDu])
  const answers = await Promise.all(Array.from({ length: 100 }, () => guess('10.0.0.1')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
  const blocked = await guess('10.0.0.1')
  expect([blocked.status, Number(blocked.headers.get('retry-after')) > 0]).toEqual([429, true])
  expect((await guess('10.0.0.2')).status).toBe(404)
})

it('[R-enrol-01] a key that is no key is refused before it is kept', async () => {
  const code = await endpoint.invite('recorder', [kengDu])
  const device = { id: crypto.randomUUID(), name: 'a', model: 'b' }
  const publicKey = { kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }
  const answer = await fetch(`${endpoint.url}/api/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, device, publicKey }),
  })
  expect(answer.status).toBe(400)
})
