import Dexie from 'dexie'
import { openDatabase } from '../../../../src/app/store/tables.ts'
import type { Breaking } from './steps.ts'

export type Upgraded = {
  broken: boolean
  openedAtOnce: boolean
  version: number
  own: number
  drafts: number
  counter: unknown
}

/**
 * A database of the first version, with entries and a draft in it, is opened by today's app; the k-th table or index
 * that it makes fails. Then the app is started again.
 */
export const upgradeWithFault = async (name: string, k: number, how: Breaking, entries: number): Promise<Upgraded> => {
  await ofVersionOne(name, entries)
  const broken = breakUpgrade(k, how)
  // Another tab that would not let go: the upgrade waits for it.
  const tab = how === 'hang' ? await anotherTab(name) : null
  const first = openDatabase(name)
  const opening = first.open().then(
    () => true,
    () => false,
  )
  const openedAtOnce = await Promise.race([opening, later(how === 'hang' ? 60 : 5_000)])
  const was = broken()
  tab?.close()
  if (how === 'hang') await opening
  first.close()
  const database = openDatabase(name)
  await database.open()
  const version = database.verno
  const [own, drafts] = [await database.own.count(), await database.drafts.count()]
  const counter = await database.meta.get('counter')
  // Every table of today can be written to.
  for (const table of database.tables) await table.count()
  await database.delete()
  return { broken: how === 'hang' || was, openedAtOnce, version, own, drafts, counter }
}

const ofVersionOne = async (name: string, entries: number): Promise<void> => {
  const old = new Dexie(name)
  old.version(1).stores({ meta: '', own: 'n, &id, state', pages: '[book+from], book', cursors: 'book', drafts: 'key' })
  const rows = Array.from({ length: entries }, (_, at) => ({ n: at + 1, id: `e${at + 1}`, state: 'waiting' }))
  await old.table('own').bulkAdd(rows)
  await old.table('meta').put(entries, 'counter')
  await old.table('drafts').put({ key: 'visit', form: {}, step: 1, savedMs: 1 })
  old.close()
}

/** Returns the function that mends it and says whether it broke. */
const breakUpgrade = (k: number, how: Breaking): (() => boolean) => {
  if (how === 'hang') return () => true
  const { createObjectStore } = IDBDatabase.prototype
  const { createIndex } = IDBObjectStore.prototype
  let [count, broken] = [0, false]
  const step = (transaction: IDBTransaction | null): void => {
    count += 1
    if (count !== k) return
    broken = true
    if (how === 'throw') throw new Error('broken on purpose')
    transaction?.abort()
  }
  IDBDatabase.prototype.createObjectStore = function (...words) {
    const store = createObjectStore.apply(this, words)
    step(store.transaction)
    return store
  }
  IDBObjectStore.prototype.createIndex = function (...words) {
    const index = createIndex.apply(this, words as Parameters<typeof createIndex>)
    step(this.transaction)
    return index
  }
  return () => {
    IDBDatabase.prototype.createObjectStore = createObjectStore
    IDBObjectStore.prototype.createIndex = createIndex
    return broken
  }
}

const anotherTab = (name: string): Promise<IDBDatabase> =>
  new Promise((open, fail) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => open(opening.result)
    opening.onerror = () => fail(opening.error)
  })

const later = (ms: number): Promise<false> => new Promise((end) => setTimeout(() => end(false), ms))
