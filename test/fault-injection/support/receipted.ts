import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { verifyBooks } from '../../../src/endpoint/admin/verifyBooks.ts'
import { openBooks } from '../../../src/endpoint/books/openBooks.ts'

/** What devices hold receipts for: entries by id with their hash, pictures by hash. */
export type Receipted = { entries: Map<string, string>; photos: Set<string> }

export const nothingReceipted = (): Receipted => ({ entries: new Map(), photos: new Set() })

/** What the checker found in an endpoint's folder: nothing of it may be anything but empty. */
export type Found = { lost: string[]; double: string[] }

/**
 * Reads the folder of an endpoint that is not running (or runs: it only reads): every hash, number, digest and picture,
 * then each thing receipted, and that nothing is there twice. Throws where something is not as it was hashed.
 */
export const checkFolder = async (dir: string, { entries, photos }: Receipted): Promise<Found> => {
  const books = await openBooks(dir)
  try {
    await verifyBooks(books)
  } finally {
    await books.close()
  }
  const database = new DatabaseSync(join(dir, 'books.sqlite'), { readOnly: true })
  const rows = (sql: string) => database.prepare(sql).all() as { [column: string]: string }[]
  const there = new Map(rows('select id, hash from entries').map(({ id = '', hash = '' }) => [id, hash]))
  const held = new Set(rows('select entry, hash from held').map(({ entry, hash }) => `${entry} ${hash}`))
  const pictures = new Set(rows('select sha256 from photos').map(({ sha256 = '' }) => sha256))
  const lost = [
    ...[...entries].filter(([id, hash]) => there.get(id) !== hash && !held.has(`${id} ${hash}`)).map(([id]) => id),
    ...[...photos].filter((sha256) => !pictures.has(sha256)),
  ]
  const double = [
    ...rows('select device, n from entries group by device, n having count(*) > 1'),
    ...rows('select entry, hash from held group by device, entry, hash having count(*) > 1'),
  ].map((row) => JSON.stringify(row))
  database.close()
  return { lost, double }
}
