import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { backupName } from '../../src/app/carry/backupName.ts'
import { sealBundle } from '../../src/app/carry/sealBundle.ts'
import { backupDue, backupManyEntries, backupOldMs } from '../../src/domain/carry/backupDue.ts'
import { uuid7Ms } from '../../src/domain/time/uuid7Ms.ts'
import { uuid7 } from '../../src/endpoint/accept/uuid7.ts'
import { readBundleFile } from '../../src/endpoint/bundles/bundleFile.ts'
import { bundleItems } from '../../src/endpoint/bundles/bundleItems.ts'
import { unseal } from '../../src/endpoint/bundles/unseal.ts'
import { deviceSigned, type EndpointKeys } from '../../src/endpoint/keys/endpointKeys.ts'
import golden from '../../src/wire/bundle/golden.json' with { type: 'json' }
import { bundleHeader, bundlePrefix, readBundlePrefix } from '../../src/wire/bundle/header.ts'
import { bundleLimits, sealedFrameBytes, trailerBytes } from '../../src/wire/bundle/layout.ts'
import type { PublicJwk } from '../../src/wire/shapes.ts'
import { bundleText } from '../../src/wire/signing/texts.ts'
import { inPieces, sealedFile } from '../support/aBundle.ts'

const dir = mkdtempSync(join(tmpdir(), 'mai-am-carry-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const ecdh = { name: 'ECDH', namedCurve: 'P-256' }
const bundlePair = await crypto.subtle.generateKey(ecdh, true, ['deriveBits'])
const devicePair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', bundlePair.publicKey)
const bundleKey: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
const device = '6b1c7f4e-0d5a-4a5e-9f0e-3c2b1a000001'
const keysOf = (publicKey: PublicJwk, privateKey: CryptoKey) =>
  ({
    bundleKey: publicKey,
    agree: async (point: Uint8Array<ArrayBuffer>) => {
      const other = await crypto.subtle.importKey('raw', point, ecdh, false, [])
      return new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, 256))
    },
  }) as unknown as EndpointKeys
const ours = keysOf(bundleKey, bundlePair.privateKey)

const seal = (inside: Uint8Array<ArrayBuffer>, piece: number) =>
  sealedFile(inPieces(inside, piece), { device, privateKey: devicePair.privateKey, bundleKey })

let files = 0
const open = (file: Uint8Array, keys = ours): Promise<Buffer> => {
  const path = join(dir, `${++files}`)
  writeFileSync(path, file)
  return readBundleFile(path, async (bundle) => {
    const parts: Buffer[] = []
    for await (const part of unseal(bundle, keys)) parts.push(part)
    return Buffer.concat(parts)
  }).finally(() => rmSync(path))
}

/** Bytes that differ from place to place, so that a frame out of order shows. */
const someBytes = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 8) * 7 + seed) & 255)

it('[R-carry-01] what was sealed is what is opened, at every size around the borders of frames, however it came in pieces', async () => {
  const border = fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: -3, max: 3 }))
  const size = fc.oneof(
    border.map(([frames, off]) => frames * bundleLimits.frameBytes + off),
    fc.integer({ min: 4, max: 300 }),
  )
  const piece = fc.constantFrom(1000, 256 * 1024, bundleLimits.frameBytes, 3 * bundleLimits.frameBytes)
  await fc.assert(
    fc.asyncProperty(size, piece, fc.nat(255), async (length, pieceBytes, seed) => {
      const inside = someBytes(length, seed)
      const file = await seal(inside, pieceBytes)
      expect(Buffer.compare(await open(file), inside)).toBe(0)
      const frames = Math.ceil(length / bundleLimits.frameBytes)
      const prefix = readBundlePrefix(file)?.prefix.length ?? 0
      expect(file.length).toBe(prefix + length + frames * bundleLimits.tagBytes + trailerBytes)
    }),
    { numRuns: 30, seed: 417 },
  )
})

it('[R-carry-02] cut off anywhere, a bit flipped anywhere, a frame moved or repeated: it is not opened', async () => {
  const inside = someBytes(2 * bundleLimits.frameBytes + 100, 1)
  const file = await seal(inside, 256 * 1024)
  const begin = readBundlePrefix(file)?.prefix.length ?? 0
  const refused = async (spoiled: Uint8Array): Promise<string> =>
    open(spoiled).then(
      () => 'opened',
      (error: { fault?: string }) => error.fault ?? String(error),
    )
  await fc.assert(
    fc.asyncProperty(fc.nat(file.length - 1), fc.nat(7), async (at, bit) => {
      const flipped = Buffer.from(file)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      // A flip in the signature alone is seen where the author is looked up.
      const said = at >= file.length - bundleLimits.signatureBytes ? ['opened'] : ['bundle-damaged', 'not-a-bundle']
      expect(said).toContain(await refused(flipped))
      expect(['bundle-damaged', 'not-a-bundle']).toContain(await refused(file.subarray(0, at)))
    }),
    { numRuns: 40, seed: 417 },
  )
  const frame = (at: number) => file.subarray(begin + at * sealedFrameBytes, begin + (at + 1) * sealedFrameBytes)
  const rest = file.subarray(begin + 2 * sealedFrameBytes)
  const head = file.subarray(0, begin)
  expect(await refused(Buffer.concat([head, frame(1), frame(0), rest]))).toBe('bundle-damaged')
  expect(await refused(Buffer.concat([head, frame(0), frame(0), frame(1), rest]))).toBe('bundle-damaged')
})

it('[R-carry-02] a file that says less than it should, or more than it may, is read no further', async () => {
  const read = async (inside: Uint8Array<ArrayBuffer>): Promise<string> => {
    const path = join(dir, `${++files}`)
    writeFileSync(path, await seal(inside, 1000))
    return readBundleFile(path, async (bundle) => {
      let items = 0
      for await (const part of bundleItems(unseal(bundle, ours))) if ('item' in part) items += 1
      return `${items} items`
    }).catch((error: { fault?: string }) => error.fault ?? String(error))
  }
  const packedOf = (length: number) =>
    Uint8Array.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)
  expect(await read(packedOf(0))).toBe('0 items')
  expect(await read(packedOf(5))).toBe('bundle-damaged')
  expect(await read(packedOf(0xffffffff))).toBe('bundle-damaged')
  expect(await read(new Uint8Array([...packedOf(0), 1, 2, 3]))).toBe('bundle-damaged')
  // Of a kind that nobody knows yet: passed over by its length [I9].
  expect(await read(new Uint8Array([...packedOf(0), 9, ...new Uint8Array(32), 0, 0, 0, 2, 5, 5]))).toBe('1 items')
})

it('[R-carry-01] the header is read as it was written, and nothing else passes for one', () => {
  const header = bundleHeader.parse({
    v: 1,
    device,
    to: 'a'.repeat(64),
    key: 'B'.repeat(87),
    made: '2026-11-24T10:00:00Z',
  })
  const prefix = bundlePrefix(header)
  expect(readBundlePrefix(prefix)).toEqual({ header, prefix })
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => readBundlePrefix(bytes) === null),
    { numRuns: 200, seed: 417 },
  )
  expect(readBundlePrefix(prefix.subarray(0, prefix.length - 1))).toBeNull()
  expect(readBundlePrefix(bundlePrefix({ ...header, v: 2 as 1 }))).toBeNull()
})

it('[L9, R-carry-05] a sealed file is asked for while much is unsent or unsent for long, and not again for what it holds', () => {
  const now = Date.UTC(2026, 10, 24)
  const unsent = (count: number, ms: number) => Array.from({ length: count }, () => ms)
  const due = (entriesMs: number[], savedMs: number | null, photosMs: number[] = []) =>
    backupDue({ entriesMs, photosMs, savedMs }, now)
  expect(due([], null)).toBe(false)
  expect(due(unsent(backupManyEntries - 1, now), null)).toBe(false)
  expect(due(unsent(backupManyEntries, now), null)).toBe(true)
  expect(due([now - backupOldMs + 1], null)).toBe(false)
  expect(due([now - backupOldMs], null)).toBe(true)
  expect(due([], null, [now - backupOldMs])).toBe(true)
  expect(due(unsent(100, now - 3 * backupOldMs), now - backupOldMs)).toBe(false)
  expect(due([...unsent(100, now - 3 * backupOldMs), ...unsent(backupManyEntries, now)], now - 1)).toBe(true)
})

it('[R-carry-05] a picture counts from when it came into a form, whatever the gallery says of its age', () => {
  const ms = Date.UTC(2026, 10, 25, 7)
  expect(uuid7Ms(uuid7(ms))).toBe(ms)
})

it('[R-carry-05] the file’s name says when and how much, and nobody’s name', () => {
  const ms = new Date(2026, 10, 4, 7, 5).getTime()
  expect(backupName(ms, 12, 3)).toBe('mai-am-2026-11-04-0705-12-ghi-chep-3-anh.maiam')
})

it('[R-carry-06] the golden file is sealed to the byte and opened as the contract writes it down', async () => {
  const jwk = (key: object) => crypto.subtle.importKey('jwk', key as JsonWebKey, ecdh, true, ['deriveBits'])
  const { d: _secret, ...publicPart } = golden.ephemeralPrivateKey
  const ephemeral = {
    privateKey: await jwk(golden.ephemeralPrivateKey),
    publicKey: await crypto.subtle.importKey('jwk', publicPart, ecdh, true, []),
  }
  const { x, y } = golden.bundlePrivateKey
  const to: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  const inside = new Uint8Array(Buffer.from(golden.inside, 'base64'))
  const file = Buffer.from(golden.file, 'base64')
  const parts: Uint8Array[] = []
  const made = { device: golden.device, privateKey: devicePair.privateKey, bundleKey: to, made: golden.made }
  for await (const part of sealBundle(inPieces(inside, 7), made, ephemeral)) parts.push(part)
  // A signature is another each time; all before it is the same for the same keys.
  const signature = bundleLimits.signatureBytes
  const opened = await open(file, keysOf(to, await jwk(golden.bundlePrivateKey)))
  expect(Buffer.compare(opened, inside)).toBe(0)
  expect(Buffer.concat(parts).subarray(0, -signature).equals(file.subarray(0, -signature))).toBe(true)
  expect(file.subarray(-trailerBytes, -signature).toString('hex')).toBe(golden.digest)
  const text = bundleText({ bundle: golden.digest, device: golden.device })
  const signed = file.subarray(-signature).toString('base64url')
  expect(await deviceSigned(golden.devicePublicKey as PublicJwk, text, signed)).toBe(true)
})
