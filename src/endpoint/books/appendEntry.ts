import { digestText, parseDigest, withMark } from '../../domain/book/digest.ts'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { sha256Hex } from '../keys/sha256.ts'
import type { Db } from './tables.ts'

export type Appended = { seq: number; stamp: string }

/**
 * Appends an entry to its book: the next seq, without a gap, in commit order (the book's row is updated in the same
 * transaction, so its lock orders writers on both engines).
 */
export const appendEntry = async (
  tx: Db,
  {
    entry,
    text,
    hash,
    stamp,
    arrivedMs,
  }: { entry: Entry; text: string; hash: string; stamp: string; arrivedMs: number },
): Promise<Appended> => {
  const book = await tx
    .updateTable('books')
    .set((set) => ({ head: set('head', '+', 1) }))
    .where('id', '=', entry.book)
    .returning(['head', 'digest'])
    .executeTakeFirstOrThrow()
  const digest = digestText(withMark(parseDigest(book.digest), BigInt(`0x${sha256Hex(hash + stamp).slice(0, 32)}`)))
  const { id, device, n, subject, kind } = entry
  await tx
    .insertInto('entries')
    .values({
      book: entry.book,
      seq: book.head,
      id,
      hash,
      stamp,
      device,
      n,
      subject,
      kind,
      text,
      arrived: arrivedMs,
      digest,
    })
    .execute()
  await tx.updateTable('books').set({ digest }).where('id', '=', entry.book).execute()
  if (kind === 'photo.taken') await namePictures(tx, entry)
  return { seq: book.head, stamp }
}

/** From now on, who may read this book may read these pictures. */
const namePictures = async (tx: Db, { book, id, body }: Entry): Promise<void> => {
  const { sha256, preview } = body as PhotoTaken
  const names = [
    { sha256, book, entry: id, tier: 'evidence' },
    { sha256: preview.sha256, book, entry: id, tier: 'preview' },
  ]
  await tx
    .insertInto('pictureNames')
    .values(names)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
