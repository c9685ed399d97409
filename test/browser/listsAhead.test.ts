import { expect, it } from 'vitest'
import { keep } from '../../src/app/store/keepLists.ts'
import { sumOf } from '../../src/app/store/listSum.ts'
import { openStore } from '../../src/app/store/openStore.ts'
import { saveEntries } from '../../src/app/store/saveEntries.ts'
import type { Store } from '../../src/app/store/store.ts'
import type { VisitRecorded } from '../../src/domain/entries/communeBodies.ts'
import { type HouseholdRow, householdRows } from '../../src/domain/lists/householdRows.ts'
import { dayOf } from '../../src/domain/time/day.ts'
import type { WireRule } from '../support/controllableWire.ts'
import { aPhone, type TestPhone } from './support/aPhone.ts'
import { type BrowserWorld, kengDu, muongLong, myLy, openWorld } from './support/world.ts'

const rowsIn = (store: Store, book = kengDu): readonly HouseholdRow[] => {
  const state = store.books.get(book)
  return state === undefined ? [] : householdRows(state)
}
const namesIn = (store: Store) => rowsIn(store).map(({ headName, stage, lastVisit }) => [headName, stage, lastVisit])

/** The rows as they are made of nothing but the book's pages. */
const fromScratch = async (phone: TestPhone) => {
  const { database, device } = phone
  await database.lists.clear()
  const store = await openStore(database, device)
  const rows = namesIn(store)
  store.close()
  await database.open()
  return rows
}

const watched = async (phone: TestPhone) => {
  const seen: { rows: number; ahead: number; read: number }[] = []
  const store = await openStore(phone.database, phone.device)
  store.subscribe(() => {
    const read = store.cursors.find(({ book }) => book === kengDu)?.seq ?? 0
    seen.push({ rows: rowsIn(store).length, ahead: store.ahead.get(kengDu) ?? 0, read })
  })
  return { store, seen }
}

/** The first question of a phone that holds nothing is for the district's book alone; the next ones are not heard. */
const secondIsCut: WireRule[] = [{ do: 'cut', times: 99, path: '/api/sync', after: 1 }]
const thirdIsCut: WireRule[] = [{ do: 'cut', times: 99, path: '/api/sync', after: 2 }]

const aFullWorld = async (households = 160): Promise<{ world: BrowserWorld; head: number }> => {
  const world = await openWorld()
  await world.speakColumns(true)
  await world.fill(kengDu, households)
  return { world, head: (await world.book(kengDu)).length }
}

it('[R-ahead-03, L17] on a new phone all households stand while the pages are on their way; when they are here, the rows are of the pages', async () => {
  const { world, head } = await aFullWorld()
  expect(head).toBeGreaterThan(500)
  const lan = await aPhone(world)
  const { store, seen } = await watched(lan)
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  await store.settled()
  expect(seen.some(({ rows, ahead, read }) => rows === 160 && ahead === head && read < head)).toBe(true)
  expect(store.ahead.size).toBe(0)
  expect((await lan.database.cursors.get(kengDu))?.seq).toBe(head)
  expect(await lan.digest()).toBe((await world.book(kengDu)).at(-1)?.digest)
  const rows = namesIn(store)
  // What is kept now is of this phone's own making.
  await keep(store)
  expect((await lan.database.lists.get(kengDu))?.ahead).toBeUndefined()
  store.close()
  await lan.database.open()
  expect(rows).toEqual(await fromScratch(lan))
  expect((await world.seen()).filter(({ path }) => path === '/api/lists')).toHaveLength(1)
})

it('[R-ahead-03, L10] closed in the middle, the phone opens with the list that came ahead, and comes to the same end', async () => {
  const { world, head } = await aFullWorld()
  const lan = await aPhone(world)
  await world.rules(secondIsCut)
  const first = await lan.sync()
  expect(first.at).toBe('no-signal')
  expect((await lan.database.cursors.get(kengDu))?.seq ?? 0).toBeLessThan(head)
  const again = await watched(lan)
  expect(again.store.ahead.get(kengDu)).toBe(head)
  expect(rowsIn(again.store)).toHaveLength(160)
  await world.rules([])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  await again.store.settled()
  const rows = namesIn(again.store)
  again.store.close()
  await lan.database.open()
  expect(rows).toEqual(await fromScratch(lan))
})

it('[R-ahead-04, I4] a list that lied is gone when the pages are here; what was saved meanwhile stands', async () => {
  const { world } = await aFullWorld()
  const lan = await aPhone(world)
  await world.rules(secondIsCut)
  await lan.sync()
  const said = (await lan.database.lists.get(kengDu))!
  // All have another stage, says the endpoint, and its list has its right sum.
  const text = said.text.replaceAll(
    /"(planned|foundation|foundation-checked|kit-delivered|frame|closed-in)"/g,
    '"completed"',
  )
  await lan.database.lists.put({ ...said, text, sum: sumOf(text) })
  const { store } = await watched(lan)
  expect(rowsIn(store).every(({ stage }) => stage === 'completed')).toBe(true)
  const [first] = rowsIn(store)
  const today = dayOf(Date.now())
  const body = { date: today, outcome: 'met-head', dwelling: 'tent', purposes: [] } satisfies VisitRecorded
  const visit = { book: kengDu, kind: 'visit.recorded' as const, subject: first?.id ?? '', body }
  await saveEntries(lan.database, lan.device, [visit], null)
  await world.rules([])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  await store.settled()
  expect(rowsIn(store).some(({ stage }) => stage !== 'completed')).toBe(true)
  expect(rowsIn(store).find(({ id }) => id === first?.id)).toMatchObject({ dwelling: 'tent', lastMet: today })
  const rows = namesIn(store)
  store.close()
  await lan.database.open()
  expect(rows).toEqual(await fromScratch(lan))
})

it('[R-ahead-04, I8] books that are taken out of reach before their pages came leave no row behind', async () => {
  const { world } = await aFullWorld()
  await world.fill(myLy, 120)
  const lan = await aPhone(world, { books: [kengDu, myLy, muongLong] })
  await world.rules(thirdIsCut)
  await lan.sync({ pageLimit: 200 })
  const { store } = await watched(lan)
  // Of one there are some pages, of the other nothing but its list.
  expect([rowsIn(store), rowsIn(store, myLy)].map(({ length }) => length)).toEqual([160, 120])
  expect((await lan.database.cursors.toArray()).map(({ book, seq }) => [book, seq])).toContainEqual([kengDu, 200])
  expect((await lan.database.cursors.get(myLy))?.seq ?? 0).toBe(0)
  await world.scope(lan.id, [muongLong])
  await world.rules([])
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  await store.settled()
  expect([rowsIn(store), rowsIn(store, myLy)]).toEqual([[], []])
  expect(store.ahead.size).toBe(0)
  expect(await lan.database.lists.toArray()).toEqual([])
})

it('[R-open-01, R-ahead-04] what is kept when all seals have been asked for stands at the next opening, before a page is read', async () => {
  const { world } = await aFullWorld()
  const lan = await aPhone(world)
  const { store } = await watched(lan)
  expect(await lan.sync()).toMatchObject({ at: 'done' })
  await store.settled()
  await keep(store)
  store.close()
  await lan.database.open()
  const early: number[] = []
  const again = await openStore(lan.database, lan.device, (opening) =>
    opening.subscribe(() => opening.opening?.lists?.stand === 1 && early.push(rowsIn(opening).length)),
  )
  expect(early[0]).toBe(160)
  again.close()
})

it('[R-open-01, R-open-02] one’s own commune stands first; of another whose list is older nothing stands until its pages are read, and it is said how many do', async () => {
  const world = await openWorld()
  await world.speakColumns(true)
  await world.fill(kengDu, 30)
  await world.fill(myLy, 20)
  const lan = await aPhone(world, { books: [kengDu, myLy] })
  const { store } = await watched(lan)
  await lan.sync()
  await store.settled()
  await keep(store)
  await world.fill(myLy, 25)
  await lan.sync()
  await store.settled()
  expect(rowsIn(store, myLy)).toHaveLength(45)
  store.close()
  await lan.database.open()
  const early: { stand: number; of: number; own: number; other: number }[] = []
  // A slow phone: more than a second goes by between any two things, so that each of them is told.
  let nowMs = Date.now()
  const slow = { ...lan.device, nowMs: () => (nowMs += 2000) }
  const again = await openStore(lan.database, slow, (one) =>
    one.subscribe(() => {
      const [own, other] = [rowsIn(one), rowsIn(one, myLy)].map(({ length }) => length)
      if (one.opening?.lists) early.push({ ...one.opening.lists, own: own ?? 0, other: other ?? 0 })
    }),
  )
  expect(early[0]).toEqual({ stand: 1, of: 2, own: 30, other: 0 })
  expect(early.length).toBeGreaterThan(2)
  expect(early.filter(({ stand, other }) => other !== (stand === 1 ? 0 : 45))).toEqual([])
  expect(early.at(-1)).toEqual({ stand: 2, of: 2, own: 30, other: 45 })
  expect([rowsIn(again), rowsIn(again, myLy)].map(({ length }) => length)).toEqual([30, 45])
  again.close()
})
