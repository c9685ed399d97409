import { afterAll, beforeAll, expect, it } from 'vitest'
import { digestMark, digestText, emptyDigest, withMark } from '../../src/domain/book/digest.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { sha256 } from '../../src/endpoint/keys/sha256.ts'
import { sealedLines, sealText } from '../../src/wire/signing/texts.ts'
import { hashOf, sha256Hex, TestDevice } from '../support/testDevice.ts'
import { district, kengDu, muongLong, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
beforeAll(async () => {
  endpoint = await startTestEndpoint()
})
afterAll(() => endpoint.close())

const aHousehold = (name = 'Lô Văn Páo') => ({ headName: name, village: `${kengDu}-huoi-le` })

it('[I2, I3] Lan hands in a household; the receipt names its id and hash, and the entry stands in the book', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = lan.entry(kengDu, 'household.registered', uuid7(Date.now()), aHousehold())
  const answer = await lan.sync({ push: [entry] })
  expect(answer.status).toBe(200)
  expect(answer.body.acks).toMatchObject([{ id: entry.id, hash: hashOf(entry), status: 'accepted', stamp: entry.at }])
  expect(answer.body.upTo).toBe(1)
  expect(await lan.receiptIsRight(answer)).toBe(true)
  expect(answer.answerIsRight).toBe(true)
  const row = await endpoint.books.db.selectFrom('entries').selectAll().where('id', '=', entry.id).executeTakeFirst()
  expect(row?.hash).toBe(hashOf(entry))
})

it('[L13, I5] an answer gets lost and Lan hands in again: the same seq, nothing twice', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = lan.entry(kengDu, 'household.registered', uuid7(Date.now()), aHousehold())
  const first = await lan.sync({ push: [entry] })
  const again = await lan.sync({ push: [entry] })
  expect(again.body.acks[0]).toMatchObject({ status: 'duplicate', seq: first.body.acks[0]?.seq, hash: hashOf(entry) })
  const changed = { ...entry, body: aHousehold('Lô Văn Pó') }
  expect((await lan.sync({ push: [changed] })).body.acks[0]).toMatchObject({ status: 'held', code: 'id-reused' })
})

it('[I7, L1] a day with one bad entry: each is judged alone and the rest is accepted', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const household = uuid7(Date.now())
  const push = [
    lan.entry(kengDu, 'household.registered', household, aHousehold()),
    lan.entry(muongLong, 'household.registered', uuid7(Date.now()), aHousehold()),
    lan.entry(kengDu, 'visit.recorded', household, { date: '2026-02-31', outcome: 'met-head', purposes: [] }),
    lan.entry(kengDu, 'foundation.reviewed', household, { check: uuid7(1), decision: 'accepted' }),
    lan.entry(kengDu, 'household.registered', uuid7(Date.now()), aHousehold(), { v: 2 }),
    lan.entry(kengDu, 'contribution.recorded', household, {
      source: 'donor',
      form: 'money',
      state: 'promised',
      date: '2026-03-01',
      vnd: 1,
    }),
    lan.entry(district, 'note.added', household, { text: 'x' }),
    lan.entry(kengDu, 'note.added', household, { text: 'x' }, { device: crypto.randomUUID() }),
    lan.entry(kengDu, 'note.added', household, { text: 'a\u0000b' }),
    'not an entry',
    lan.entry(kengDu, 'note.added', household, { text: 'còn lại vẫn gửi được' }),
  ]
  const answer = await lan.sync({ push })
  expect(answer.body.acks.map(({ status, code }) => code ?? status)).toEqual([
    'accepted',
    'not-your-book',
    'invalid',
    'not-your-role',
    'newer',
    'not-your-role',
    'not-your-role',
    'not-yours',
    'invalid',
    'unreadable',
    'accepted',
  ])
  expect(await lan.receiptIsRight(answer)).toBe(true)
})

it('[I9] a kind and fields of tomorrow go through unread and come back byte-equal', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const hung = await endpoint.device('inspector', [kengDu])
  const tomorrow = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'a' })
  const unknown = { ...tomorrow, kind: 'roof.painted', v: 7, body: { colour: 'đỏ', deep: [{ a: 1 }] }, later: true }
  const known = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'b', mood: { today: 1 } } as never)
  const handed = await lan.sync({ push: [unknown, known] })
  expect(handed.body.acks.map(({ status }) => status)).toEqual(['accepted', 'accepted'])
  const { body } = await hung.sync({ pull: { [kengDu]: 0 } })
  const back = body.books[kengDu]?.entries.filter(({ device }) => device === lan.id) ?? []
  expect(back.map((entry) => hashOf(entry as never))).toEqual([hashOf(unknown), hashOf(known)])
})

it('[I8] nothing outside the books of a device is sent, at any cursor', async () => {
  const hung = await endpoint.device('inspector', [muongLong])
  await hung.sync({
    push: [
      hung.entry(muongLong, 'household.registered', uuid7(Date.now()), { ...aHousehold('Ở ngoài'), village: 'm' }),
    ],
  })
  const lan = await endpoint.device('recorder', [kengDu])
  for (const cursor of [0, 1]) {
    const answer = await lan.sync({ pull: { [muongLong]: cursor, 'no-such-book': 0, [kengDu]: 0 } })
    expect(answer.body.gone.sort()).toEqual([muongLong, 'no-such-book'].sort())
    expect(JSON.stringify(answer.body)).not.toContain('Ở ngoài')
    expect(answer.body.scope.map(({ id }) => id)).toEqual([district, kengDu])
  }
})

it('[I6] pages come whole, in order, sealed, and their digest is the one a phone computes', async () => {
  const lan = await endpoint.device('recorder', [myLy])
  const push = Array.from({ length: 7 }, (_, i) =>
    lan.entry(myLy, 'household.registered', uuid7(Date.now()), aHousehold(`Hộ ${i}`)),
  )
  await lan.sync({ push })
  let cursor = 0
  let digest = emptyDigest
  for (let more = true; more; ) {
    const { body } = await lan.sync({ pull: { [myLy]: cursor }, limit: 3 })
    const page = body.books[myLy]
    if (page === undefined) throw new Error('no page')
    expect(page.from).toBe(cursor + 1)
    expect(page.entries.length).toBeLessThanOrEqual(3)
    const lines = page.entries.map((entry) => [entry.seq, hashOf(entry as never), entry.stamp] as const)
    const text = sealText({
      epoch: body.epoch,
      book: myLy,
      from: page.from,
      to: page.cursor,
      digest: sha256Hex(sealedLines(lines)),
    })
    expect(await lan.endpointSigned(text, page.seal)).toBe(true)
    for (const [, hash, stamp] of lines) digest = withMark(digest, await digestMark(hash, stamp, sha256))
    expect(page.digest).toBe(digestText(digest))
    cursor = page.cursor
    more = page.more
  }
  expect(cursor).toBe(7)
})

it('[I6] entries acknowledged in an answer are not repeated in it, but the seal covers them', async () => {
  const lan = await endpoint.device('recorder', [myLy])
  const { body: before } = await lan.sync({ pull: { [myLy]: 0 } })
  const entry = lan.entry(myLy, 'household.registered', uuid7(Date.now()), aHousehold('Mới'))
  const { body } = await lan.sync({ push: [entry], pull: { [myLy]: before.books[myLy]?.cursor ?? 0 } })
  const page = body.books[myLy]
  expect(page?.entries).toEqual([])
  const { seq = 0, hash, stamp } = body.acks[0] ?? {}
  expect(page?.cursor).toBe(seq)
  const digest = sha256Hex(sealedLines([[seq, hash ?? '', stamp ?? '']]))
  const text = sealText({ epoch: body.epoch, book: myLy, from: page?.from ?? 0, to: seq, digest })
  expect(await lan.endpointSigned(text, page?.seal ?? '')).toBe(true)
})

it('[I7] a phone ten years ahead is never refused and never wins for ever: its stamps are clamped and rise', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const ahead = (n: number) =>
    `${(Date.now() + 10 * 365 * 86_400_000).toString(16).padStart(12, '0')}-000${n}-${lan.id.slice(0, 8)}`
  const push = [1, 2, 3].map((n) =>
    lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: `${n}` }, { at: ahead(n) }),
  )
  const { body } = await lan.sync({ push })
  const stamps = body.acks.map(({ stamp = '' }) => stamp)
  expect(body.acks.every(({ status }) => status === 'accepted')).toBe(true)
  expect(stamps).toEqual([...stamps].sort())
  expect(new Set(stamps).size).toBe(3)
  expect(Number.parseInt(stamps[2]?.slice(0, 12) ?? '', 16)).toBeLessThan(Date.now() + 11 * 60_000)
  expect(stamps.every((stamp) => stamp.endsWith(lan.id.slice(0, 8)))).toBe(true)
})

it('[L13] a gap in the counter is known: upTo stands before it, and goes on when it is filled', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const [one, two, three] = [1, 2, 3].map((n) => lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: `${n}` }))
  expect((await lan.sync({ push: [one, three] })).body.upTo).toBe(1)
  expect((await lan.sync({ push: [two] })).body.upTo).toBe(3)
})

it('[I7] a cloned phone is found out: the same counter under another id is held', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const first = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'a' })
  await lan.sync({ push: [first] })
  const clone = { ...first, id: uuid7(Date.now()) }
  expect((await lan.sync({ push: [clone] })).body.acks[0]).toMatchObject({ status: 'held', code: 'forked' })
})

it('[I7] nobody reviews a check that they made or joined', async () => {
  const lan = await endpoint.device('inspector', [kengDu], 'Lan')
  const hung = await endpoint.device('inspector', [kengDu], 'Hùng')
  const ha = await endpoint.device('inspector', [kengDu], 'Hà')
  const build = uuid7(Date.now())
  const check = lan.entry(kengDu, 'foundation.checked', build, {
    checklist: { id: 'foundation', version: 1 },
    sitting: 'done',
    date: '2026-03-01',
    answers: {},
    photos: {},
    verdict: 'passed',
    with: [{ person: hung.person, name: 'Hùng' }],
  })
  const accept = { check: check.id, decision: 'accepted' as const }
  const own = await lan.sync({ push: [check, lan.entry(kengDu, 'foundation.reviewed', build, accept)] })
  expect(own.body.acks[1]).toMatchObject({ status: 'held', code: 'not-your-role' })
  const joined = await hung.sync({ push: [hung.entry(kengDu, 'foundation.reviewed', build, accept)] })
  expect(joined.body.acks[0]).toMatchObject({ status: 'held', code: 'not-your-role' })
  const other = await ha.sync({ push: [ha.entry(kengDu, 'foundation.reviewed', build, accept)] })
  expect(other.body.acks[0]).toMatchObject({ status: 'accepted' })
})

it('[I9] another protocol is refused for the pull alone: what was pushed is durable and receipted', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'a' })
  const answer = await lan.sync({ protocol: 9, push: [entry], pull: { [kengDu]: 0 } })
  expect(answer.status).toBe(426)
  expect(answer.body).toMatchObject({ error: 'protocol', supported: [1], acks: [{ status: 'accepted' }], upTo: 1 })
  const alone = await lan.sync({ protocol: 9, push: [entry] })
  expect(alone.status).toBe(200)
})

it('[R-wire-01] a request is signed, fresh, and said once; every refusal is a signed answer', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const stranger = await TestDevice.make(endpoint.url)
  stranger.enrolled = lan.enrolled
  const unknown = await stranger.sync()
  expect([unknown.status, unknown.body.error, unknown.answerIsRight]).toEqual([401, 'unknown-device', true])
  const first = await lan.request('GET', '/api/admin/audit', { nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })
  const replay = await lan.request('GET', '/api/admin/audit', { nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })
  expect([first.status, first.body.error, first.answerIsRight]).toEqual([403, 'not-your-role', true])
  expect([replay.status, replay.body.error, replay.answerIsRight]).toEqual([401, 'replayed', true])
  lan.skewSeconds = 660
  const late = await lan.sync()
  expect([late.status, late.body.error, typeof late.body.time, late.answerIsRight]).toEqual([
    401,
    'clock',
    'string',
    true,
  ])
  lan.skewSeconds = 0
  const forged = await TestDevice.make(endpoint.url)
  Object.assign(forged, { id: lan.id, enrolled: lan.enrolled })
  expect((await forged.sync()).body.error).toBe('bad-signature')
})

it('[R-wire-02] hostile bodies stop at the door with a clear word: too deep, too many, too large, no JSON', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`
  const tooDeep = await lan.request('POST', '/api/sync', {
    bytes: Buffer.from(deep),
    headers: { 'content-type': 'application/json' },
  })
  expect([tooDeep.status, tooDeep.body.error]).toEqual([413, 'too-large'])
  const many = await lan.sync({ push: Array.from({ length: 501 }, () => 1) })
  expect([many.status, many.body]).toMatchObject([413, { max: 500 }])
  const bomb = await lan.request('POST', '/api/sync', {
    json: { protocol: 1, push: [{ a: '0'.repeat(3_000_000) }] },
    packed: true,
  })
  expect([bomb.status, bomb.body]).toMatchObject([413, { max: 2 * 1024 * 1024 }])
  const nonsense = await lan.request('POST', '/api/sync', {
    bytes: Buffer.from('{'),
    headers: { 'content-type': 'application/json' },
  })
  expect([nonsense.status, nonsense.body.error, nonsense.answerIsRight]).toEqual([400, 'bad-request', true])
})

it('[R-wire-03] gzip is understood, and asked for it is spoken', async () => {
  const lan = await endpoint.device('recorder', [kengDu])
  const entry = lan.entry(kengDu, 'note.added', uuid7(Date.now()), { text: 'a' })
  const answer = await lan.request('POST', '/api/sync', {
    json: { protocol: 1, epoch: null, push: [entry], pull: { [kengDu]: 0 } },
    packed: true,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-encoding')).toMatch(/gzip|br/)
  expect(answer.answerIsRight).toBe(true)
})
