import { readFile } from 'node:fs/promises'
import { digestText, emptyDigest, withMark } from '../../domain/book/digest.ts'
import type { Books } from '../books/openBooks.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { openShelf } from '../shelf/shelf.ts'

export type Verified = { books: number; entries: number; photos: number }

/** Reads everything once: hashes, seqs without a gap, digests, and every picture's bytes. Throws what is not right. */
export const verifyBooks = async ({ db, dir }: Books): Promise<Verified> => {
  const books = await db.selectFrom('books').selectAll().execute()
  let entries = 0
  for (const book of books) {
    let digest = emptyDigest
    let seq = 0
    const rows = await db.selectFrom('entries').selectAll().where('book', '=', book.id).orderBy('seq').execute()
    for (const row of rows) {
      seq += 1
      if (row.seq !== seq) throw new Error(`Book ${book.id} has a gap at ${seq}.`)
      if (sha256Hex(row.text) !== row.hash) throw new Error(`Book ${book.id}: entry ${row.seq} is not what was hashed.`)
      digest = withMark(digest, BigInt(`0x${sha256Hex(row.hash + row.stamp).slice(0, 32)}`))
      if (row.digest !== digestText(digest)) throw new Error(`Book ${book.id}: the digest at ${row.seq} is not right.`)
    }
    if (book.head !== seq || book.digest !== digestText(digest))
      throw new Error(`Book ${book.id}: its head is not right.`)
    entries += rows.length
  }
  const shelf = await openShelf(dir)
  const photos = await db.selectFrom('photos').select('sha256').execute()
  for (const { sha256 } of photos) {
    if (sha256Hex(await readFile(shelf.pathOf(sha256))) !== sha256)
      throw new Error(`Picture ${sha256} is not what was hashed.`)
  }
  return { books: books.length, entries, photos: photos.length }
}
