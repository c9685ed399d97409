/**
 * The phone's tables as each version of the database had them, from the first on: what was once on phones is never
 * changed here, and a new version is one more line. Keys and indexes in Dexie's words.
 */
export const historicSchemas: { readonly [version: number]: { readonly [table: string]: string } } = (() => {
  const first = { meta: '', own: 'n, &id, state', pages: '[book+from], book', cursors: 'book', drafts: 'key' }
  const second = {
    ...first,
    photos: 'photo, state, draft',
    photoBytes: '[sha256+piece], sha256',
    seenPictures: 'sha256, usedMs',
    fresh: 'book',
    freshPages: '[book+from], book',
    keptAside: '[epoch+book+from], book',
    reserve: '',
  }
  const third = { ...second, lists: 'book' }
  const fourth = { ...third, packs: 'file, id', packBytes: '[file+from], file' }
  return { 1: first, 2: second, 3: third, 4: fourth, 5: fourth }
})()

/** A row to put, with its key where it has none of its own. */
export type Row = { value: unknown; key?: string | number }

/**
 * Runs in a page: the app's database is taken down and made again as that version had it, with the rows that it had a
 * table for. Keys of this phone's own can't leave the browser, so all of it happens there.
 */
export const asVersion = async ({
  version,
  tables,
}: {
  version: number
  tables: { [table: string]: string }
}): Promise<void> => {
  const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((done, failed) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => failed(request.error)
    })
  const before = await asked(indexedDB.open('mai-am'))
  const rows = new Map<string, Row[]>()
  for (const name of [...before.objectStoreNames].filter((one) => one in tables)) {
    const store = before.transaction(name).objectStore(name)
    const keys = await asked(store.getAllKeys())
    // The reserve is only looked at by its keys: four megabytes are not carried about.
    const values: unknown[] =
      name === 'reserve'
        ? keys.map(() => new ArrayBuffer(1))
        : await asked(before.transaction(name).objectStore(name).getAll())
    rows.set(
      name,
      values.map((value, at) => (store.keyPath === null ? { value, key: keys[at] as string } : { value })),
    )
  }
  before.close()
  await asked(indexedDB.deleteDatabase('mai-am'))
  const opening = indexedDB.open('mai-am', version * 10)
  opening.onupgradeneeded = () => {
    for (const [name, words] of Object.entries(tables)) {
      const [key = '', ...indexes] = words.split(',').map((word) => word.trim())
      const path = (word: string) => (word.startsWith('[') ? word.slice(1, -1).split('+') : word)
      const store = opening.result.createObjectStore(name, key === '' ? {} : { keyPath: path(key) })
      for (const index of indexes)
        store.createIndex(index.replace('&', ''), path(index.replace('&', '')), { unique: index.startsWith('&') })
    }
  }
  const now = await asked(opening)
  for (const [name, kept] of rows) {
    const store = now.transaction(name, 'readwrite').objectStore(name)
    await Promise.all(kept.map(({ value, key }) => asked(store.put(value, key))))
  }
  now.close()
}
