import PouchDB from 'pouchdb'
import find from 'pouchdb-find'
import type { Documents, HouseholdDocument } from '../district/asDocuments.ts'
import type { DayDocuments } from '../district/dayDocuments.ts'
import { pouchDocuments } from '../district/pouchDocuments.ts'

PouchDB.plugin(find)

/** As its guide says: large batches where there is much to bring. */
const batches = { batch_size: 1000, batches_limit: 10 }

type Kept = HouseholdDocument & { type: 'household' }

/** Ms from the first document to the commune's list, from data in memory. */
export const pouchBulk = async (documents: Documents, commune: string): Promise<number> => {
  const database = new PouchDB('bulk')
  const all = pouchDocuments(documents)
  const began = performance.now()
  for (let at = 0; at < all.length; at += 1000) await database.bulkDocs(all.slice(at, at + 1000))
  await usable(database, commune)
  const took = performance.now() - began
  await database.destroy()
  return took
}

/** Ms from asking for a replication to the commune's list. */
export const pouchPull = async (remote: string, commune: string, keep: boolean): Promise<number> => {
  const database = new PouchDB('pulled')
  const began = performance.now()
  await database.replicate.from(remote, batches)
  await usable(database, commune)
  const took = performance.now() - began
  if (!keep) await database.destroy()
  return took
}

/** A list needs its index; it is made at the first question. */
const usable = async (database: PouchDB, commune: string): Promise<void> => {
  await database.createIndex({ index: { fields: ['commune', 'type', 'village', 'sortName'] } })
  const { docs } = await database.find<Kept>({ selector: { commune, type: 'household' }, limit: 1000 })
  if (docs.length === 0) throw new Error('PouchDB has no list')
}

/** The day is written into what was pulled before; then ms of handing it in. */
export const pouchWrite = async ({ visits, checks, amendments }: DayDocuments): Promise<void> => {
  const database = new PouchDB('pulled')
  for (const { id, ...visit } of visits) await database.put({ _id: id, type: 'visit', ...visit } as { _id: string })
  for (const { id, ...check } of checks) await database.put({ _id: id, type: 'check', ...check } as { _id: string })
  for (const { household, set } of amendments)
    await database.put({ ...(await database.get<object>(household)), ...set } as { _id: string })
}

export const pouchHandIn = async (remote: string, expected: number): Promise<number> => {
  const database = new PouchDB('pulled')
  const began = performance.now()
  const { docs_written, doc_write_failures } = await database.replicate.to(remote)
  const took = performance.now() - began
  if (docs_written < expected || doc_write_failures > 0) throw new Error(`PouchDB wrote ${docs_written} of ${expected}`)
  return took
}
