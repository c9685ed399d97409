import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../../src/domain/entries/entry.ts'
import { gapsOf } from '../../../src/endpoint/accept/counters.ts'
import { type Books, openBooks } from '../../../src/endpoint/books/openBooks.ts'
import { endpointKeys } from '../../../src/endpoint/keys/endpointKeys.ts'
import { invite } from '../../../src/endpoint/people/invites.ts'

/** What lies on an endpoint's disk, read beside it while it runs. */
export type EndpointDisk = {
  books: Books
  /** This device's entries as they were received, by id; throws where one stands twice. */
  entriesOf(device: string): Promise<Map<string, { hash: string; entry: Entry }>>
  /** Up to which number all of a device's entries are here, and which are missing below the greatest. */
  numbersOf(device: string): Promise<{ upTo: number; gaps: number[] }>
  /** The digest of a book as it stands. */
  digestOf(book: string): Promise<string | undefined>
  /** A code for a recorder of that commune, made without a command's second. */
  code(name: string, book: string): Promise<string>
  /** Whether a picture lies on the shelf, with the bytes of its name. */
  hasPicture(sha256: string): boolean
  close(): Promise<void>
}

export const endpointDisk = async (dir: string): Promise<EndpointDisk> => {
  const books = await openBooks(dir)
  const keys = await endpointKeys(books.db)
  return {
    books,
    entriesOf: async (device) => {
      const rows = await books.db.selectFrom('entries').select(['id', 'hash', 'text']).execute()
      const all = rows.map(({ id, hash, text }) => ({ id, hash, entry: JSON.parse(text) as Entry }))
      const own = all.filter(({ entry }) => entry.device === device)
      const byId = new Map(own.map(({ id, hash, entry }) => [id, { hash, entry }]))
      if (byId.size !== own.length) throw new Error('an entry stands twice')
      return byId
    },
    numbersOf: async (device) => {
      const row = await books.db.selectFrom('devices').select('upTo').where('id', '=', device).executeTakeFirst()
      const upTo = Number(row?.upTo ?? 0)
      return { upTo, gaps: await gapsOf(books.db, device, upTo) }
    },
    digestOf: async (book) =>
      (await books.db.selectFrom('books').select('digest').where('id', '=', book).executeTakeFirst())?.digest,
    code: async (name, book) => {
      const asked = { person: { name }, role: 'recorder' as const, books: [book] }
      return (await books.db.transaction().execute((tx) => invite(tx, keys, asked, Date.now()))).code
    },
    hasPicture: (sha256) => {
      const path = join(dir, 'photos', sha256.slice(0, 2), sha256)
      return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
    },
    close: () => books.close(),
  }
}
