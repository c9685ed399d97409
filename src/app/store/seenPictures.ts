import { readPhotoBytes } from './photoBytes.ts'
import type { Database } from './tables.ts'

/** Larger ones are brought again when they are looked at again: a row holds at most 256 KB. */
const mostBytes = 256 * 1024
const mostKept = 600

/** A picture that is on this phone: its own, or one of another phone's that was looked at before. */
export const readPicture = async (database: Database, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const own = await readPhotoBytes(database, sha256)
  if (own !== null) return own
  const seen = await database.seenPictures.get(sha256)
  return seen === undefined ? null : new Uint8Array(seen.bytes)
}

/** Keeps what was looked at for the road without signal; the oldest go first, and a full disk keeps none. */
export const keepSeenPicture = async (
  database: Database,
  sha256: string,
  bytes: Uint8Array<ArrayBuffer>,
  nowMs: number,
): Promise<void> => {
  if (bytes.byteLength > mostBytes) return
  try {
    await database.seenPictures.put({ sha256, usedMs: nowMs, bytes: bytes.slice().buffer })
    const over = (await database.seenPictures.count()) - mostKept
    if (over > 0) {
      const oldest = await database.seenPictures.orderBy('usedMs').limit(over).primaryKeys()
      await database.seenPictures.bulkDelete(oldest)
    }
  } catch {
    // Only a copy: it can be brought again.
  }
}
