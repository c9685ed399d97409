import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jpegSize } from '../../src/app/photo/jpegSize.ts'
import { type PhotoDelivery, type PhotoRow, stateOf } from '../../src/app/store/photoRows.ts'
import { photoQueue } from '../../src/app/sync/photos/photoQueue.ts'
import { withoutReceipt } from '../../src/app/sync/photos/sent.ts'
import { firstPieceBytes, nextPieceBytes } from '../../src/app/transport/pieceSize.ts'
import { captureOf } from '../../src/domain/photos/captureOf.ts'
import { fitWithin } from '../../src/domain/photos/fitWithin.ts'
import { judgePicture } from '../../src/domain/photos/judgePicture.ts'
import { momentText } from '../../src/domain/photos/momentText.ts'

const waiting: PhotoDelivery = { at: 'waiting' }
const safe: PhotoDelivery = { at: 'safe', ms: 1 }
const aPhoto = (photo: string, preview: PhotoDelivery = waiting, evidence: PhotoDelivery = waiting): PhotoRow =>
  ({ photo, state: 'waiting', draft: '', takenMs: 0, body: {}, preview, evidence }) as unknown as PhotoRow

it('[R-photo-02] every preview goes before any evidence, newest first', () => {
  const queue = photoQueue([aPhoto('a'), aPhoto('b', safe), aPhoto('c')])
  expect(queue.map(({ tier, row }) => `${tier} ${row.photo}`)).toEqual([
    'preview c',
    'preview a',
    'evidence c',
    'evidence b',
    'evidence a',
  ])
})

it('[R-photo-02] pieces double on a quick line, halve on a time-out, and never leave their bounds', () => {
  expect(nextPieceBytes(firstPieceBytes, 1000)).toBe(2 * firstPieceBytes)
  expect(nextPieceBytes(firstPieceBytes, 10_000)).toBe(firstPieceBytes)
  expect(nextPieceBytes(firstPieceBytes, 'time-out')).toBe(firstPieceBytes / 2)
  let bytes = firstPieceBytes
  for (let tries = 0; tries < 20; tries += 1) bytes = nextPieceBytes(bytes, 'time-out')
  expect(bytes).toBe(8 * 1024)
  for (let tries = 0; tries < 20; tries += 1) bytes = nextPieceBytes(bytes, 1)
  expect(bytes).toBe(512 * 1024)
})

it('[L3] a photo is safe only when both of its tiers are, and aside only when nothing of it waits', () => {
  const aside: PhotoDelivery = { at: 'aside', code: 'photo-refused' }
  expect(stateOf({ preview: safe, evidence: safe })).toBe('safe')
  expect(stateOf({ preview: safe, evidence: waiting })).toBe('waiting')
  expect(stateOf({ preview: aside, evidence: waiting })).toBe('waiting')
  expect(stateOf({ preview: safe, evidence: aside })).toBe('aside')
})

it('[L1] a picture that will never be taken is set aside; a tired endpoint is asked again later', () => {
  const answer = (status: number) => ({ at: 'answer', status }) as Parameters<typeof withoutReceipt>[0]
  expect(withoutReceipt(answer(415))).toEqual({ at: 'aside', code: 'photo-not-a-picture' })
  expect(withoutReceipt(answer(503))).toEqual({ at: 'no-signal' })
  expect(withoutReceipt(answer(404))).toEqual({ at: 'later' })
  expect(withoutReceipt({ at: 'no-signal', why: 'network' })).toEqual({ at: 'no-signal' })
})

it('[R-photo-03] a night picture is dark, a smear is blurred, and a wall of bricks is well', () => {
  const picture = (grey: (x: number, y: number) => number) =>
    Uint8Array.from({ length: 160 * 120 }, (_, at) => grey(at % 160, Math.floor(at / 160)))
  expect(
    judgePicture(
      picture(() => 12),
      160,
    ),
  ).toBe('dark')
  expect(
    judgePicture(
      picture((x) => 60 + x / 2),
      160,
    ),
  ).toBe('blurred')
  expect(
    judgePicture(
      picture((x, y) => (((x >> 3) + (y >> 2)) % 2 === 0 ? 90 : 170)),
      160,
    ),
  ).toBe('well')
})

it('[L19] the place is kept with what was taken just now, never with a picture of last week', () => {
  const here = { lat: 19.6, lon: 104.1, accuracy: 8, by: 'gps' } as const
  const now = Date.parse('2026-11-24T08:30:00+07:00')
  expect(captureOf(now - 20_000, now, here)).toEqual({ source: 'camera', takenMs: now - 20_000, location: here })
  expect(captureOf(now - 7 * 86_400_000, now, here)).toMatchObject({ source: 'gallery', location: null })
  expect(momentText(now, 420)).toBe('2026-11-24T08:30:00+07:00')
  expect(momentText(now, -210)).toBe('2026-11-23T22:00:00-03:30')
})

it('[R-photo-03] a picture is shrunk to 1600 px on its longer side, never enlarged, and keeps its form (seed 7)', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 9000 }), fc.integer({ min: 40, max: 9000 }), (width, height) => {
      const fitted = fitWithin({ width, height }, 1600)
      expect(Math.max(fitted.width, fitted.height)).toBeLessThanOrEqual(Math.max(1600, 1))
      expect(fitted.width).toBeLessThanOrEqual(width)
      expect(Math.abs(fitted.width * height - fitted.height * width)).toBeLessThanOrEqual(Math.max(width, height))
    }),
    { seed: 7 },
  )
  expect(jpegSize(Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0x0b, 0xb8, 0x0f, 0xa0, 1]))).toEqual({
    width: 4000,
    height: 3000,
  })
  expect(jpegSize(new TextEncoder().encode('not a picture'))).toBeNull()
})
