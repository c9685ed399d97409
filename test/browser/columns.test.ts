import { expect, it } from 'vitest'
import { openStore } from '../../src/app/store/openStore.ts'
import { columnsType } from '../../src/wire/columns/columnBody.ts'
import { aPhone } from './support/aPhone.ts'
import { type BrowserWorld, kengDu, openWorld } from './support/world.ts'

const saidIn = async (world: BrowserWorld) =>
  (await world.seen())
    .filter(({ path }) => path === '/api/sync')
    .map(({ type }) => (type === columnsType ? 'columns' : 'JSON'))

it('[R-columns-06, I2, I6] a phone says JSON until it has heard columns, then columns; the books are the same', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a', 'bờ suối, cạnh “nhà” cũ', 'c'])
  await lan.note('một')
  await lan.sync()
  await lan.note('hai')
  await lan.note('ba')
  await world.forgetSeen()
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await saidIn(world)).toEqual(['columns'])
  expect(await lan.standing()).toEqual({ một: 'handed-in', hai: 'handed-in', ba: 'handed-in' })
  expect(await lan.texts()).toEqual(['a', 'bờ suối, cạnh “nhà” cũ', 'c', 'một', 'hai', 'ba'])
  const book = await world.book(kengDu)
  expect(await lan.digest()).toBe(book.at(-1)?.digest)
  // Another program stands at that address now: it answers in JSON, and is spoken to in JSON.
  await world.speakColumns(false)
  await lan.note('bốn')
  await lan.sync()
  await lan.note('năm')
  await world.forgetSeen()
  await lan.sync()
  expect(await saidIn(world)).toEqual(['JSON'])
  expect(await lan.standing()).toMatchObject({ bốn: 'handed-in', năm: 'handed-in' })
})

it('[R-columns-06, I2] a place that is another one’s at the endpoint is noticed before anything is taken; it goes in JSON', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a', 'b'])
  await lan.sync()
  const entry = await lan.note('một')
  await world.forgetSeen()
  // As after a restore that nobody has heard of yet: at place 1 stands what this phone holds at another.
  const known = () => ({ book: kengDu, seq: 1, id: crypto.randomUUID(), subject: entry.subject })
  expect(await lan.sync({ stuckMs: 20_000, timeoutMs: 10_000, known })).toMatchObject({ at: 'done' })
  expect((await saidIn(world)).slice(0, 2)).toEqual(['columns', 'JSON'])
  expect((await world.seen()).map(({ status }) => status)[0]).toBe(400)
  expect(await lan.standing()).toEqual({ một: 'handed-in' })
  expect((await world.book(kengDu)).map(({ id }) => id)).toContain(entry.id)
  expect(await lan.digest()).toBe((await world.book(kengDu)).at(-1)?.digest)
})

it('[R-columns-06, I7] what no columns can say goes in JSON, and holds nothing up', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  const lan = await aPhone(world)
  await lan.sync()
  await lan.note('nửa chữ \ud800')
  await lan.note('hai')
  await world.forgetSeen()
  await lan.sync()
  expect((await saidIn(world))[0]).toBe('JSON')
  expect(await lan.standing()).toEqual({ 'nửa chữ \ud800': 'held: invalid', hai: 'handed-in' })
})

const many = (count: number) => Array.from({ length: count }, (_, at) => `ghi chép ${at}`)

it('[R-unproven-01, I6] many entries are kept as they came; when the hand-in has ended their seals are right, and the digest', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  const lan = await aPhone(world)
  const texts = many(1200)
  for (let at = 0; at < 1200; at += 400) await world.otherWrites('Chò', kengDu, texts.slice(at, at + 400))
  const store = await openStore(lan.database, lan.device)
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  const page = (await lan.database.pages.where('book').equals(kengDu).sortBy('from')).at(-1)
  expect(page?.entries).toBeInstanceOf(ArrayBuffer)
  expect(new Blob([page?.entries ?? 'x'.repeat(99_000)]).size).toBeLessThan(60_000)
  expect(page?.unproven).toBeUndefined()
  const cursor = await lan.database.cursors.get(kengDu)
  expect(cursor).toMatchObject({ seq: 1200, digest: (await world.book(kengDu)).at(-1)?.digest })
  expect(cursor?.proven).toBeUndefined()
  expect(await lan.texts()).toEqual(texts)
  await expect.poll(() => store.books.get(kengDu)?.subjects.size).toBe(1200)
  store.close()
  // Opened anew, from the columns alone.
  const again = await openStore(lan.database, lan.device)
  expect(again.books.get(kengDu)?.subjects.size).toBe(1200)
})

it('[R-unproven-02, I4, L7] a page whose seal is wrong goes again; what waits here stays, and the repaired one comes', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  const lan = await aPhone(world)
  await lan.sync()
  const ids = [
    ...(await world.otherWrites('Chò', kengDu, many(400))),
    ...(await world.otherWrites('Chò', kengDu, many(400))),
  ]
  const spoilt = ids[700] ?? ''
  await world.spoil(spoilt, 'ghi', 'hỏng')
  await lan.note('của Lan')
  const first = await lan.sync()
  expect(first).toMatchObject({ at: 'no-signal', why: 'page' })
  expect(await lan.texts()).toEqual([])
  expect((await lan.database.cursors.get(kengDu))?.seq ?? 0).toBe(0)
  expect(await lan.standing()).toEqual({ 'của Lan': 'handed-in' })
  await world.spoil(spoilt, 'hỏng', 'ghi')
  await world.otherWrites('Chò', kengDu, ['sau khi sửa'])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await lan.texts()).toHaveLength(802)
  expect(await lan.digest()).toBe((await world.book(kengDu)).at(-1)?.digest)
})
