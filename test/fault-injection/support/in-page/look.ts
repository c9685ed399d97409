import { browserDevice } from '../../../../src/app/device/browserDevice.ts'
import { entriesOf } from '../../../../src/app/store/entriesOf.ts'
import type { PhotoDelivery } from '../../../../src/app/store/photoRows.ts'
import { type Database, type Delivery, openDatabase, type StoredPage } from '../../../../src/app/store/tables.ts'
import { digestMark, digestText, emptyDigest, withMark } from '../../../../src/domain/book/digest.ts'
import { entryHash } from '../../../../src/domain/book/entryHash.ts'

/** A phone as it lies on its disk: nothing that is only in memory. */
export type Look = {
  own: { n: number; id: string; book: string; hash: string; delivery: Delivery }[]
  counter: number
  drafts: string[]
  photos: { photo: string; state: string; tiers: { sha256: string; delivery: PhotoDelivery; here: boolean }[] }[]
  /** `digest`: as the phone says it; `pages`: computed from its pages themselves. */
  books: { book: string; seq: number; digest: string; pages: string }[]
}

/** Through a door of its own, which never breaks. Its books cost most: they are left out where nobody asks. */
export const look = async (name: string, withBooks: boolean): Promise<Look> => {
  const database = openDatabase(name)
  try {
    return await lookInto(database, withBooks)
  } finally {
    database.close()
  }
}

const { sha256 } = browserDevice

const lookInto = async (database: Database, withBooks: boolean): Promise<Look> => {
  // All of it at one moment: a hand-in may be under way.
  const { own, drafts, counter, photos, pieces, cursors, pages } = await database.transaction(
    'r',
    database.tables,
    async () => ({
      own: await database.own.toArray(),
      drafts: (await database.drafts.toArray()).map(({ key }) => key),
      counter: ((await database.meta.get('counter')) as number | undefined) ?? 0,
      photos: await database.photos.toArray(),
      pieces: await database.photoBytes.toArray(),
      cursors: withBooks ? await database.cursors.toArray() : [],
      pages: withBooks ? await database.pages.toArray() : [],
    }),
  )
  const bytesHere = (of: string): number =>
    pieces.reduce((sum, { sha256: whose, bytes }) => (whose === of ? sum + bytes.byteLength : sum), 0)
  const tier = (of: { sha256: string; bytes: number }, delivery: PhotoDelivery) => {
    return { sha256: of.sha256, delivery, here: bytesHere(of.sha256) === of.bytes }
  }
  return {
    own: await Promise.all(
      own.map(async ({ n, id, delivery, entry }) => {
        return { n, id, book: entry.book, hash: await entryHash(entry, sha256), delivery }
      }),
    ),
    counter,
    drafts,
    photos: photos.map(({ photo, state, body, preview, evidence }) => {
      return { photo, state, tiers: [tier(body.preview, preview), tier(body, evidence)] }
    }),
    books: await Promise.all(
      cursors.map(async ({ book, seq, digest }) => {
        const held = pages.filter((page) => page.book === book)
        return { book, seq, digest, pages: await digestOf(held) }
      }),
    ),
  }
}

const digestOf = async (pages: readonly StoredPage[]): Promise<string> => {
  let digest = emptyDigest
  for (const page of pages)
    for (const { seq: _seq, stamp, ...entry } of await entriesOf(page))
      digest = withMark(digest, await digestMark(await entryHash(entry, sha256), stamp, sha256))
  return digestText(digest)
}
