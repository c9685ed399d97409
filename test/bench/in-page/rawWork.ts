import { stages } from '../../../src/domain/entries/communeBodies.ts'
import type { Documents, HouseholdDocument } from '../district/asDocuments.ts'
import { answered, ended, openRaw, putAll, rawList } from './raw.ts'

let database: IDBDatabase | null = null
const here = (): IDBDatabase => {
  if (database === null) throw new Error('rawBegin comes first')
  return database
}

export const rawBegin = async (documents: Documents): Promise<void> => {
  database = await openRaw('raw-work')
  await putAll(database, documents)
}

/** Ms until the first thousand of a commune are here, sorted; and the same by a cursor, as many do it. */
export const rawListed = async (commune: string): Promise<{ all: number; cursor: number; rows: number }> => {
  const began = performance.now()
  const rows = await rawList(here(), commune)
  const all = performance.now() - began
  const again = performance.now()
  const index = here().transaction('households').objectStore('households').index('list')
  await byCursor(index, IDBKeyRange.bound([commune], [commune, []]), () => true)
  return { all, cursor: performance.now() - again, rows: rows.length }
}

/** Ms until all names that begin with a text are here (an index), and all that contain it (there is no index for that). */
export const rawSearch = async (text: string): Promise<{ prefix: number; contains: number; found: number }> => {
  const index = () => here().transaction('households').objectStore('households').index('plain')
  const began = performance.now()
  await answered(index().getAll(IDBKeyRange.bound(text, `${text}\uffff`)))
  const prefix = performance.now() - began
  const again = performance.now()
  const found = await byCursor(index(), undefined, ({ plain }) => plain.includes(text), 20_000)
  return { prefix, contains: performance.now() - again, found: found.length }
}

/** Ms until it is known how many households are at each stage, and in each commune. */
export const rawCounts = async (communes: readonly string[]): Promise<number> => {
  const began = performance.now()
  const households = here().transaction('households').objectStore('households')
  await Promise.all([
    ...stages.map((stage) => answered(households.index('stage').count(stage))),
    ...communes.map((id) => answered(households.index('list').count(IDBKeyRange.bound([id], [id, []])))),
  ])
  return performance.now() - began
}

/** Ms of one visit put by a strict transaction: what the disk itself asks for. */
export const rawSave = async ({ visits }: Documents, household: string): Promise<number> => {
  const visit = { ...visits[0], id: crypto.randomUUID(), household }
  const began = performance.now()
  const writing = here().transaction('visits', 'readwrite', { durability: 'strict' })
  writing.objectStore('visits').put(visit)
  await ended(writing)
  return performance.now() - began
}

/** The same with what its lists show: the household's row says when it was last seen. */
export const rawSaveWithRow = async ({ visits }: Documents, household: string): Promise<number> => {
  const visit = { ...visits[0], id: crypto.randomUUID(), household }
  const began = performance.now()
  const writing = here().transaction(['visits', 'households'], 'readwrite', { durability: 'strict' })
  writing.objectStore('visits').put(visit)
  const rows = writing.objectStore('households')
  const asked = rows.get(household)
  asked.onsuccess = () => rows.put({ ...(asked.result as HouseholdDocument), lastVisit: visit.date })
  await ended(writing)
  return performance.now() - began
}

const byCursor = (
  index: IDBIndex,
  range: IDBKeyRange | undefined,
  wanted: (row: HouseholdDocument) => boolean,
  most = 1000,
): Promise<HouseholdDocument[]> =>
  new Promise((told, failed) => {
    const found: HouseholdDocument[] = []
    const asked = index.openCursor(range)
    asked.onerror = () => failed(asked.error)
    asked.onsuccess = () => {
      const cursor = asked.result
      if (cursor === null || found.length === most) return told(found)
      if (wanted(cursor.value as HouseholdDocument)) found.push(cursor.value as HouseholdDocument)
      cursor.continue()
    }
  })
