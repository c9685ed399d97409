import type { Documents, HouseholdDocument } from '../district/asDocuments.ts'

/** IndexedDB as a careful hand uses it: two tables, the indexes that the lists need. */
export const openRaw = (name: string): Promise<IDBDatabase> =>
  new Promise((opened, failed) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => {
      const households = asked.result.createObjectStore('households', { keyPath: 'id' })
      households.createIndex('list', ['commune', 'village', 'sortName'])
      households.createIndex('plain', 'plain')
      households.createIndex('stage', 'stage')
      asked.result.createObjectStore('visits', { keyPath: 'id' }).createIndex('household', 'household')
    }
    asked.onsuccess = () => opened(asked.result)
    asked.onerror = () => failed(asked.error)
  })

/** Ms from the first row to the commune's list: a thousand rows a transaction, row by row. */
export const rawLoad = async (documents: Documents, commune: string): Promise<number> => {
  const database = await openRaw('raw-load')
  const began = performance.now()
  await putAll(database, documents)
  const list = await rawList(database, commune)
  if (list.length === 0) throw new Error('IndexedDB has no list')
  const took = performance.now() - began
  database.close()
  indexedDB.deleteDatabase('raw-load')
  return took
}

export const putAll = async (database: IDBDatabase, documents: Documents): Promise<void> => {
  for (const table of ['households', 'visits'] as const)
    for (let at = 0; at < documents[table].length; at += 1000) {
      const writing = database.transaction(table, 'readwrite')
      for (const row of documents[table].slice(at, at + 1000)) writing.objectStore(table).put(row)
      await ended(writing)
    }
}

export const ended = (writing: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    writing.oncomplete = () => done()
    writing.onabort = () => failed(writing.error)
  })

const mostRows = 1000

/** By village and name, from its index, in one question. */
export const rawList = (database: IDBDatabase, commune: string): Promise<HouseholdDocument[]> => {
  const index = database.transaction('households').objectStore('households').index('list')
  return answered(index.getAll(IDBKeyRange.bound([commune], [commune, []]), mostRows))
}

export const answered = <A>(asked: IDBRequest<A>): Promise<A> =>
  new Promise((told, failed) => {
    asked.onsuccess = () => told(asked.result)
    asked.onerror = () => failed(asked.error)
  })
