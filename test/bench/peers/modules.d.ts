/** What the bench uses of its peers, so that it is checked where they aren't installed. */

declare module 'pouchdb' {
  type Replicated = { docs_written: number; doc_write_failures: number; errors: unknown[] }
  type Options = { batch_size?: number; batches_limit?: number }
  type Document = { _id: string; _rev?: string }
  export default class PouchDB {
    static plugin(plugin: object): void
    static defaults(options: { prefix: string }): typeof PouchDB
    constructor(name: string, options?: { auto_compaction?: boolean })
    readonly replicate: {
      from(url: string, options?: Options): Promise<Replicated>
      to(url: string, options?: Options): Promise<Replicated>
    }
    bulkDocs(documents: readonly object[]): Promise<({ ok: true } | { error: true })[]>
    get<D>(id: string): Promise<D & Document>
    put(document: Document): Promise<unknown>
    createIndex(index: { index: { fields: string[] } }): Promise<unknown>
    find<D>(query: object): Promise<{ docs: D[]; warning?: string }>
    destroy(): Promise<unknown>
  }
}
declare module 'pouchdb-find' {
  const plugin: object
  export default plugin
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  import type PouchDB from 'pouchdb'
  export default function expressPouch(
    pouch: typeof PouchDB,
    options: { mode: 'minimumForPouchDB'; inMemoryConfig: true },
  ): RequestListener
}
declare module 'express' {
  import type { RequestListener, Server } from 'node:http'

  type App = RequestListener & {
    use(path: string, listener: RequestListener): void
    listen(port: number, host: string, ready: () => void): Server
  }
  const express: { (): App; static(folder: string): RequestListener }
  export default express
}
declare module 'rxdb' {
  type Query<D> = { selector: object; sort?: object[]; limit?: number; index?: string[] } & { is?: D }
  export type RxCollection<D = object> = {
    bulkInsert(documents: readonly D[]): Promise<{ error: unknown[] }>
    insert(document: D): Promise<unknown>
    findOne(id: string): { exec(throwIfMissing: true): Promise<{ patch(part: Partial<D>): Promise<unknown> }> }
    find(query: Query<D>): { exec(): Promise<{ toJSON(): D }[]> }
  }
  export type RxDatabase = {
    addCollections(collections: object): Promise<{ [name: string]: RxCollection }>
    remove(): Promise<unknown>
  }
  export function createRxDatabase(options: object): Promise<RxDatabase>
}
declare module 'rxdb/plugins/storage-dexie' {
  export function getRxStorageDexie(): object
}
declare module 'rxdb/plugins/replication' {
  import type { RxCollection } from 'rxdb'
  export type State = {
    awaitInitialReplication(): Promise<unknown>
    cancel(): Promise<unknown>
    readonly error$: { subscribe(tell: (error: Error) => void): unknown }
  }
  export function replicateRxCollection(options: { collection: RxCollection } & { [option: string]: unknown }): State
}
