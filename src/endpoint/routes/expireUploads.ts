import type { Db } from '../books/tables.ts'
import type { Shelf } from '../shelf/shelf.ts'

/** Drops uploads that nobody went on with until their `Upload-Expires`, with the bytes that had come. Says how many. */
export const expireUploads = async (db: Db, shelf: Shelf, nowMs: number): Promise<number> => {
  const stale = await db.selectFrom('uploads').select('id').where('expires', '<=', nowMs).limit(1000).execute()
  for (const { id } of stale) {
    await db.deleteFrom('uploads').where('id', '=', id).execute()
    await shelf.drop(id)
  }
  return stale.length
}
