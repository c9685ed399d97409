import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entries/entry.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { revokeDevice } from '../../src/endpoint/devices/revokeDevice.ts'
import { itemHead, lengthOf } from '../../src/wire/bundle/items.ts'
import { bundleLimits } from '../../src/wire/bundle/layout.ts'
import { type BundleAnswer, bundleAnswer } from '../../src/wire/messages/bundles.ts'
import { bundleReceiptText } from '../../src/wire/signing/texts.ts'
import { aBundle, inPieces, sealedFile } from '../support/aBundle.ts'
import { aPicture } from '../support/aPicture.ts'
import { type Answer, hashOf, sha256Hex, TestDevice } from '../support/testDevice.ts'
import { kengDu, myLy, startTestEndpoint, type TestEndpoint } from '../support/testEndpoint.ts'

let endpoint: TestEndpoint
let elsewhere: TestEndpoint
let lan: TestDevice
let hung: TestDevice
beforeAll(async () => {
  endpoint = await startTestEndpoint()
  elsewhere = await startTestEndpoint()
  lan = await endpoint.device('recorder', [kengDu], 'Lan')
  hung = await endpoint.device('inspector', [myLy], 'Hùng')
})
afterAll(async () => {
  await endpoint.close()
  await elsewhere.close()
})

const octets = { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0' }
const note = (device: TestDevice, text: string, book = kengDu): Entry =>
  device.entry(book, 'note.added', uuid7(Date.now()), { text })
/** A small file whole, in one request. */
const bring = (carrier: TestDevice, file: Uint8Array): Promise<Answer<BundleAnswer & { error?: string }>> =>
  carrier.request('POST', '/api/bundles', { bytes: file, headers: { ...octets, 'upload-length': String(file.length) } })
const patch = (carrier: TestDevice, path: string, offset: number, bytes: Uint8Array) =>
  carrier.request<BundleAnswer & { error?: string }>('PATCH', path, {
    bytes,
    headers: { ...octets, 'upload-offset': String(offset) },
  })
const receiptIsRight = (device: TestDevice, { receipt, acks, ...said }: BundleAnswer): Promise<boolean> => {
  const lines = acks.map(({ id, hash, status }) => [id, hash, status] as const)
  const { device: author, epoch, bundle, upTo, photos } = said
  return device.endpointSigned(bundleReceiptText({ device: author, epoch, bundle, upTo, photos, acks: lines }), receipt)
}
const inBooks = async (entry: Entry): Promise<boolean> =>
  (await endpoint.books.db.selectFrom('entries').select('id').where('id', '=', entry.id).executeTakeFirst()) !==
  undefined
const onShelf = (bytes: Uint8Array): boolean => {
  const name = sha256Hex(bytes)
  return existsSync(join(endpoint.dir, 'photos', name.slice(0, 2), name))
}

it('[R-carry-03, I2, I3, L13] Hùng carries Lan’s file: all of it is in the books as hers, receipted to her, and again harmless', async () => {
  const entries = [note(lan, 'một'), note(lan, 'hai'), note(lan, 'ba')]
  const [preview, evidence] = [aPicture(1, 900), aPicture(2, 400_000)]
  const file = await aBundle(lan, entries, [
    { kind: 'certificate', bytes: Buffer.from(JSON.stringify(lan.enrolled?.certificate)) },
    { kind: 'preview', bytes: preview },
    { kind: 'evidence', bytes: evidence },
  ])
  const answer = await bring(hung, file)
  expect([answer.status, answer.answerIsRight]).toEqual([200, true])
  const said = bundleAnswer.parse(answer.body)
  expect([said.device, said.upTo, said.photos]).toEqual([lan.id, 3, [sha256Hex(preview), sha256Hex(evidence)]])
  expect(said.acks.map(({ hash, status }) => [hash, status])).toEqual(entries.map((one) => [hashOf(one), 'accepted']))
  expect(await receiptIsRight(lan, said)).toBe(true)
  expect([onShelf(preview), onShelf(evidence)]).toEqual([true, true])
  // The carrier may not read that book, and nothing of it came to him.
  const pulled = await hung.sync({ pull: { [kengDu]: 0 } })
  expect(pulled.body.gone).toEqual([kengDu])
  const before = await endpoint.books.db.selectFrom('entries').select('id').execute()
  const mai = await endpoint.device('district', [], 'Mai')
  expect((await bring(mai, file)).body).toEqual(answer.body)
  expect(await endpoint.books.db.selectFrom('entries').select('id').execute()).toHaveLength(before.length + 1)
  // Lan’s phone was not lost after all: what it hands in itself is known already.
  const own = await lan.sync({ push: entries })
  expect(own.body.acks.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  // Another file with the same entries and one more: those are duplicates, not second records.
  const more = note(lan, 'bốn')
  const second = await bring(hung, await aBundle(lan, [...entries, more]))
  expect(second.body.acks.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate', 'accepted'])
  const acts = await endpoint.books.db.selectFrom('audit').selectAll().where('what', '=', 'bundle.taken').execute()
  expect(acts.map(({ who }) => who)).toEqual([hung.id, hung.id])
})

it('[R-carry-03, L2] a file goes on where the line broke, and an answer that got lost can be had again', async () => {
  const entry = note(lan, 'dài')
  const file = await aBundle(lan, [entry], [{ kind: 'evidence', bytes: aPicture(3, 1_500_000) }])
  const announced = {
    'upload-length': String(file.length),
    'upload-metadata': `bundle ${btoa(file.subarray(-96, -64).toString('hex'))}`,
  }
  const create = () => hung.request('POST', '/api/bundles', { headers: { 'tus-resumable': '1.0.0', ...announced } })
  const made = await create()
  const path = made.headers.get('location') ?? ''
  expect([made.status, made.headers.get('upload-offset')]).toEqual([201, '0'])
  expect((await patch(hung, path, 0, file.subarray(0, 700_000))).status).toBe(204)
  const head = await hung.request('HEAD', path)
  expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length')]).toEqual([
    200,
    '700000',
    String(file.length),
  ])
  expect((await hung.request('HEAD', path, {})).status).toBe(200)
  expect((await lan.request('HEAD', path)).status).toBe(404)
  expect((await hung.request('HEAD', path.replace('bundles', 'photos'))).status).toBe(404)
  const wrong = await patch(hung, path, 1, file.subarray(1))
  expect([wrong.status, wrong.headers.get('upload-offset')]).toEqual([409, '700000'])
  expect(await inBooks(entry)).toBe(false)
  const last = await patch(hung, path, 700_000, file.subarray(700_000))
  expect([last.status, last.body.acks.map(({ status }) => status)]).toEqual([200, ['accepted']])
  expect((await hung.request('HEAD', path)).status).toBe(404)
  const again = await create()
  expect([again.status, again.body]).toEqual([200, last.body])
  // What is begun and given up goes, and so does what a device began before it began another.
  const third = await aBundle(lan, [note(lan, 'bỏ dở')])
  const begin = () => hung.request('POST', '/api/bundles', { headers: { 'upload-length': String(third.length) } })
  const [one, two] = [await begin(), await begin()]
  expect((await hung.request('HEAD', one.headers.get('location') ?? '')).status).toBe(404)
  expect((await hung.request('DELETE', two.headers.get('location') ?? '')).status).toBe(204)
  expect(readdirSync(join(endpoint.dir, 'uploads'))).toEqual([])
})

it('[R-carry-02, I5] hostile files: each has its code and a sentence, and nothing of it is taken', async () => {
  const stranger = await TestDevice.make(endpoint.url)
  const away = await elsewhere.device('recorder', [kengDu], 'Páo')
  const ours = lan.enrolled?.endpoint.bundleKey
  if (ours === undefined) throw new Error('not enrolled')
  const entry = note(lan, 'của Lan')
  const picture = aPicture(9, 5000)
  const good = await aBundle(lan, [entry], [{ kind: 'evidence', bytes: picture }])
  const flipped = (at: number): Buffer => {
    const file = Buffer.from(good)
    file[at] = (file[at] ?? 0) ^ 4
    return file
  }
  const privateKey = stranger.keys.privateKey as CryptoKey
  const wrongKey = await aBundle(lan, [entry], [], { bundleKey: away.enrolled?.endpoint.bundleKey ?? ours })
  const table: [what: string, file: Uint8Array, status: number, code: string][] = [
    ['not a bundle', Buffer.from('một bức ảnh'.repeat(50)), 400, 'not-a-bundle'],
    ['one byte', Buffer.from('M'), 400, 'not-a-bundle'],
    ['nothing', Buffer.alloc(0), 400, 'bad-request'],
    ['cut off in its header', good.subarray(0, 40), 400, 'not-a-bundle'],
    ['cut off in a frame', good.subarray(0, good.length - 500), 400, 'bundle-damaged'],
    ['cut off by a byte', good.subarray(0, good.length - 1), 400, 'bundle-damaged'],
    ['a byte too many', Buffer.concat([good, Buffer.from([0])]), 400, 'bundle-damaged'],
    ['a bit flipped in a frame', flipped(1000), 400, 'bundle-damaged'],
    ['a bit flipped in the digest', flipped(good.length - 80), 400, 'bundle-damaged'],
    ['a bit flipped in the signature', flipped(good.length - 10), 400, 'bundle-forged'],
    ['signed by another hand', await aBundle(lan, [entry], [], { privateKey }), 400, 'bundle-forged'],
    [
      'of a device not known',
      await aBundle(lan, [entry], [], { device: stranger.id, privateKey }),
      400,
      'bundle-unknown-author',
    ],
    ['of another endpoint', await aBundle(away, [note(away, 'ở nơi khác')]), 400, 'bundle-elsewhere'],
    ['for another endpoint', wrongKey, 400, 'bundle-elsewhere'],
    ['a certificate of another endpoint', await forged(stranger, away, entry, ours), 400, 'bundle-unknown-author'],
    ['a bomb', await sealedWith(Buffer.alloc(80 * 1024 * 1024)), 400, 'bundle-damaged'],
    ['no gzip', await raw(Buffer.concat([lengthOf(new Uint8Array(5)), Buffer.from('abcde')])), 400, 'bundle-damaged'],
    [
      'an item cut off',
      await raw(Buffer.concat([packedOf(entry), itemHead({ kind: 'evidence', sha256: sha256Hex('x'), bytes: 900 })])),
      400,
      'bundle-damaged',
    ],
  ]
  const books = await endpoint.books.db.selectFrom('entries').selectAll().execute()
  for (const [what, file, status, code] of table) {
    const answer = await bring(hung, file)
    expect([what, answer.status, answer.body.error, answer.answerIsRight]).toEqual([what, status, code, true])
    expect(String((answer.body as unknown as { message: string }).message).length).toBeGreaterThan(20)
  }
  const large = await hung.request('POST', '/api/bundles', {
    headers: { 'upload-length': String(bundleLimits.bytes + 1) },
  })
  expect([large.status, large.body]).toMatchObject([413, { error: 'too-large', max: bundleLimits.bytes }])
  expect((await stranger.request('POST', '/api/bundles', { bytes: good, headers: octets })).status).toBe(401)
  expect(await endpoint.books.db.selectFrom('entries').selectAll().execute()).toEqual(books)
  expect([await inBooks(entry), onShelf(picture), readdirSync(join(endpoint.dir, 'uploads'))]).toEqual([
    false,
    false,
    [],
  ])
  // The same file unspoiled is taken.
  expect((await bring(hung, good)).status).toBe(200)
  expect([await inBooks(entry), onShelf(picture)]).toEqual([true, true])
})

it('[R-carry-03, L1, L6, I7] each entry and picture is judged alone, as in a hand-in; one bad one holds up nothing', async () => {
  const entries = [note(lan, 'xã khác', myLy), 'không phải JSON', '['.repeat(40) + ']'.repeat(40), note(lan, 'tốt')]
  const [good, other] = [aPicture(21, 2000), aPicture(22, 2000)]
  const answer = await bring(
    hung,
    await aBundle(lan, entries, [
      { kind: 'evidence', bytes: Buffer.from('không phải ảnh') },
      { kind: 'preview', bytes: aPicture(20, 25_000) },
      { kind: 'evidence', bytes: other, sha256: 'c'.repeat(64) },
      { kind: 'evidence', bytes: good },
    ]),
  )
  expect(answer.body.acks.map(({ status, code }) => code ?? status)).toEqual([
    'not-your-book',
    'unreadable',
    'unreadable',
    'accepted',
  ])
  expect(answer.body.photos).toEqual([sha256Hex(good)])
  expect(onShelf(other)).toBe(false)
  // What somebody else wrote is not Lan’s to hand in, sealed or not.
  const theirs = await bring(hung, await aBundle(lan, [note(hung, 'của Hùng', myLy)]))
  expect(theirs.body.acks.map(({ code }) => code)).toEqual(['not-yours'])
})

it('[R-carry-03, I7] of a device whose rights were taken back: received and kept aside, its pictures unseen', async () => {
  const pao = await endpoint.device('recorder', [kengDu], 'Páo')
  const [entry, picture] = [note(pao, 'trước khi thu'), aPicture(31, 2000)]
  const file = await aBundle(pao, [entry], [{ kind: 'evidence', bytes: picture }])
  await endpoint.books.db.transaction().execute((tx) => revokeDevice(tx, pao.id, false, null, Date.now()))
  const answer = await bring(hung, file)
  expect([answer.status, answer.body.acks.map(({ code }) => code)]).toEqual([200, ['revoked']])
  const row = await endpoint.books.db
    .selectFrom('photos')
    .select('quarantine')
    .where('sha256', '=', sha256Hex(picture))
    .execute()
  expect(row).toEqual([{ quarantine: 1 }])
  // A carrier without rights carries all the same: nothing is believed but the author.
  const entry2 = note(lan, 'máy bị thu mang hộ')
  expect((await bring(pao, await aBundle(lan, [entry2]))).status).toBe(200)
})

it('[R-carry-04] an endpoint restored from before the device was known takes its file by the certificate within', async () => {
  const seo = await endpoint.device('recorder', [kengDu], 'Sèo')
  const entry = note(seo, 'máy đã mất')
  const certificate = Buffer.from(JSON.stringify(seo.enrolled?.certificate))
  const file = await aBundle(seo, [entry], [{ kind: 'certificate', bytes: certificate }])
  await endpoint.books.db.deleteFrom('devices').where('id', '=', seo.id).execute()
  const answer = await bring(hung, file)
  expect([answer.status, answer.body.acks.map(({ status }) => status)]).toEqual([200, ['accepted']])
  const row = await endpoint.books.db.selectFrom('devices').selectAll().where('id', '=', seo.id).execute()
  expect(row.map(({ personName, confirmed }) => [personName, confirmed])).toEqual([['Sèo', 0]])
})

const packedOf = (...entries: Entry[]): Uint8Array => {
  const packed = gzipSync(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  return Buffer.concat([lengthOf(packed), packed])
}

/** Lan’s, sealed and signed as it should be, with these bytes inside. */
const raw = (inside: Uint8Array): Promise<Buffer> => {
  const bundleKey = lan.enrolled?.endpoint.bundleKey
  if (bundleKey === undefined) throw new Error('not enrolled')
  const seal = { device: lan.id, privateKey: lan.keys.privateKey as CryptoKey, bundleKey }
  return sealedFile(inPieces(new Uint8Array(inside), 100_000), seal)
}

const sealedWith = (text: Buffer): Promise<Buffer> => {
  const packed = gzipSync(text)
  return raw(Buffer.concat([lengthOf(packed), packed]))
}

/** A stranger shows the certificate that another endpoint gave to somebody. */
const forged = (
  stranger: TestDevice,
  away: TestDevice,
  entry: Entry,
  bundleKey: NonNullable<TestDevice['enrolled']>['endpoint']['bundleKey'],
) => {
  const bytes = Buffer.from(JSON.stringify({ ...away.enrolled?.certificate, device: stranger.id }))
  const seal = { device: stranger.id, privateKey: stranger.keys.privateKey as CryptoKey, bundleKey }
  return aBundle(lan, [entry], [{ kind: 'certificate', bytes }], seal)
}
