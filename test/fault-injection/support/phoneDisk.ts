import type { Page } from 'playwright'
import type { Entry } from '../../../src/domain/entries/entry.ts'

/** What lies in a phone's IndexedDB, read beside the app: nothing here asks the app's own code. */
export type PhoneDisk = {
  device: string
  counter: number
  own: { n: number; id: string; state: string; entry: Entry }[]
  /** `evidence`, `preview`: whether the bytes are here and have the hash that the row says. */
  photos: { photo: string; state: string; draft: string; evidence: Bytes; preview: Bytes }[]
  drafts: { key: string; form: { [field: string]: unknown }; step: number }[]
  digests: { [book: string]: string }
  /** Rows of the room that is held back. */
  reserve: number
}
type Bytes = 'whole' | 'torn' | 'gone'

/** Reads all of it, and hashes every picture. */
export const phoneDisk = (page: Page): Promise<PhoneDisk> =>
  page.evaluate(async () => {
    const asked = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const database = await asked(indexedDB.open('mai-am'))
    const all = <Row>(table: string) =>
      asked(database.transaction(table).objectStore(table).getAll() as IDBRequest<Row[]>)
    const meta = <Value>(key: string) =>
      asked(database.transaction('meta').objectStore('meta').get(key) as IDBRequest<Value | undefined>)
    const bytesOf = async (sha256: string): Promise<'whole' | 'torn' | 'gone'> => {
      const index = database.transaction('photoBytes').objectStore('photoBytes').index('sha256')
      const pieces = await asked(index.getAll(sha256) as IDBRequest<{ piece: number; bytes: ArrayBuffer }[]>)
      if (pieces.length === 0) return 'gone'
      const parts = pieces.sort((a, b) => a.piece - b.piece).map(({ bytes }) => bytes)
      const digest = await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer())
      const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      return hex === sha256 ? 'whole' : 'torn'
    }
    type Row = { photo: string; state: string; draft: string; body: { sha256: string; preview: { sha256: string } } }
    const photos = await Promise.all(
      (await all<Row>('photos')).map(async ({ photo, state, draft, body }) => ({
        photo,
        state,
        draft,
        evidence: await bytesOf(body.sha256),
        preview: await bytesOf(body.preview.sha256),
      })),
    )
    const cursors = await all<{ book: string; digest: string }>('cursors')
    const disk = {
      device: (await meta<{ device: string }>('enrolment'))?.device ?? '',
      counter: (await meta<number>('counter')) ?? 0,
      own: await all<never>('own'),
      photos,
      drafts: await all<never>('drafts'),
      digests: Object.fromEntries(cursors.map(({ book, digest }) => [book, digest])),
      reserve: await asked(database.transaction('reserve').objectStore('reserve').count()),
    }
    database.close()
    return disk
  })
