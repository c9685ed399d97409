import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../src/domain/book/canonicalJson.ts'
import {
  deflatedRest,
  joinBody,
  joinParts,
  plainBody,
  readPlainBody,
  splitBody,
  splitParts,
} from '../../src/wire/columns/columnBody.ts'
import { ColumnReader } from '../../src/wire/columns/columnReader.ts'
import { ColumnWriter } from '../../src/wire/columns/columnWriter.ts'
import { readEntries, writeEntries } from '../../src/wire/columns/entryColumns.ts'
import { NotColumns } from '../../src/wire/columns/notColumns.ts'
import {
  readSyncAnswer,
  readSyncRequest,
  writeAnswerHead,
  writePage,
  writeSyncRequest,
} from '../../src/wire/columns/syncColumns.ts'
import { noUuids } from '../../src/wire/columns/uuidColumn.ts'
import { readValues, writeValues } from '../../src/wire/columns/valueColumn.ts'
import { knownWords } from '../../src/wire/columns/words.ts'
import type { SyncAnswer } from '../../src/wire/messages/sync.ts'

const much = 100_000_000

const inColumns = (entries: readonly unknown[]): Uint8Array<ArrayBuffer> => {
  const out = new ColumnWriter()
  writeEntries(out, noUuids(), entries)
  return plainBody(out)
}
const outOfColumns = (body: Uint8Array, most = much): unknown[] =>
  readEntries(readPlainBody(body, most), noUuids(), 100_000)

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits })
const uuid = (version: number | null) =>
  fc
    .tuple(hex(8), hex(4), hex(4), hex(4), hex(12))
    .map(([a, b, c, d, e]) =>
      [
        a,
        b,
        version === null ? c : version + c.slice(1),
        version === null ? d : '89ab'[Number.parseInt(d[0] as string, 16) % 4] + d.slice(1),
        e,
      ].join('-'),
    )
const clock = fc.tuple(hex(12), hex(4), hex(8)).map((parts) => parts.join('-'))
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const word = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  fc.constantFrom('Lô Văn Páo', 'met-head', 'Đã san nền, cần 10 bao xi măng', '', 'ê'),
  uuid(7),
  uuid(4),
  uuid(null),
  day,
  hex(64),
  fc.constantFrom(
    '0912345678',
    '0000000001',
    '2026-11-24T10:20:30+07:00',
    'AAECAwQFBgcICQoLDA0ODw==',
    '5A8C9FBJDMFPHRJS KSMQOMQI',
  ),
)
const amount = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(943.4, 0.1, -0, 1e21, 2 ** 53 - 1, -(2 ** 53) + 1, 5e-324, 19.587_123, 104.000_001),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, word, amount, fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 5 }),
  object: fc.dictionary(
    fc.oneof(fc.constantFrom('value', 'base', '__proto__', 'constructor', 'seq', ''), fc.string()),
    tie('any'),
    { maxKeys: 5 },
  ),
})).any
const entry = fc.record(
  {
    id: fc.oneof({ weight: 9, arbitrary: uuid(7) }, { weight: 1, arbitrary: uuid(null) }),
    book: fc.constantFrom('40-417-16822', '40-417'),
    kind: fc.constantFrom('visit.recorded', 'household.amended', 'roof.measured'),
    v: fc.integer({ min: 1, max: 3 }),
    subject: uuid(7),
    at: clock,
    device: fc.oneof(fc.constant('094a367b-0262-446f-b646-49c4f868a45d'), uuid(4)),
    person: fc.oneof(uuid(7), fc.constantFrom('lan', '')),
    n: fc.integer({ min: 1, max: 2 ** 40 }),
    body: value,
    seq: fc.integer({ min: 1, max: 2 ** 40 }),
    stamp: clock,
    roof: value,
  },
  { requiredKeys: ['id', 'book', 'kind', 'v', 'subject', 'at', 'device', 'person', 'n', 'body'] },
)

it('[R-columns-01, I9] whatever is written in columns is read as it was: every entry, known or not, and what is none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 9, arbitrary: entry }, { weight: 1, arbitrary: value }), { maxLength: 30 }),
      (entries) => {
        const back = outOfColumns(inColumns(entries))
        expect(back.map(canonicalJson)).toEqual(entries.map(canonicalJson))
      },
    ),
    { numRuns: 1500, seed: 11 },
  )
})

it('[R-columns-01] columns of one shape come back as they were: numbers, days, moments, digits, hashes, strokes', () => {
  const columns = fc.oneof(
    ...[
      amount,
      day,
      hex(64),
      word,
      fc.integer({ min: -5, max: 300 }),
      fc.integer({ min: 0, max: 2 ** 33 }),
      uuid(7),
    ].map((one) => fc.array(one as fc.Arbitrary<unknown>, { minLength: 1, maxLength: 200 })),
  )
  fc.assert(
    fc.property(columns, (values) => {
      const out = new ColumnWriter()
      writeValues(out, noUuids(), values)
      const from = readPlainBody(plainBody(out), much)
      expect(readValues(from, noUuids(), values.length).map(canonicalJson)).toEqual(values.map(canonicalJson))
      expect(from.isAtEnd()).toBe(true)
    }),
    { numRuns: 1500, seed: 12 },
  )
})

const examples = readdirSync('src/wire/examples')
  .filter((name) => name.endsWith('.json') && name !== 'hashes.json')
  .map((name) => JSON.parse(readFileSync(`src/wire/examples/${name}`, 'utf8')) as object)

it('[R-columns-02] the examples of all kinds are written as the golden file has them, and read from it', () => {
  const golden = JSON.parse(readFileSync('src/wire/columns/golden.json', 'utf8')) as { entries: string; words: number }
  expect(Buffer.from(inColumns(examples)).toString('base64')).toBe(golden.entries)
  expect(outOfColumns(Buffer.from(golden.entries, 'base64')).map(canonicalJson)).toEqual(examples.map(canonicalJson))
  // The list of words is part of the form.
  expect(knownWords).toHaveLength(golden.words)
  expect(new Set(knownWords).size).toBe(knownWords.length)
})

it('[R-columns-03] a body that is cut or changed is refused, or read as another; it neither hangs nor fills the memory', () => {
  const body = inColumns(examples)
  for (let length = 0; length < body.length; length += 1)
    expect(() => outOfColumns(body.subarray(0, length)), `cut at ${length}`).toThrow(NotColumns)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(body.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), (changes) => {
      const changed = body.slice()
      for (const [at, byte] of changes) changed[at] = byte
      try {
        outOfColumns(changed, 200_000)
      } catch (error) {
        expect(error).toBeInstanceOf(NotColumns)
      }
    }),
    { numRuns: 5000, seed: 13 },
  )
})

it('[R-columns-03] a few bytes that stand for very much are refused before they are unfolded', () => {
  const entries = Array.from({ length: 500 }, (_, at) => ({
    ...examples[0],
    n: at + 1,
    body: { text: 'x'.repeat(60_000) },
  }))
  const body = inColumns(entries)
  expect(body.length).toBeLessThan(70_000)
  expect(() => outOfColumns(body, 2_000_000)).toThrow(NotColumns)
  expect(outOfColumns(body)).toHaveLength(500)
  // Lists in each other, deeper than anything is recorded.
  let deep: unknown = []
  for (let depth = 0; depth < 60; depth += 1) deep = [deep]
  expect(() => inColumns([deep])).toThrow(NotColumns)
  expect(() => inColumns([{ text: '\ud800' }])).toThrow(NotColumns)
})

it('[R-columns-03] a body of another form, or with its rest packed, is not taken for a plain one', () => {
  const body = inColumns(examples)
  const { bits, rest } = splitBody(body)
  expect(() => readPlainBody(joinBody(deflatedRest, bits, rest), much)).toThrow(NotColumns)
  expect(() => splitBody(Uint8Array.of(7, 0))).toThrow(NotColumns)
  expect(() => splitBody(new Uint8Array(0))).toThrow(NotColumns)
  expect(new ColumnReader(bits, rest, much).isAtEnd()).toBe(false)
})

it('[R-columns-04] a request says entries that both sides hold by their place, and an answer repeats nothing of the push', async () => {
  const [known, ...push] = examples as { id: string; subject: string; book: string; at: string; device: string }[]
  if (known === undefined) throw new Error('no examples')
  const visit = { ...push[0], subject: known.subject, body: { base: known.id } }
  const asked = { protocol: 1, epoch: 'e', push: [visit], settledSeen: [], pull: { '40-417-16822': 7 }, limit: 2000 }
  const named = plainBody(writeSyncRequest(asked, [{ ...known, seq: 7 }]))
  expect(named.length).toBeLessThan(plainBody(writeSyncRequest(asked, [])).length - 20)
  const most = { places: 1, entries: 500, pageEntries: 0, unpackedBytes: 10_000, small: true }
  const places: unknown[] = []
  const read = await readSyncRequest(readPlainBody(named, much), most, async (asks) => {
    places.push(...asks)
    return [known]
  })
  expect(canonicalJson(read)).toBe(canonicalJson(asked))
  expect(places).toEqual([{ book: known.book, seq: 7 }])
  await expect(
    readSyncRequest(readPlainBody(named, much), { ...most, places: 0 }, async () => [known]),
  ).rejects.toThrow(NotColumns)
  await expect(
    readSyncRequest(readPlainBody(named, much), { ...most, unpackedBytes: 10 }, async () => [known]),
  ).rejects.toThrow(NotColumns)

  const hash = 'a'.repeat(64)
  const pushed = push.slice(0, 4).map(({ id, at, device }) => ({ id, hash, at, device }))
  const [a, b, c, d] = pushed
  if (!a || !b || !c || !d) throw new Error('no examples')
  const answer: SyncAnswer = {
    protocol: 1,
    epoch: 'e',
    time: '2026-11-24T10:00:00.000Z',
    acks: [
      { id: a.id, hash, status: 'accepted', seq: 8, stamp: a.at },
      { id: b.id, hash, status: 'duplicate', seq: 3, stamp: '018f3c2b9d40-0000-a1b2c3d4' },
      { id: c.id, hash: 'b'.repeat(64), status: 'held', code: 'invalid', detail: 'date' },
      { id: null, hash: null, status: 'refused', code: 'unreadable' },
    ],
    upTo: 4,
    receipt: 'rrrr',
    settled: [],
    backedUp: null,
    books: {
      '40-417-16822': {
        entries: examples.map((one, at) => ({ ...one, seq: at + 9, stamp: a.at })) as never,
        from: 8,
        cursor: 29,
        more: true,
        title: 'Keng Đu',
        digest: '0:0',
        seal: 'ssss',
      },
    },
    backs: [],
    scope: [{ id: '40-417-16822', title: 'Keng Đu' }],
    gone: [],
  }
  const page = answer.books['40-417-16822']?.entries ?? []
  const parts = splitParts(joinParts([plainBody(writeAnswerHead(answer, pushed)), plainBody(writePage(page))]))
  const part = (number: number) => readPlainBody(parts[number] ?? new Uint8Array(0), much)
  const readPart = async (number: number) => part(number)
  expect(canonicalJson(await readSyncAnswer(part(0), pushed, readPart, 100))).toBe(canonicalJson(answer))
  await expect(readSyncAnswer(part(0), pushed.slice(1), readPart, 100)).rejects.toThrow(NotColumns)
  await expect(readSyncAnswer(part(0), pushed, readPart, 10)).rejects.toThrow(NotColumns)
  const joined = joinParts(parts)
  expect(() => splitParts(joined.subarray(0, joined.length - 1))).toThrow(NotColumns)
})
