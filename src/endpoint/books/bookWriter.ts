import { type Digest, digestText, parseDigest, withMark } from '../../domain/book/digest.ts'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { saidOnce } from './saidOnce.ts'
import type { Db, Tables } from './tables.ts'

export type Appended = { seq: number; stamp: string }
export type ToAppend = { entry: Entry; text: string; hash: string; stamp: string; arrivedMs: number }

/**
 * Appends to books within the caller's transaction: the next seq, without a gap, in commit order (the book's row is
 * updated first, so its lock orders writers on both engines). What was appended can be read only after `written`, which
 * must be called before the transaction ends.
 */
export type BookWriter = { append(one: ToAppend): Promise<Appended>; written(): Promise<void> }

export const bookWriter = (tx: Db): BookWriter => {
  const heads = new Map<string, { head: number; digest: Digest }>()
  let rows: Parameters<typeof insertEntry.each>[1][number][] = []
  let names: Tables['pictureNames'][] = []
  return {
    append: async ({ entry, text, hash, stamp, arrivedMs }) => {
      const { book, id, device, n, subject, kind } = entry
      const before = heads.get(book) ?? (await lockBook(tx, book))
      const head = before.head + 1
      const digest = withMark(before.digest, BigInt(`0x${sha256Hex(hash + stamp).slice(0, 32)}`))
      heads.set(book, { head, digest })
      rows.push([book, head, id, hash, stamp, device, n, subject, kind, text, arrivedMs, digestText(digest)])
      if (kind === 'photo.taken') names.push(...picturesOf(entry))
      return { seq: head, stamp }
    },
    written: async () => {
      await insertEntry.each(tx, rows)
      // From now on, who may read this book may read these pictures.
      if (names.length > 0) {
        const naming = tx.insertInto('pictureNames').values(names)
        await naming.onConflict((conflict) => conflict.doNothing()).execute()
      }
      for (const [book, { head, digest }] of heads) await setHead(tx, head, digestText(digest), book)
      heads.clear()
      rows = []
      names = []
    },
  }
}

/** One entry alone. */
export const appendEntry = async (tx: Db, one: ToAppend): Promise<Appended> => {
  const writer = bookWriter(tx)
  const appended = await writer.append(one)
  await writer.written()
  return appended
}

const lockBook = async (tx: Db, book: string): Promise<{ head: number; digest: Digest }> => {
  const [row] = await lockedHead(tx, book)
  if (row === undefined) throw new Error(`there is no book ${book}`)
  return { head: Number(row.head), digest: parseDigest(row.digest) }
}

const lockedHead = saidOnce((db, book: string) =>
  db
    .updateTable('books')
    .set((set) => ({ head: set.ref('head') }))
    .where('id', '=', book)
    .returning(['head', 'digest']),
)

const setHead = saidOnce((db, head: number, digest: string, book: string) =>
  db.updateTable('books').set({ head, digest }).where('id', '=', book),
)

const insertEntry = saidOnce(
  (
    db,
    book: string,
    seq: number,
    id: string,
    hash: string,
    stamp: string,
    device: string,
    n: number,
    subject: string,
    kind: string,
    text: string,
    arrived: number,
    digest: string,
  ) => db.insertInto('entries').values({ book, seq, id, hash, stamp, device, n, subject, kind, text, arrived, digest }),
)

const picturesOf = ({ book, id, body }: Entry): Tables['pictureNames'][] => {
  const { sha256, preview } = body as PhotoTaken
  return [
    { sha256, book, entry: id, tier: 'evidence' },
    { sha256: preview.sha256, book, entry: id, tier: 'preview' },
  ]
}
