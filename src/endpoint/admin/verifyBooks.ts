import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestText, emptyDigest, withMark } from '../../domain/book/digest.ts'
import type { Certificate } from '../../wire/messages/enrol.ts'
import { type Books, readMeta } from '../books/openBooks.ts'
import type { Db, Tables } from '../books/tables.ts'
import { certificateIsOurs } from '../devices/certificate.ts'
import { endpointKeys, isPublicKey } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { verifyMaps } from '../maps/verifyMaps.ts'
import { openShelf } from '../shelf/shelf.ts'

export type Verified = { books: number; entries: number; held: number; devices: number; photos: number; maps: number }

/**
 * Reads everything once: hashes, seqs without a gap, digests, what is held, devices with their keys and certificates,
 * the endpoint's own keys, and the bytes of every picture and map pack. Throws what is not right.
 */
export const verifyBooks = async ({ db, dir }: Books): Promise<Verified> => {
  const books = await db.selectFrom('books').selectAll().execute()
  let entries = 0
  for (const book of books) entries += await verifyBook(db, book)
  return {
    books: books.length,
    entries,
    held: await verifyHeld(db),
    devices: await verifyDevices(db),
    photos: await verifyPhotos(db, dir),
    maps: await verifyMaps(join(dir, 'maps')),
  }
}

/** How many entries are read at a time. */
const pageLength = 1000

const verifyBook = async (db: Db, book: Tables['books']): Promise<number> => {
  let digest = emptyDigest
  let seq = 0
  for (;;) {
    const rows = await db
      .selectFrom('entries')
      .select(['seq', 'id', 'hash', 'stamp', 'text', 'digest'])
      .where('book', '=', book.id)
      .where('seq', '>', seq)
      // What phones hand in meanwhile is beyond the head that was read first.
      .where('seq', '<=', book.head)
      .orderBy('seq')
      .limit(pageLength)
      .execute()
    for (const row of rows) {
      seq += 1
      if (Number(row.seq) !== seq) throw new Error(`Book ${book.id} has a gap at ${seq}.`)
      if (sha256Hex(row.text) !== row.hash || (JSON.parse(row.text) as { id: string }).id !== row.id)
        throw new Error(`Book ${book.id}: entry ${seq} is not what was hashed.`)
      digest = withMark(digest, BigInt(`0x${sha256Hex(row.hash + row.stamp).slice(0, 32)}`))
      if (row.digest !== digestText(digest)) throw new Error(`Book ${book.id}: the digest at ${seq} is not right.`)
    }
    if (rows.length < pageLength) break
  }
  if (Number(book.head) !== seq || book.digest !== digestText(digest))
    throw new Error(`Book ${book.id}: its head is not right.`)
  return seq
}

const verifyHeld = async (db: Db): Promise<number> => {
  const rows = await db.selectFrom('held').select(['id', 'raw', 'hash']).execute()
  for (const { id, raw, hash } of rows)
    if (sha256Hex(raw) !== hash) throw new Error(`Held entry ${id} is not what was hashed.`)
  return rows.length
}

const verifyDevices = async (db: Db): Promise<number> => {
  // A folder that was never begun has no keys to look at.
  if ((await readMeta(db, 'receiptKey')) === null) return 0
  const keys = await endpointKeys(db)
  if (!(await keys.signed('verify', await keys.sign('verify')))) throw new Error('The receipt key doesn’t sign.')
  const rows = await db.selectFrom('devices').select(['id', 'publicKey', 'certificate']).execute()
  for (const { id, publicKey, certificate } of rows) {
    if (!(await isPublicKey(JSON.parse(publicKey)))) throw new Error(`Device ${id} has no right key.`)
    if (certificate !== null && !(await certificateIsOurs(keys, JSON.parse(certificate) as Certificate)))
      throw new Error(`Device ${id}: its certificate is not of this endpoint.`)
  }
  return rows.length
}

const verifyPhotos = async (db: Db, dir: string): Promise<number> => {
  const shelf = await openShelf(dir)
  const photos = await db.selectFrom('photos').select(['sha256', 'bytes']).execute()
  for (const { sha256, bytes } of photos) {
    const picture = await readFile(shelf.pathOf(sha256)).catch(() => null)
    if (picture === null) throw new Error(`Picture ${sha256} is not there.`)
    if (picture.length !== Number(bytes) || sha256Hex(picture) !== sha256)
      throw new Error(`Picture ${sha256} is not what was hashed.`)
  }
  return photos.length
}
