import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { columnsType } from '../../src/wire/columns/columnBody.ts'
import { aDay } from '../bench/aDay.ts'
import { fillBook } from '../bench/fillBook.ts'
import { hashOf, type TestDevice } from '../support/testDevice.ts'
import { kengDu, muongLong, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

const aHousehold = (device: TestDevice, book = kengDu) =>
  device.entry(book, 'household.registered', uuid7(Date.now()), { headName: 'Lô Văn Páo', village: `${book}-huoi-le` })
const counted = async (id: string) =>
  (await endpoint.books.db.selectFrom('entries').select('id').where('id', '=', id).execute()).length

it('[R-columns-04, I2, I3] a day is handed in in columns: the same receipt, at most 0.65 of what brotli makes of the JSON', async () => {
  const mai = await endpoint.device('district', [])
  const hung = await endpoint.device('district', [])
  const known = await fillBook(kengDu, 120, mai, hung)
  const lan = await endpoint.device('recorder', [kengDu])
  const held = await lan.sync({ pull: { [kengDu]: 0 }, limit: 20_000 })
  const { entries = [], cursor = 0 } = held.body.books[kengDu] ?? {}
  const day = aDay({ device: lan.id, person: lan.person, counter: 0, clock: null }, kengDu, known, 0)
  expect(day).toHaveLength(120)
  const asked = { push: day, settledSeen: [], pull: { [kengDu]: cursor }, limit: 2000 }
  // What the phone holds of the subjects and bases that the day names.
  const named = new Set(
    day.flatMap(({ subject, body }) => [subject, ...(JSON.stringify(body).match(/[0-9a-f-]{36}/g) ?? [])]),
  )
  const places = entries.filter(
    ({ id, subject, kind }) => named.has(id) || (named.has(subject) && /registered|planned/.test(kind)),
  )
  const answer = await lan.syncInColumns({
    ...asked,
    known: places.map(({ seq, id, subject }) => ({ book: kengDu, seq, id, subject })),
  })
  expect(answer.status).toBe(200)
  expect(answer.answerIsRight).toBe(true)
  expect(await lan.receiptIsRight(answer)).toBe(true)
  expect(answer.body.acks.map(({ hash, status }) => [hash, status])).toEqual(
    day.map((entry) => [hashOf(entry), 'accepted']),
  )
  expect(answer.body.books[kengDu]).toMatchObject({ entries: [], from: cursor + 1, cursor: cursor + 120 })
  const json = JSON.stringify({ protocol: 1, build: 'web-1', epoch: lan.enrolled?.endpoint.epoch, ...asked })
  const brotli = brotliCompressSync(json).length
  console.log(
    `a day: ${answer.bytes.asked} bytes in columns, ${brotli} in brotli, ${gzipSync(json).length} in gzip; answered ${answer.bytes.answered}`,
  )
  expect(answer.bytes.asked).toBeLessThanOrEqual(0.65 * brotli)
  expect(answer.bytes.answered).toBeLessThan(1024)
})

it('[R-columns-04, I6] a page in columns is the page in JSON, to the letter', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const plain = await lan.sync({ pull: { [kengDu]: 0 }, limit: 20_000 })
  const columns = await lan.syncInColumns({ pull: { [kengDu]: 0 }, limit: 20_000 })
  expect(columns.headers.get('content-type')).toBe(columnsType)
  const { seal: _a, ...one } = plain.body.books[kengDu] ?? {}
  const { seal: _b, ...other } = columns.body.books[kengDu] ?? {}
  expect(other).toEqual(one)
  expect((one as { entries: unknown[] }).entries.length).toBeGreaterThan(300)
})

it('[R-columns-05, I7] what can’t be read in columns is refused as columns and takes nothing; the same in JSON is taken', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = aHousehold(lan)
  const tries: [string, Parameters<typeof lan.syncInColumns>][] = [
    ['cut', [{ push: [entry] }, (body) => body.subarray(0, body.length - 5)]],
    ['empty', [{ push: [entry] }, () => new Uint8Array(0)]],
    ['of another form', [{ push: [entry] }, (body) => Uint8Array.of(9, ...body.subarray(1))]],
    ['not what was said', [{ push: [entry], check: '0123456789abcdef' }]],
    ['a check too short', [{ push: [entry], check: '' }]],
    [
      'a place that is not there',
      [{ push: [entry], known: [{ book: kengDu, seq: 999_999, id: entry.id, subject: entry.subject }] }],
    ],
  ]
  for (const [what, [asked, changed]] of tries) {
    const answer = await lan.syncInColumns(asked, changed)
    expect([answer.status, answer.body.error, answer.answerIsRight], what).toEqual([400, 'columns', true])
    expect(await counted(entry.id), what).toBe(0)
  }
  expect((await lan.sync({ push: [entry] })).body.acks).toMatchObject([{ status: 'accepted' }])
})

it('[R-columns-05, I8] a place in a book that one may not read is as one that is not there', async () => {
  const mai = await endpoint.device('district', [])
  const secret = aHousehold(mai, muongLong)
  const { body } = await mai.sync({ push: [secret] })
  const seq = body.acks[0]?.seq ?? 0
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = { ...aHousehold(lan), subject: secret.subject }
  const known = [{ book: muongLong, seq, id: secret.id, subject: secret.subject }]
  expect(await lan.syncInColumns({ push: [entry], known })).toMatchObject({ status: 400, body: { error: 'columns' } })
  expect(
    await mai.syncInColumns({ push: [{ ...aHousehold(mai, muongLong), subject: secret.subject }], known }),
  ).toMatchObject({
    status: 200,
    body: { acks: [{ status: 'accepted' }] },
  })
})

it('[R-columns-04, I7, I9] held, refused, unknown and repeated entries are answered in columns as in JSON', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const good = aHousehold(lan)
  const far = { ...aHousehold(lan), at: 'f'.repeat(12) + good.at.slice(12) }
  const unknown = {
    ...aHousehold(lan),
    kind: 'roof.measured',
    body: { a: [1, { b: null }], vua: 'Vừa' },
    roof: { tin: true },
  }
  const bad = { ...aHousehold(lan), body: { headName: 7 } }
  const push = [good, far, unknown, bad, { no: 'entry' } as never]
  const plain = await lan.sync({ push })
  const columns = await lan.syncInColumns({ push: push.slice(0, 4) })
  expect(columns.body.acks.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate', 'held'])
  expect(columns.body.acks.map(({ seq, stamp, code, detail }) => ({ seq, stamp, code, detail }))).toEqual(
    plain.body.acks.slice(0, 4).map(({ seq, stamp, code, detail }) => ({ seq, stamp, code, detail })),
  )
  expect(await lan.receiptIsRight(columns)).toBe(true)
  const { books } = await lan.syncInColumns({ pull: { [kengDu]: 0 }, limit: 20_000 }).then(({ body }) => body)
  const { seq: _seq, stamp: _stamp, ...kept } = books[kengDu]?.entries.find(({ id }) => id === unknown.id) ?? {}
  expect(kept).toEqual(unknown)
})
