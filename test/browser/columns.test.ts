import { expect, it } from 'vitest'
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
