import Dexie from 'dexie'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { shrinkPhoto, Unreadable } from '../../src/app/photo/shrinkPhoto.ts'
import type { ShrunkPhoto } from '../../src/app/photo/shrunkPhoto.ts'
import { freePictures } from '../../src/app/store/freePictures.ts'
import { readPhotoBytes } from '../../src/app/store/photoBytes.ts'
import { setPhotoDelivery } from '../../src/app/store/photoDeliveries.ts'
import type { PhotoRow } from '../../src/app/store/photoRows.ts'
import { keepSeenPicture, readPicture } from '../../src/app/store/seenPictures.ts'
import { dropStagedPhoto, putStagedPhoto, stagedPhotos } from '../../src/app/store/stagedPhotos.ts'
import { type Database, openDatabase } from '../../src/app/store/tables.ts'

let database: Database
beforeEach(() => {
  database = openDatabase(`photos-${crypto.randomUUID()}`)
})
afterEach(async () => {
  database.close()
  await Dexie.delete(database.name)
})

/** A picture full of detail, as a foundation of stones is. */
const aPicture = async (width: number, height: number, seed = 1): Promise<Blob> => {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  for (let at = 0; at < 3000; at += 1) {
    context.fillStyle = `hsl(${(at * 47 * seed) % 360} 60% ${20 + ((at * 13) % 60)}%)`
    context.fillRect((at * 379) % width, (at * 211) % height, width / 40, height / 40)
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
}

const aRow = (photo: string, shrunk: ShrunkPhoto, state: PhotoRow['state'] = 'staged'): PhotoRow =>
  ({
    photo,
    state,
    draft: 'visit:1',
    takenMs: 1,
    body: {
      sha256: shrunk.sha256,
      bytes: shrunk.evidence.byteLength,
      preview: { sha256: shrunk.previewSha256, bytes: shrunk.preview.byteLength },
    },
    preview: { at: 'waiting' },
    evidence: { at: 'waiting' },
  }) as unknown as PhotoRow

const keep = (row: PhotoRow, { evidence, preview }: ShrunkPhoto) => putStagedPhoto(database, row, evidence, preview)

it('[R-photo-03] a large picture becomes 1600 px and 150–300 KB, with a preview of at most 20 KB, both JPEG', async () => {
  const shrunk = await shrinkPhoto(await aPicture(4000, 3000))
  expect([shrunk.width, shrunk.height, shrunk.finding]).toEqual([1600, 1200, 'well'])
  expect(shrunk.evidence.byteLength).toBeGreaterThan(100 * 1024)
  expect(shrunk.evidence.byteLength).toBeLessThanOrEqual(300 * 1024)
  expect(shrunk.preview.byteLength).toBeLessThanOrEqual(20 * 1024)
  for (const bytes of [shrunk.evidence, shrunk.preview])
    expect([...new Uint8Array(bytes.slice(0, 2))]).toEqual([0xff, 0xd8])
  expect(shrunk.thumbhash.length).toBeLessThanOrEqual(40)
})

it('[R-photo-03] what is no picture is said so, and the next picture is shrunk all the same', async () => {
  await expect(shrinkPhoto(new Blob(['not a picture']))).rejects.toBeInstanceOf(Unreadable)
  expect((await shrinkPhoto(await aPicture(640, 480))).width).toBe(640)
})

it('[L12] bytes come back in one piece from rows of at most 256 KB', async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000))
  const large = new Uint8Array(600_000)
  for (let at = 0; at < large.length; at += bytes.length) large.set(bytes, at)
  const row = aRow('p1', { sha256: 'a', previewSha256: 'b', evidence: large.buffer, preview: bytes.buffer } as never)
  await putStagedPhoto(database, row, large.buffer, bytes.buffer)
  const rows = await database.photoBytes.toArray()
  expect(Math.max(...rows.map((one) => one.bytes.byteLength))).toBeLessThanOrEqual(256 * 1024)
  expect(await readPhotoBytes(database, 'a')).toEqual(large)
})

it('[L4] a person takes a staged photo out; one that a record names stays, and so do bytes that another photo needs', async () => {
  const shrunk = await shrinkPhoto(await aPicture(800, 600))
  await keep(aRow('p1', shrunk), shrunk)
  await keep(aRow('p2', shrunk), shrunk)
  await dropStagedPhoto(database, 'p1')
  expect((await stagedPhotos(database, 'visit:1')).map(({ photo }) => photo)).toEqual(['p2'])
  expect(await readPhotoBytes(database, shrunk.sha256)).not.toBeNull()
  await database.photos.update('p2', { state: 'waiting', draft: '' })
  await dropStagedPhoto(database, 'p2')
  expect(await database.photos.get('p2')).toBeDefined()
  expect(await readPhotoBytes(database, shrunk.sha256)).not.toBeNull()
})

it('[L4, R-room-01] room is made by itself only of large pictures in a verified backup, the oldest first; a person may choose more; previews and what waits stay', async () => {
  const shrunk = await Promise.all([1, 3, 5, 7].map((seed) => aPicture(800, 600, seed).then(shrinkPhoto)))
  const [one, two, three, four] = shrunk as [ShrunkPhoto, ShrunkPhoto, ShrunkPhoto, ShrunkPhoto]
  for (const [at, picture] of shrunk.entries()) await keep(aRow(`p${at + 1}`, picture, 'waiting'), picture)
  const backedUpMs = Date.parse('2026-11-25T10:00:00Z')
  await database.meta.put('2026-11-25T10:00:00Z', 'backedUp')
  const free = async (which: 'backedUp' | 'received', wanted?: number) =>
    (await freePictures(database, which, wanted)).pictures
  const isHere = async ({ sha256 }: ShrunkPhoto) => (await readPhotoBytes(database, sha256)) !== null
  const safe = async (photo: string, endpointMs: number | undefined) => {
    const delivery = { at: 'safe' as const, ms: 1, ...(endpointMs === undefined ? {} : { endpointMs }) }
    await setPhotoDelivery(database, photo, 'preview', delivery)
    await setPhotoDelivery(database, photo, 'evidence', delivery)
  }
  expect([await free('backedUp'), await free('received')]).toEqual([0, 0])
  await setPhotoDelivery(database, 'p1', 'preview', { at: 'safe', ms: 1, endpointMs: 1 })
  expect([await free('backedUp'), await free('received')]).toEqual([0, 0])
  await safe('p1', backedUpMs - 3_600_000)
  await safe('p2', backedUpMs - 3_600_000)
  await safe('p3', backedUpMs + 1)
  expect(await free('backedUp', 1)).toBe(1)
  expect([await isHere(one), await isHere(two)]).toEqual([false, true])
  expect(await free('backedUp')).toBe(1)
  expect([await isHere(two), await isHere(three)]).toEqual([false, true])
  expect(await free('received')).toBe(1)
  expect([await isHere(three), await isHere(four)]).toEqual([false, true])
  for (const { previewSha256 } of shrunk) expect(await readPhotoBytes(database, previewSha256)).not.toBeNull()
})

it('[R-photo-02] a picture of another phone’s that was looked at is there on the road, the oldest give way', async () => {
  for (let at = 0; at < 605; at += 1) await keepSeenPicture(database, `s${at}`, new Uint8Array([at % 256]), at)
  expect(await database.seenPictures.count()).toBe(600)
  expect(await readPicture(database, 's0')).toBeNull()
  expect(await readPicture(database, 's604')).toEqual(new Uint8Array([604 % 256]))
})
