import { expect, it } from 'vitest'
import { shrinkPhoto } from '../../src/app/photo/shrinkPhoto.ts'
import { freePictures } from '../../src/app/store/freePictures.ts'
import { readPhotoBytes } from '../../src/app/store/photoBytes.ts'
import type { PhotoRow } from '../../src/app/store/photoRows.ts'
import { saveEntries } from '../../src/app/store/saveEntries.ts'
import { keepSeenPicture } from '../../src/app/store/seenPictures.ts'
import { putStagedPhoto } from '../../src/app/store/stagedPhotos.ts'
import { bringPicture } from '../../src/app/sync/photos/bringPicture.ts'
import { aPhone, type TestPhone } from './support/aPhone.ts'
import { kengDu, openWorld } from './support/world.ts'

/** Takes a photo of so many coloured stones, and records it. */
const take = async ({ database, device }: TestPhone, seed: number, spoiled = false): Promise<PhotoRow> => {
  const canvas = new OffscreenCanvas(1200, 900)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  for (let at = 0; at < 2500; at += 1) {
    context.fillStyle = `hsl(${(at * 47 * seed) % 360} 60% ${20 + ((at * 13) % 60)}%)`
    context.fillRect((at * 379) % 1200, (at * 211) % 900, 30, 24)
  }
  const shrunk = await shrinkPhoto(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }))
  const evidence = spoiled ? new TextEncoder().encode('hỏng '.repeat(3000)).buffer : shrunk.evidence
  const photo = device.uuid7()
  const row: PhotoRow = {
    photo,
    state: 'staged',
    draft: 'd',
    takenMs: Date.now(),
    body: {
      photo,
      sha256: spoiled ? await device.sha256(new Uint8Array(evidence)) : shrunk.sha256,
      bytes: evidence.byteLength,
      width: shrunk.width,
      height: shrunk.height,
      mime: 'image/jpeg',
      preview: { sha256: shrunk.previewSha256, bytes: shrunk.preview.byteLength },
      thumbhash: shrunk.thumbhash,
      takenAt: '2026-11-24T08:30:00+07:00',
      source: 'camera',
    },
    preview: { at: 'waiting' },
    evidence: { at: 'waiting' },
  }
  await putStagedPhoto(database, row, evidence, shrunk.preview)
  const entry = { book: kengDu, kind: 'photo.taken' as const, subject: device.uuid7(), body: row.body }
  await saveEntries(database, device, [entry], 'd', [photo])
  return row
}

const states = async ({ database }: TestPhone) =>
  Object.fromEntries((await database.photos.toArray()).map(({ photo, state }) => [photo, state]))

it('[L1, L3] a picture that the endpoint can’t read is set aside with its reason; the others are safe, and so is every preview', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const [one, spoiled, two] = [await take(lan, 1), await take(lan, 3, true), await take(lan, 7)]
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await states(lan)).toEqual({ [one.photo]: 'safe', [spoiled.photo]: 'aside', [two.photo]: 'safe' })
  const row = await lan.database.photos.get(spoiled.photo)
  expect([row?.preview.at, row?.evidence]).toEqual(['safe', { at: 'aside', code: 'photo-not-a-picture' }])
  expect(await readPhotoBytes(lan.database, spoiled.body.sha256)).not.toBeNull()
})

it('[L1] photos that wait for a line do not hold records up: records went before, and go on going', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await take(lan, 1)
  // Previews hang; entries are handed in all the same.
  await world.rules([{ do: 'hang', times: 50, when: 'JFIF' }])
  await lan.sync({ stuckMs: 6_000, timeoutMs: 2_000 })
  await lan.note('vẫn gửi được')
  await lan.sync({ stuckMs: 6_000, timeoutMs: 2_000 })
  expect((await lan.standing())['vẫn gửi được']).toBe('handed-in')
  expect(Object.values(await states(lan))).toEqual(['waiting'])
})

it('[L3, R-room-01] after a restore a large picture that was let go is asked about before it is called gone', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const inBackup = await take(lan, 1)
  await lan.sync()
  await world.backup()
  const late = await take(lan, 3)
  await lan.sync()
  expect((await freePictures(lan.database, 'received')).pictures).toBe(2)
  await world.restore()
  for (let times = 0; times < 3; times += 1) await lan.sync()
  const rows = await lan.database.photos.bulkGet([inBackup.photo, late.photo])
  expect(rows.map((row) => row?.evidence)).toMatchObject([{ at: 'safe' }, { at: 'aside', code: 'photo-bytes-gone' }])
  // Its preview was here, and is there again.
  expect(rows[1]?.preview.at).toBe('safe')
})

it('[I6, L3] a restored endpoint gets photos back without a tap: the author’s own, and from who had looked at them', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const hung = await aPhone(world, { name: 'Hùng', role: 'inspector' })
  await world.backup()
  const row = await take(lan, 1)
  await lan.sync()
  await hung.sync()
  const seen = await bringPicture(hung.database, hung.device, row.body.preview.sha256)
  expect(seen?.length).toBe(row.body.preview.bytes)
  // A picture that only Hùng still holds.
  await keepSeenPicture(hung.database, row.body.preview.sha256, seen ?? new Uint8Array(), 1)
  await world.restore()
  expect(await hung.sync()).toMatchObject({ at: 'done' })
  expect((await world.seen()).filter(({ path, status }) => path === '/api/photos' && status === 201).length).toBe(3)
  await world.forgetSeen()
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(Object.values(await states(lan))).toEqual(['safe'])
  // The preview that Hùng brought costs a question and a receipt, not its bytes again.
  const posts = (await world.seen()).filter(({ path }) => path === '/api/photos')
  expect(posts.map(({ status }) => status)).toEqual([200, 201])
})

it('[I4] an order to wipe takes photos only with their receipts, and the bytes with them', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const row = await take(lan, 1)
  await world.revoke(lan.id, true)
  await world.rules([{ do: 'hang', times: 50, when: 'JFIF' }])
  await lan.sync({ stuckMs: 20_000, timeoutMs: 2_000 })
  expect(await states(lan)).toEqual({ [row.photo]: 'waiting' })
  expect(await readPhotoBytes(lan.database, row.body.sha256)).not.toBeNull()
  await world.rules([])
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'wiped' })
  expect(await states(lan)).toEqual({})
  expect(await readPhotoBytes(lan.database, row.body.sha256)).toBeNull()
})
