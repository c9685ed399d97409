import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import type { Documents } from '../district/asDocuments.ts'
import type { DayDocuments } from '../district/dayDocuments.ts'

const text = (maxLength: number) => ({ type: 'string', maxLength })
const schemaOf = (fields: object, indexes: (string | string[])[]) => ({
  schema: {
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text(40), commune: text(40), at: text(30), person: text(40), ...fields },
    required: ['id', 'commune', ...Object.keys(fields)],
    indexes,
  },
})

const collections = {
  households: schemaOf({ village: text(60), sortName: text(200), plain: text(200), stage: text(30) }, [
    ['commune', 'village', 'sortName'],
    'plain',
    'stage',
  ]),
  visits: schemaOf({ household: text(40) }, ['household']),
  checks: schemaOf({ build: text(40) }, []),
}
type Name = keyof typeof collections
const names = Object.keys(collections) as Name[]

const open = async (name: string): Promise<{ database: RxDatabase; tables: { [N in Name]: RxCollection } }> => {
  const options = { name, storage: getRxStorageDexie(), multiInstance: false, closeDuplicates: true }
  const database = await createRxDatabase(options)
  return { database, tables: (await database.addCollections(collections)) as { [N in Name]: RxCollection } }
}

/** Ms from the first document to the commune's list, from data in memory. */
export const rxBulk = async ({ households, visits }: Documents, commune: string): Promise<number> => {
  const { database, tables } = await open('bulk')
  const began = performance.now()
  for (const [name, all] of [
    ['households', households],
    ['visits', visits],
  ] as const)
    for (let at = 0; at < all.length; at += 1000) {
      const { error } = await tables[name].bulkInsert(all.slice(at, at + 1000))
      if (error.length > 0) throw new Error('RxDB refused documents')
    }
  const list = await tables.households
    .find({ selector: { commune }, sort: [{ village: 'asc' }, { sortName: 'asc' }], limit: 1000 })
    .exec()
  if (list.length === 0) throw new Error('RxDB has no list')
  const took = performance.now() - began
  await database.remove()
  return took
}

let opened: Awaited<ReturnType<typeof open>> | null = null

/** A replication of all tables at once, which ends when both sides have said what they have. */
const replicate = async (): Promise<number> => {
  opened ??= await open('replicated')
  const { tables } = opened
  const began = performance.now()
  await Promise.all(names.map((name) => replicateTable(name, tables[name])))
  return performance.now() - began
}

const replicateTable = async (name: Name, collection: RxCollection): Promise<void> => {
  const state = replicateRxCollection({
    collection,
    replicationIdentifier: `bench-${name}`,
    live: false,
    retryTime: 600_000,
    push: { batchSize: 100, handler: (rows: unknown) => asked(`/rx/${name}/push`, rows) },
    pull: {
      batchSize: 1000,
      handler: (checkpoint: unknown, batchSize: number) => asked(`/rx/${name}/pull`, { checkpoint, batchSize }),
    },
  })
  const failed = new Promise<never>((_, fail) => state.error$.subscribe(fail))
  await Promise.race([state.awaitInitialReplication(), failed])
  await state.cancel()
}

const asked = async (path: string, body: unknown): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
  return response.json()
}

/** What the commune has is brought first, as it was before the day began. */
export const rxPull = replicate

export const rxWrite = async ({ visits, checks, amendments }: DayDocuments): Promise<void> => {
  opened ??= await open('replicated')
  for (const visit of visits) await opened.tables.visits.insert(visit)
  for (const check of checks) await opened.tables.checks.insert(check)
  for (const { household, set } of amendments)
    await (await opened.tables.households.findOne(household).exec(true)).patch(set)
}

export const rxHandIn = replicate
