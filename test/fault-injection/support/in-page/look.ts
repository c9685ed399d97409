import { browserDevice } from '../../../../src/app/device/browserDevice.ts'
import { hasPhotoBytes } from '../../../../src/app/store/photoBytes.ts'
import type { PhotoDelivery } from '../../../../src/app/store/photoRows.ts'
import { type Database, type Delivery, openDatabase } from '../../../../src/app/store/tables.ts'
import { digestMark, digestText, emptyDigest, withMark } from '../../../../src/domain/book/digest.ts'
import { entryHash } from '../../../../src/domain/book/entryHash.ts'
import type { StampedEntry } from '../../../../src/domain/entries/entry.ts'

/** A phone as it lies on its disk: nothing that is only in memory. */
export type Look = {
  own: { n: number; id: string; book: string; hash: string; delivery: Delivery }[]
  counter: number
  drafts: string[]
  photos: { photo: string; state: string; tiers: { sha256: string; delivery: PhotoDelivery; here: boolean }[] }[]
  /** `digest`: as the phone says it; `pages`: computed from its pages themselves. */
  books: { book: string; seq: number; digest: string; pages: string }[]
}

/** Through a door of its own, which never breaks. */
export const look = async (name: string): Promise<Look> => {
  const database = openDatabase(name)
  try {
    return await lookInto(database)
  } finally {
    database.close()
  }
}

const { sha256 } = browserDevice

const lookInto = async (database: Database): Promise<Look> => {
  const own = await Promise.all(
    (await database.own.toArray()).map(async ({ n, id, delivery, entry }) => {
      return { n, id, book: entry.book, hash: await entryHash(entry, sha256), delivery }
    }),
  )
  const photos = await Promise.all(
    (await database.photos.toArray()).map(async ({ photo, state, body, preview, evidence }) => ({
      photo,
      state,
      tiers: await Promise.all(
        (
          [
            [body.preview, preview],
            [body, evidence],
          ] as const
        ).map(async ([of, delivery]) => {
          return { sha256: of.sha256, delivery, here: await hasPhotoBytes(database, of.sha256, of.bytes) }
        }),
      ),
    })),
  )
  const books: Look['books'] = []
  for (const { book, seq, digest } of await database.cursors.toArray()) {
    let pages = emptyDigest
    for (const { entries } of await database.pages.where('book').equals(book).toArray())
      for (const { seq: _seq, stamp, ...entry } of JSON.parse(entries) as StampedEntry[])
        pages = withMark(pages, await digestMark(await entryHash(entry, sha256), stamp, sha256))
    books.push({ book, seq, digest, pages: digestText(pages) })
  }
  const drafts = (await database.drafts.toArray()).map(({ key }) => key)
  const counter = ((await database.meta.get('counter')) as number | undefined) ?? 0
  return { own, counter, drafts, photos, books }
}
