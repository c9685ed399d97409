import { afterEach, expect, it } from 'vitest'
import { browserDevice } from '../../src/app/device/browserDevice.ts'
import { applyPage } from '../../src/app/store/applyPage.ts'
import { announce, onChange } from '../../src/app/store/changes.ts'
import { setDeliveries } from '../../src/app/store/deliveries.ts'
import { openStore } from '../../src/app/store/openStore.ts'
import { saveEntries } from '../../src/app/store/saveEntries.ts'
import type { Store } from '../../src/app/store/store.ts'
import { type Database, openDatabase } from '../../src/app/store/tables.ts'
import { householdRows } from '../../src/domain/lists/householdRows.ts'
import { enrolledDatabase } from './support/enrolledDatabase.ts'

const book = '40-417-16822'
const opened: { database: Database; stores: Store[] }[] = []

/** A phone with its memory in a real IndexedDB of its own; `another` is a second tab of the same phone. */
const aPhone = async () => {
  const database = await enrolledDatabase(book)
  const kept = { database, stores: [await openStore(database, browserDevice)] }
  opened.push(kept)
  const another = async () => {
    const store = await openStore(openDatabase(database.name), browserDevice)
    kept.stores.push(store)
    return store
  }
  return { database, store: kept.stores[0] as Store, another }
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

const register = (database: Database, headName: string, draft: string | null = null) =>
  saveEntries(
    database,
    browserDevice,
    [
      {
        book,
        kind: 'household.registered',
        subject: browserDevice.uuid7(),
        body: { headName, village: 'v1' },
      },
    ],
    draft,
  )

const names = (store: Store) => [...store.books.values()].flatMap(householdRows).map(({ headName }) => headName)

it('[I1] every transaction asks for strict durability, and a save is announced when it is complete, not before', async () => {
  const asked: (string | undefined)[] = []
  const real = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability)
    return real.call(this, stores, mode, options)
  }
  try {
    const { database } = await aPhone()
    const heard: string[] = []
    const stop = onChange((change) => heard.push(change))
    const saving = register(database, 'Lô Văn Páo')
    await Promise.resolve()
    expect(heard).toEqual([])
    const [entry] = await saving
    expect(heard).toContain('saved')
    expect(await database.own.get(entry?.n ?? 0)).toMatchObject({ id: entry?.id, state: 'waiting' })
    stop()
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set(['strict']))
  } finally {
    IDBDatabase.prototype.transaction = real
  }
})

it('[I1, L12] a save that breaks in the middle leaves no entry, no counter, and the draft as it was', async () => {
  const { database, store } = await aPhone()
  await database.drafts.put({ key: 'register', form: { headName: 'Páo' }, step: 0, savedMs: 1 })
  const broken = { ...browserDevice, uuid7: () => crypto.randomUUID() }
  const twice = browserDevice.uuid7()
  const two = ['Páo', 'Chò'].map((headName) => ({
    book,
    kind: 'household.registered' as const,
    subject: twice,
    body: { headName, village: 'v1' },
  }))
  // The second entry gets the first one's id: the table refuses it after the first was written.
  await expect(saveEntries(database, { ...broken, uuid7: () => twice }, two, 'register')).rejects.toThrow()
  await store.settled()
  expect(await database.own.count()).toBe(0)
  expect(await database.meta.get('counter')).toBeUndefined()
  expect(await database.drafts.get('register')).toMatchObject({ form: { headName: 'Páo' } })
  expect(names(store)).toEqual([])
})

it('[R-save-01] two tabs save at once: no number is used twice, and each shows what the other wrote', async () => {
  const { database, store, another } = await aPhone()
  const other = await another()
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => register(at % 2 === 0 ? database : other.database, `Lô Văn ${at}`)),
  )
  await expect.poll(() => [names(store).length, names(other).length]).toEqual([20, 20])
  expect(names(store)).toEqual(names(other))
  expect(store.own.map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
})

it('[L10] the system closed the database: the next save opens it again, and the list shows it', async () => {
  const { database, store } = await aPhone()
  await register(database, 'Lô Văn Páo')
  database.close({ disableAutoOpen: true })
  await register(database, 'Vừ Bá Chò')
  await store.settled()
  expect(names(store).sort()).toEqual(['Lô Văn Páo', 'Vừ Bá Chò'])
})

it('[L10] a transaction that ends in an UnknownError is done once more on the database opened anew, whole; one that always does is said', async () => {
  const real = IDBDatabase.prototype.transaction
  let failing = 0
  let failed = 0
  // Before the database is opened: from then on its own way to it is kept.
  IDBDatabase.prototype.transaction = function transaction(stores, mode, options) {
    if (mode === 'readwrite' && failing > 0) {
      failing -= 1
      failed += 1
      throw new DOMException('Internal error', 'UnknownError')
    }
    return real.call(this, stores, mode, options)
  }
  try {
    const { database, store } = await aPhone()
    failing = 2
    await register(database, 'Lô Văn Páo')
    expect(failed).toBe(2)
    failing = 100
    await expect(register(database, 'Vừ Bá Chò')).rejects.toThrow('Internal error')
    failing = 0
    await register(database, 'Moong Thị Lan')
    await store.settled()
    expect(store.own.map(({ n }) => n)).toEqual([1, 2])
    expect(names(store).sort()).toEqual(['Lô Văn Páo', 'Moong Thị Lan'])
  } finally {
    IDBDatabase.prototype.transaction = real
  }
})

it('[R-speed-01] memory follows what was delivered and pulled; what it shows is what a new start would show', async () => {
  const { database, store, another } = await aPhone()
  const [first] = await register(database, 'Lô Văn Páo')
  const [second] = await register(database, 'Vừ Bá Chò')
  if (first === undefined || second === undefined) throw new Error('nothing was saved')
  await setDeliveries(
    database,
    new Map([
      [first.id, { at: 'handed-in', seq: 1, stamp: first.at, ms: 5 }],
      [second.id, { at: 'held', code: 'newer', detail: '' }],
    ]),
  )
  const pulled = { ...first, id: browserDevice.uuid7(), subject: browserDevice.uuid7(), seq: 2, stamp: first.at }
  const handedIn = { ...first, seq: 1, stamp: first.at }
  const entries = [handedIn, pulled]
  const page = { book, from: 1, to: 2, epoch: 'e', seal: '', title: 'Keng Đu', digest: '', entries }
  await applyPage(database, page, 6)
  await store.settled()
  const fresh = await another()
  const rows = (one: Store) => [...one.books.values()].flatMap(householdRows)
  expect(rows(store)).toEqual(rows(fresh))
  expect(rows(store).map(({ headName, pending }) => [headName, pending])).toEqual([
    ['Vừ Bá Chò', true],
    ['Lô Văn Páo', false],
    ['Lô Văn Páo', false],
  ])
  expect(store.own).toEqual(fresh.own)
})

it('[L17] who works here is known before the books are read, and how far they have been read', async () => {
  const { database } = await aPhone()
  const [first] = await register(database, 'Lô Văn Páo')
  const pages = [1, 2, 3].map((seq) => ({
    ...{ book, from: seq, to: seq, epoch: 'e', seal: '', title: 'Keng Đu', digest: '' },
    entries: [{ ...first, id: browserDevice.uuid7(), subject: browserDevice.uuid7(), seq, stamp: first?.at ?? '' }],
  }))
  for (const page of pages) await applyPage(database, page, 1)
  const seen: unknown[] = []
  const store = await openStore(openDatabase(database.name), browserDevice, (early) => {
    seen.push([early.enrolment?.person.name, early.opening])
    early.subscribe(() => seen.push(early.opening))
  })
  opened.at(-1)?.stores.push(store)
  expect(seen).toEqual([
    ['Lan', { read: 0, of: 3, lists: null }],
    { read: 1, of: 3, lists: null },
    { read: 2, of: 3, lists: null },
    { read: 3, of: 3, lists: null },
    null,
  ])
  announce('saved')
  await store.settled()
  expect(names(store)).toHaveLength(4)
})
