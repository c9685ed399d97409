import { expect, it } from 'vitest'
import { codeOf } from '../../src/app/map/askMaps.ts'
import { judgePiece } from '../../src/app/map/judgePiece.ts'
import { nextPiece, nextPieceBytes } from '../../src/app/map/nextPiece.ts'
import { packOfFile } from '../../src/app/map/packOfFile.ts'
import { refusalOf } from '../../src/app/map/refusalOf.ts'
import { booksOnMap, centresOf } from '../../src/domain/maps/areaOfPack.ts'
import type { MapPack } from '../../src/domain/maps/mapPack.ts'
import { packChoices } from '../../src/domain/maps/packChoices.ts'
import { readPackHeader } from '../../src/domain/maps/packHeader.ts'
import type { PackRefusal } from '../../src/domain/maps/packRefusal.ts'
import { plainText } from '../../src/domain/maps/plainText.ts'
import { hasRoomForPack } from '../../src/domain/maps/roomForPack.ts'
import type { Area, Areas } from '../../src/domain/place/areas.ts'
import { packAreaWords, packLossWords, packNoSignalWords, packRefusalWords } from '../../src/language/mapWords.ts'
import { overwriteGetLocale } from '../../src/language/words/runtime.js'
import type { MapPack as SaidPack } from '../../src/wire/messages/maps.ts'
import { aPack, kySon } from '../support/aPack.ts'

const keng: MapPack = {
  id: 'keng-du',
  title: 'Keng Đu',
  books: ['40-417-16822'],
  bytes: 1000,
  sha256: 'a'.repeat(64),
  type: 'raster',
  minzoom: 0,
  maxzoom: 2,
  bounds: kySon,
  attribution: '',
}

const changed = (bytes: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> => {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}

it('[R-maps-05] the head of a file says what it is: each thing that can’t be drawn here has its own word', () => {
  const { bytes } = aPack(7)
  const read = (head: Uint8Array<ArrayBuffer>, length = bytes.length) => {
    const said = readPackHeader(head, length)
    return said.ok ? said.header.type : said.code
  }
  expect(read(bytes)).toBe('raster')
  expect(readPackHeader(bytes, bytes.length)).toMatchObject({ header: { minzoom: 0, maxzoom: 2, bounds: kySon } })
  expect(read(aPack(7, { type: 1, compression: 2 }).bytes)).toBe('vector')
  for (const type of [2, 3, 4]) expect(read(aPack(7, { type }).bytes)).toBe('raster')
  expect(read(new TextEncoder().encode('<html>Wi-Fi</html>'))).toBe('not-a-map')
  expect(read(new Uint8Array(0), 0)).toBe('not-a-map')
  expect(read(changed(bytes, 0, 0x51))).toBe('not-a-map')
  for (const version of [1, 2, 4]) expect(read(changed(bytes, 7, version))).toBe('other-version')
  for (const compression of [0, 3, 4, 9]) expect(read(changed(bytes, 98, compression))).toBe('unknown-compression')
  expect(read(changed(bytes, 97, 4))).toBe('unknown-compression')
  for (const type of [0, 5, 6, 200]) expect(read(changed(bytes, 99, type))).toBe('unknown-tiles')
  // Cut anywhere it is called cut, unless so little is left that nobody knows what it was.
  for (let length = 7; length < bytes.length; length += 997)
    expect(read(bytes.subarray(0, Math.min(length, 16_384)), length), String(length)).toBe('truncated')
  // A root directory of no bytes, in the header, beyond the first 16 KB, beyond any file; zooms and bounds turned round.
  for (const [at, value] of [
    [16, 0],
    [8, 5],
    [10, 9],
    [15, 255],
    [100, 3],
    [101, 40],
    [105, 0x7f],
  ] as const)
    expect([at, read(changed(bytes, at, value))]).toEqual([at, 'damaged'])
})

it('[R-maps-06] what to ask for next: from where it stands to the end, larger on a good link, half where it did not come in time', () => {
  expect(nextPiece(0, 1000, 256)).toEqual({ from: 0, to: 255 })
  expect(nextPiece(900, 1000, 256)).toEqual({ from: 900, to: 999 })
  expect(nextPiece(1000, 1000, 256)).toBeNull()
  const kb = 1024
  expect([256, 512, 1024].map((size) => nextPieceBytes(size * kb, 100) / kb)).toEqual([512, 1024, 1024])
  expect(nextPieceBytes(256 * kb, 5_000) / kb).toBe(256)
  expect([256, 64, 32].map((size) => nextPieceBytes(size * kb, 'time-out') / kb)).toEqual([128, 32, 32])
})

const answered = (status: number, headers: { [name: string]: string }, length = 100, json: unknown = null) =>
  judgePiece(
    { at: 'answer', status, json, bytes: new Uint8Array(length), headers: new Headers(headers), nonce: 'n' },
    { from: 200, to: 299 },
    keng,
  )
const etag = `"${keng.sha256}"`
const range = { 'content-range': 'bytes 200-299/1000', etag }

it('[R-maps-06] only the very range that was asked for, of the very file, is a piece; another tag begins again', () => {
  expect(answered(206, range)).toMatchObject({ at: 'piece' })
  expect(answered(206, { ...range, etag: '"b"' })).toEqual({ at: 'changed' })
  expect(answered(200, { etag: '"b"' }, 0)).toEqual({ at: 'changed' })
  expect(answered(416, { 'content-range': 'bytes */10' })).toEqual({ at: 'changed' })
  const strange = { at: 'no-signal', why: 'not-the-endpoint' }
  expect(answered(206, range, 99)).toEqual(strange)
  expect(answered(206, { ...range, 'content-range': 'bytes 0-99/1000' })).toEqual(strange)
  expect(answered(206, { ...range, 'content-range': 'bytes 200-299/1001' })).toEqual(strange)
  expect(answered(206, { etag })).toEqual(strange)
  const said = (status: number, error: string) => answered(status, {}, 10, { error, message: 'x' })
  expect(said(404, 'not-found')).toEqual({ at: 'refused', code: 'not-offered' })
  expect(said(401, 'unknown-device')).toEqual({ at: 'refused', code: 'unknown-device' })
  expect(said(403, 'revoked')).toEqual({ at: 'refused', code: 'revoked' })
  for (const status of [429, 503]) expect(said(status, 'busy')).toEqual({ at: 'refused', code: 'busy' })
  expect(said(500, 'busy')).toMatchObject({ at: 'no-signal' })
  expect(refusalOf(401, 'replayed')).toBeNull()
  expect(refusalOf(426, 'protocol')).toBe('protocol')
  expect([codeOf({ error: 'busy', message: '' }), codeOf(null), codeOf('x')]).toEqual(['busy', '', ''])
})

const areas = (all: Partial<Area>[]): Areas => ({ all }) as unknown as Areas

it('[R-maps-07] a map is of this phone’s area where it shows, or nearly shows, a centre of one of its books; where none is known a person is asked', () => {
  const known = areas([
    { area: '40-417', level: 'district', centre: [104.1, 19.4] },
    { area: 'kd', level: 'commune', centre: [104.15, 19.55] },
    { area: 'kd-1', level: 'village', parent: 'kd', centre: [104.2, 19.6] },
    { area: 'ml', level: 'commune' },
    { area: 'far', level: 'commune', centre: [105.6, 18.6] },
  ])
  const on = (books: string[], bounds: MapPack['bounds'] = kySon) => booksOnMap(bounds, centresOf(known, books))
  expect(on(['40-417', 'kd', 'ml', 'far'])).toEqual(['kd'])
  expect(on(['40-417', 'ml'])).toBe('unknown')
  expect(on([])).toBe('unknown')
  expect(on(['far'])).toEqual([])
  // A pack of one village beside the commune's centre, and one of Hà Nội.
  expect(on(['kd'], [104.22, 19.6, 104.25, 19.62])).toEqual(['kd'])
  expect(on(['kd'], [105.7, 20.9, 106, 21.2])).toEqual([])
})

it('[R-maps-08] what can be chosen: offered and absent, on its way, here, or here in an older version; and what is only here', () => {
  const newer = { ...keng, sha256: 'b'.repeat(64), bytes: 1200 }
  const standing = (here: { pack: MapPack; got: number | null }[]) =>
    packChoices([newer], here).map(({ pack, offered, standing: at, bytesToFetch }) => [
      pack.id,
      offered,
      at,
      bytesToFetch,
    ])
  expect(standing([])).toEqual([['keng-du', true, { at: 'absent' }, 1200]])
  expect(standing([{ pack: newer, got: 300 }])).toEqual([['keng-du', true, { at: 'partial', got: 300 }, 900]])
  expect(standing([{ pack: newer, got: null }])).toEqual([['keng-du', true, { at: 'whole' }, 0]])
  expect(standing([{ pack: keng, got: null }])).toEqual([['keng-du', true, { at: 'older', got: 0 }, 1200]])
  const both = [
    { pack: keng, got: null },
    { pack: newer, got: 200 },
  ]
  expect(standing(both)).toEqual([['keng-du', true, { at: 'older', got: 200 }, 1000]])
  // Half of a version that is no longer offered is of no use for the newer one.
  expect(standing([{ pack: keng, got: 500 }])).toEqual([['keng-du', true, { at: 'absent' }, 1200]])
  const card = { ...keng, id: 'file-1' }
  expect(packChoices([], [{ pack: card, got: null }])).toMatchObject([{ offered: false, standing: { at: 'whole' } }])
})

it('[R-maps-09] a file is known by its hash; what is as long and of the same area, and yet another, is a damaged copy', () => {
  const { title, type, minzoom, maxzoom, bounds, attribution } = keng
  const facts = { title: `${title} thẻ nhớ`, type, minzoom, maxzoom, bounds, attribution }
  const of = (bytes: number, sha256: string) => packOfFile(facts, bytes, sha256, ['kd'], [keng])
  expect(of(1000, keng.sha256)).toEqual({ at: 'pack', pack: keng, known: true })
  expect(of(1000, 'c'.repeat(64))).toEqual({ at: 'wrong-hash' })
  expect(of(1001, 'c'.repeat(64))).toMatchObject({
    at: 'pack',
    known: false,
    pack: { id: `file-${'c'.repeat(12)}`, title: 'Keng Đu thẻ nhớ', books: ['kd'] },
  })
})

it('[L8] a map leaves room for what is recorded still; where the browser says nothing it is tried', () => {
  expect(hasRoomForPack(25_000_000, 5_000_000)).toBe(true)
  expect(hasRoomForPack(24_999_999, 5_000_000)).toBe(false)
  expect(hasRoomForPack(null, 9e9)).toBe(true)
})

it('[R-maps-09] who made a map is plain text, whatever the file says', () => {
  expect(plainText('<a href="https://x" onclick="alert(1)">&copy; OpenStreetMap</a> &amp; &#272;')).toBe(
    '© OpenStreetMap & Đ',
  )
})

it('[R-maps-10] each refusal of a map has a sentence of its own, in both languages, with what is safe and what to do', () => {
  const codes = [
    ...['unreadable', 'not-a-map', 'other-version', 'damaged', 'truncated', 'unknown-compression', 'unknown-tiles'],
    ...['other-area', 'wrong-hash', 'no-room', 'full', 'cannot-write', 'elsewhere', 'deleted', 'not-offered'],
    ...['unknown-device', 'revoked', 'busy', 'protocol'],
  ] as PackRefusal[]
  for (const language of ['vi', 'en'] as const) {
    overwriteGetLocale(() => language)
    const said = [
      ...codes.map(packRefusalWords),
      ...(['lost', 'not-here'] as const).map(packLossWords),
      packNoSignalWords(),
      packAreaWords('Keng Đu'),
    ]
    expect(new Set(said).size).toBe(codes.length + 4)
    for (const words of said) expect(words).toMatch(/[.;?] .+[.?]$/)
  }
  overwriteGetLocale(() => 'vi')
})

it('[R-wire-05] a pack is the same thing to the domain and on the wire', () => {
  const said: SaidPack = keng
  const again: MapPack = said
  expect(again).toBe(keng)
})
