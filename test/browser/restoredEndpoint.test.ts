import { expect, it } from 'vitest'
import { readEnrolment } from '../../src/app/store/tables.ts'
import { aPhone } from './support/aPhone.ts'
import { kengDu, myLy, openWorld } from './support/world.ts'

it('[I6, L16] a restored endpoint gets back what it lost without a tap: from the author, and from another phone', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const hung = await aPhone(world, { name: 'Hùng', role: 'inspector' })
  await lan.note('trước')
  await lan.sync()
  await world.backup()
  await lan.note('sau')
  await lan.sync()
  // Somebody whose phone never comes back.
  await world.otherWrites('Chò', kengDu, ['mất 1', 'mất 2'])
  await hung.sync()
  const stamps = new Map((await world.book(kengDu)).map(({ id, stamp }) => [id, stamp]))
  expect(stamps.size).toBe(4)
  await world.restore()
  expect(await world.book(kengDu)).toHaveLength(1)

  // Hùng's line breaks between one page and the next: he goes on from storage.
  await world.rules([{ do: 'cut', times: 9, when: '"back":[{' }])
  expect(await hung.sync()).toMatchObject({ at: 'no-signal' })
  expect(await hung.texts()).toEqual(['trước', 'sau', 'mất 1', 'mất 2'])
  await world.rules([])
  expect(await hung.sync()).toMatchObject({ at: 'done' })
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await hung.sync()).toMatchObject({ at: 'done' })
  const book = await world.book(kengDu)
  expect(new Map(book.map(({ id, stamp }) => [id, stamp]))).toEqual(stamps)
  for (const phone of [lan, hung]) {
    expect(await phone.digest()).toBe(book.at(-1)?.digest)
    expect(await phone.database.freshPages.count()).toBe(0)
  }
  expect(await lan.standing()).toEqual({ trước: 'handed-in', sau: 'handed-in' })
})

it('[I6] the author alone brings back what was lost, with the stamps it once got', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.backup()
  lan.device.aheadMs = 86_400_000
  await lan.note('từ ngày mai')
  await lan.sync()
  const [before] = await world.book(kengDu)
  await world.restore()
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await world.book(kengDu)).toEqual([before])
})

it('[I6, L7] a book whose digest differs is pulled afresh beside the old copy, then swapped, once a day', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a', 'b'])
  await lan.sync()
  const spoil = async () => {
    const page = await lan.database.pages.where('book').equals(kengDu).first()
    if (page === undefined) throw new Error('nothing is held')
    await lan.database.pages.put({ ...page, entries: String(page.entries).replace('"a"', '"hỏng"') })
    await lan.database.cursors
      .where('book')
      .equals(kengDu)
      .modify({ digest: await lan.digest() })
  }
  await spoil()
  await world.otherWrites('Chò', kengDu, ['c'])
  // While the copy is on its way the old one stays, whole.
  await world.rules([{ do: 'cut', times: 9, when: `"${kengDu}":0` }])
  expect(await lan.sync()).toMatchObject({ at: 'no-signal' })
  expect(await lan.texts()).toEqual(['hỏng', 'b', 'c'])
  await world.rules([])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await lan.texts()).toEqual(['a', 'b', 'c'])
  expect(await lan.digest()).toBe((await world.book(kengDu)).at(-1)?.digest)
  // Again on the same day: what it holds is not thrown at the line a second time.
  await spoil()
  await world.forgetSeen()
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect((await world.seen()).some(({ body }) => body.includes(`"${kengDu}":0`))).toBe(false)
  lan.device.aheadMs = 25 * 3_600_000
  await lan.sync()
  expect(await lan.texts()).toEqual(['a', 'b', 'c'])
})

it('[I4] a signed order to wipe takes others’ data at once, own entries when receipted, then who the phone was', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a'])
  await lan.note('một')
  await lan.sync()
  await lan.note('độc')
  await lan.note('ba')
  await world.revoke(lan.id, true)
  await world.rules([{ do: 'hang', times: 20, when: 'độc' }])
  for (let at = 0; at < 3; at += 1) await lan.sync({ stuckMs: 20_000, timeoutMs: 2_000 })
  expect(await lan.texts()).toEqual([])
  expect(await lan.standing()).toEqual({ độc: 'waiting' })
  await world.rules([])
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'wiped' })
  expect(await lan.standing()).toEqual({})
  expect(await lan.database.meta.get('enrolment')).toBeUndefined()
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'not-enrolled' })
  expect((await world.held()).map(({ code }) => code)).toEqual(['revoked', 'revoked'])
})

it('[I4] revoked without an order to wipe, nothing goes, and what waits is received', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a'])
  await lan.sync()
  await lan.note('một')
  await world.revoke(lan.id, false)
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'revoked' })
  expect(await lan.texts()).toEqual(['a'])
  expect(await lan.standing()).toEqual({ một: 'held: revoked' })
})

it('[I4, L16] revoked by an endpoint that was restored since, a phone first brings what the lost one had receipted', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.backup()
  await lan.note('sau')
  await lan.sync()
  await world.restore()
  await world.revoke(lan.id, true)
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'wiped' })
  expect((await world.held()).map(({ code }) => code)).toEqual(['revoked'])
})

it('[I8] a phone that died between hearing that a book is gone and forgetting it forgets it the next time', async () => {
  const world = await openWorld()
  const lan = await aPhone(world, { books: [kengDu, myLy] })
  await world.otherWrites('Chò', myLy, ['a'])
  await lan.sync()
  expect(await lan.texts(myLy)).toEqual(['a'])
  await world.scope(lan.id, [kengDu])
  // It has written down whose books it reads now, and died there.
  const enrolment = await readEnrolment(lan.database)
  if (enrolment === null) throw new Error('not enrolled')
  const books = enrolment.books.filter(({ id }) => id !== myLy)
  await lan.database.meta.put({ ...enrolment, books }, 'enrolment')
  await lan.sync()
  expect([await lan.texts(myLy), await lan.database.cursors.get(myLy)]).toEqual([[], undefined])
})
