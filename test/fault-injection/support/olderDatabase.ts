import type { Page } from 'playwright'

/**
 * Makes the phone's database what version 2 of the app's tables left, with every row it holds: the next opening is an
 * upgrade. Call it on a page of the origin that is not the app.
 */
export const olderDatabase = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const now = await asked(indexedDB.open('mai-am'))
    const names = [...now.objectStoreNames].filter((name) => !['lists', 'packs', 'packBytes'].includes(name))
    const reading = now.transaction(names)
    const tables = await Promise.all(
      names.map(async (name) => {
        const store = reading.objectStore(name)
        const indexes = [...store.indexNames].map((index) => store.index(index))
        return {
          name,
          keyPath: store.keyPath,
          indexes: indexes.map(({ name, keyPath, unique }) => ({ name, keyPath, unique })),
          ...(await Promise.all([asked(store.getAll()), asked(store.getAllKeys())]).then(([rows, keys]) => ({
            rows,
            keys,
          }))),
        }
      }),
    )
    now.close()
    await asked(indexedDB.deleteDatabase('mai-am'))
    const opening = indexedDB.open('mai-am', 20)
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows, keys } of tables) {
        const store = opening.result.createObjectStore(name, { keyPath })
        for (const index of indexes) store.createIndex(index.name, index.keyPath, { unique: index.unique })
        for (const [at, row] of rows.entries()) keyPath === null ? store.put(row, keys[at]) : store.put(row)
      }
    }
    const older = await asked(opening)
    older.close()
  })
