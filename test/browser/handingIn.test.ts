import { expect, it } from 'vitest'
import { aPhone } from './support/aPhone.ts'
import { speakProtocol } from './support/speakProtocol.ts'
import { kengDu, myLy, openWorld } from './support/world.ts'

it('[L13, I2] an answer that got lost, and a request that arrived twice, make no second record', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await lan.note('một')
  await lan.note('hai')
  // Chromium says a request once more by itself when the line breaks: every answer gets lost.
  await world.rules([{ do: 'lose', times: 9 }])
  expect(await lan.sync()).toMatchObject({ at: 'no-signal' })
  expect(await lan.standing()).toEqual({ một: 'waiting', hai: 'waiting' })
  expect(await world.book(kengDu)).toHaveLength(2)
  await world.rules([{ do: 'twice', times: 1 }])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await lan.standing()).toEqual({ một: 'handed-in', hai: 'handed-in' })
  expect(await world.book(kengDu)).toHaveLength(2)
  expect(await lan.texts()).toEqual(['một', 'hai'])
})

it('[I2] a captive portal, a proxy’s own 200 and a forged receipt hand nothing in', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await lan.note('một')
  for (const fault of ['captive', 'forged', 'cut', 'refuse-503', 'fail-500'] as const) {
    await world.rules([{ do: fault, times: 9 }])
    expect(await lan.sync(), fault).toMatchObject({ at: 'no-signal' })
    expect(await lan.standing(), fault).toEqual({ một: 'waiting' })
  }
  await world.rules([])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
})

it('[I6] what a phone holds has the endpoint’s digest, its own entries in their place in sealed pages', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const hung = await aPhone(world, { name: 'Hùng', role: 'inspector' })
  await world.otherWrites('Chò', kengDu, ['a', 'b'])
  await lan.note('c')
  await lan.sync()
  await hung.note('d')
  await hung.sync()
  await lan.note('e')
  await lan.sync()
  await hung.sync()
  const digest = (await world.book(kengDu)).at(-1)?.digest
  for (const phone of [lan, hung]) {
    expect(await phone.texts()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(await phone.digest()).toBe(digest)
    expect((await phone.database.cursors.get(kengDu))?.digest).toBe(digest)
  }
})

it('[L1] a poisoned entry is found and set aside with its reason, the others go', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  for (const text of ['một', 'hai', 'ba', 'bốn', 'năm']) await lan.note(text)
  // Nested more deeply than the endpoint reads: it refuses the whole request, whatever else is in it.
  const row = await lan.database.own.where('n').equals(3).first()
  if (row === undefined) throw new Error('not saved')
  let deep: unknown = 'đáy'
  for (let at = 0; at < 40; at += 1) deep = { deep }
  await lan.database.own.put({ ...row, entry: { ...row.entry, body: { text: 'ba', deep } } })
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect(await lan.standing()).toEqual({
    một: 'handed-in',
    hai: 'handed-in',
    ba: 'refused: too-large',
    bốn: 'handed-in',
    năm: 'handed-in',
  })
})

it('[L1] an entry at which the line or the endpoint breaks goes last and alone, and is tried again later', async () => {
  for (const fault of ['hang', 'fail-500'] as const) {
    const world = await openWorld()
    const lan = await aPhone(world)
    for (const text of ['một', 'độc', 'ba']) await lan.note(text)
    await world.rules([{ do: fault, times: 20, when: 'độc' }])
    const patience = { stuckMs: 20_000, timeoutMs: 2_000 }
    // An unsigned 500 is anybody's: only the endpoint's own word, or a time-out, says something of a batch.
    const outcomes = [await lan.sync(patience), await lan.sync(patience), await lan.sync(patience)]
    if (fault === 'fail-500') {
      expect(outcomes.map(({ at }) => at)).toEqual(['no-signal', 'no-signal', 'no-signal'])
      continue
    }
    expect(await lan.standing()).toEqual({ một: 'handed-in', độc: 'waiting', ba: 'handed-in' })
    expect(outcomes.at(-1)).toEqual({ at: 'no-signal', why: 'set-apart' })
    await world.rules([])
    expect(await lan.sync(patience)).toMatchObject({ at: 'done' })
    expect(await lan.standing()).toMatchObject({ độc: 'handed-in' })
  }
})

it('[L20] a hand-in without progress is given up and writes no more; the next one does the work', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await lan.note('một')
  await world.rules([{ do: 'hang', times: 1, path: '/api/sync' }])
  expect(await lan.sync({ stuckMs: 300, timeoutMs: 60_000 })).toEqual({ at: 'no-signal', why: 'stuck' })
  const before = await lan.database.meta.toArray()
  expect(await lan.standing()).toEqual({ một: 'waiting' })
  await new Promise((later) => setTimeout(later, 300))
  expect(await lan.database.meta.toArray()).toEqual(before)
  expect(await lan.sync()).toMatchObject({ at: 'done' })
})

it('[R-wire-01] a wrong clock is corrected by the endpoint’s, once, and the phone’s own clock stays ahead of what it read', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  lan.device.aheadMs = -3 * 86_400_000
  await world.otherWrites('Chò', kengDu, ['a'])
  await lan.note('một')
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  const entry = await lan.note('hai')
  expect(entry.at > ((await world.book(kengDu))[0]?.stamp ?? '')).toBe(true)
})

it('[I8, I4] a book out of reach goes with its pages, own entries stay; a book given comes at once', async () => {
  const world = await openWorld()
  const lan = await aPhone(world, { books: [kengDu] })
  await world.otherWrites('Chò', kengDu, ['a'])
  await world.otherWrites('Xồng', myLy, ['x'])
  await lan.note('một')
  await lan.sync()
  await world.scope(lan.id, [myLy])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  expect([await lan.texts(kengDu), await lan.texts(myLy)]).toEqual([[], ['x']])
  expect(await lan.standing()).toEqual({ một: 'handed-in' })
})

it('[L6] a held entry says why; dismissed by the office it keeps the office’s reason', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  const entry = await lan.note('lạc', myLy)
  await lan.sync()
  expect(await lan.standing()).toEqual({ lạc: 'held: not-your-book' })
  await world.settle(entry.id, 'dismissed', 'nhầm xã')
  await lan.sync()
  expect(await lan.standing()).toEqual({ lạc: 'held: dismissed' })
  await world.forgetSeen()
  await lan.sync()
  expect((await world.seen())[0]?.body).toContain(`"settledSeen":["${entry.id}"]`)
})

it('[L7, I6] a page whose seal does not cover it is not kept; the other books and the push go on', async () => {
  const world = await openWorld()
  const hung = await aPhone(world, { name: 'Hùng', role: 'inspector', books: [kengDu, myLy] })
  const [first = ''] = await world.otherWrites('Chò', kengDu, ['mười bao'])
  await world.otherWrites('Xồng', myLy, ['x'])
  await world.spoil(first, 'mười', 'trăm')
  await hung.note('y', myLy)
  expect(await hung.sync()).toEqual({ at: 'no-signal', why: 'page' })
  expect([await hung.texts(kengDu), await hung.texts(myLy)]).toEqual([[], ['x', 'y']])
  expect(await hung.standing()).toEqual({ y: 'handed-in' })
  await world.spoil(first, 'trăm', 'mười')
  expect(await hung.sync()).toMatchObject({ at: 'done' })
  expect(await hung.texts(kengDu)).toEqual(['mười bao'])
})

it('[I9] an app that speaks another protocol hands in everything, batch by batch, and says that it needs an update', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await world.otherWrites('Chò', kengDu, ['a'])
  const texts = Array.from({ length: 5 }, (_, at) => `ghi ${at}`)
  for (const text of texts) await lan.note(text)
  await lan.database.meta.put(2, 'batchMost')
  await speakProtocol(lan, 7)
  expect(await lan.sync()).toEqual({ at: 'stopped', why: 'protocol' })
  expect(await lan.standing()).toEqual(Object.fromEntries(texts.map((text) => [text, 'handed-in'])))
  expect(await lan.texts()).toEqual([])
})

it('[L10] the system closed the database: what is saved next is saved, once, with the next number', async () => {
  const world = await openWorld()
  const lan = await aPhone(world)
  await lan.note('một')
  lan.database.backendDB().close()
  await lan.note('hai')
  lan.database.backendDB().close()
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  lan.database.close()
  await lan.note('ba')
  expect((await lan.database.own.toArray()).map(({ n, entry }) => [n, (entry.body as { text: string }).text])).toEqual([
    [1, 'một'],
    [2, 'hai'],
    [3, 'ba'],
  ])
})
