import { afterEach, expect, it } from 'vitest'
import { browserDevice } from '../../src/app/device/browserDevice.ts'
import { applyPage } from '../../src/app/store/applyPage.ts'
import { forgetBooks } from '../../src/app/store/forgetBooks.ts'
import { keep } from '../../src/app/store/keepLists.ts'
import { openStore } from '../../src/app/store/openStore.ts'
import { saveEntries } from '../../src/app/store/saveEntries.ts'
import type { Store } from '../../src/app/store/store.ts'
import { type Database, openDatabase } from '../../src/app/store/tables.ts'
import { wipeOthers } from '../../src/app/store/wipe.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { enrolledDatabase } from './support/enrolledDatabase.ts'

const book = '40-417-16822'
const opened: { database: Database; stores: Store[] }[] = []

type Early = { lists: boolean; names: string[] }

/** A phone that holds a page of three households; `start`: the app opened once more, and what it showed while reading. */
const aPhone = async () => {
  const database = await enrolledDatabase(book)
  const kept = { database, stores: [] as Store[] }
  opened.push(kept)
  const start = async () => {
    const early: Early[] = []
    const store = await openStore(openDatabase(database.name), browserDevice, (one) => {
      one.subscribe(() => {
        if (one.opening !== null)
          early.push({ lists: one.opening.lists !== null, names: one.opening.lists === null ? [] : names(one) })
      })
    })
    kept.stores.push(store)
    return { store, early }
  }
  await pull(database, 1, ['Lô Văn Páo', 'Vừ Bá Chò', 'Moong Thị Xò'])
  return { database, start }
}

afterEach(async () => {
  for (const { database, stores } of opened.splice(0)) {
    for (const store of stores) {
      await store.settled()
      store.close()
    }
    await database.delete()
  }
})

const pull = (database: Database, from: number, heads: string[]) => {
  const entries = heads.map((headName, at) => {
    const stamp = `${(from + at).toString(16).padStart(12, '0')}-0000-aaaaaaaa`
    const of = { book, kind: 'household.registered', v: 1, subject: browserDevice.uuid7(), device: 'd', person: 'p' }
    return { ...of, id: browserDevice.uuid7(), at: stamp, stamp, seq: from + at, n: from + at, body: body(headName) }
  })
  const to = from + heads.length - 1
  const page = { book, from, to, epoch: 'e', seal: '', title: 'Keng Đu', digest: `${to}:`, entries }
  return applyPage(database, page, 6)
}

const body = (headName: string) => ({ headName, village: 'v1' })

const names = (store: Store) => [...store.books.values()].flatMap(householdRows).map(({ headName }) => headName)

const three = ['Vừ Bá Chò', 'Lô Văn Páo', 'Moong Thị Xò']

it('[R-open-01] the list stands before the pages are read, where nothing came since it was kept', async () => {
  const { start } = await aPhone()
  const first = await start()
  expect(first.early.some(({ lists }) => lists)).toBe(false)
  await keep(first.store)
  const { store, early } = await start()
  expect(early.find(({ lists }) => lists)?.names).toEqual(three)
  expect(names(store)).toEqual(three)
  expect(store.books.get(book)?.histories.size).toBe(3)
})

it('[R-open-02] a list older than its book never stands: the rest is read first, and then both are one', async () => {
  const { database, start } = await aPhone()
  await keep((await start()).store)
  await pull(database, 4, ['Lữ Văn An'])
  const pulled = await start()
  expect(pulled.early.some(({ lists }) => lists)).toBe(false)
  expect(names(pulled.store)).toEqual(['Lữ Văn An', ...three])
  await keep(pulled.store)
  await saveEntries(
    database,
    browserDevice,
    [{ book, kind: 'household.registered', subject: browserDevice.uuid7(), body: body('Cụt Thị Y') }],
    null,
  )
  const saved = await start()
  expect(saved.early.some(({ lists }) => lists)).toBe(false)
  expect(names(saved.store)).toEqual(['Lữ Văn An', ...three, 'Cụt Thị Y'])
  await keep(saved.store)
  const { early } = await start()
  expect(early.find(({ lists }) => lists)?.names).toEqual(['Lữ Văn An', ...three, 'Cụt Thị Y'])
})

it('[R-open-03] a list that was mangled, or made by other rules or of other pages, is made anew from the pages', async () => {
  const { database, start } = await aPhone()
  await keep((await start()).store)
  const good = (await database.lists.get(book))!
  const bad = [
    { ...good, text: good.text.replace('Páo', 'Pào') },
    { ...good, text: good.text.slice(0, 40) },
    { ...good, text: '[[],[[1]]]', sum: 0 },
    { ...good, mark: { ...good.mark, fold: 'another' } },
    { ...good, mark: { ...good.mark, generation: 7 } },
    { ...good, mark: { ...good.mark, digest: 'another' } },
    { ...good, mark: { ...good.mark, seq: 9 } },
    { ...good, mark: { ...good.mark, pending: [['gone', 'stamp']] as [string, string][] } },
    { ...good, mark: null as never },
  ]
  for (const one of bad) {
    await database.lists.put(one)
    const { store, early } = await start()
    expect(early.some(({ lists }) => lists)).toBe(false)
    expect(names(store)).toEqual(three)
    await keep(store)
    expect(await database.lists.get(book)).toEqual(good)
  }
})

it('[R-open-04] what is wiped or out of reach leaves no list behind', async () => {
  const { database, start } = await aPhone()
  await keep((await start()).store)
  // None of the books may be read any more.
  await forgetBooks(database, [])
  expect(await database.lists.count()).toBe(0)
  await database.lists.put({ book, mark: null as never, sum: 0, text: '' })
  await wipeOthers(database, 1)
  expect(await database.lists.count()).toBe(0)
})
