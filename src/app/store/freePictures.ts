import { announce } from './changes.ts'
import { type LargePictures, largePictures } from './largePictures.ts'
import type { Database } from './tables.ts'

export type Freed = { pictures: number; bytes: number }

/**
 * [L4, L8] Makes room: large pictures of this kind go, oldest first, until `wanted` bytes are free. Previews stay, and
 * what is looked for again comes from the endpoint.
 */
export const freePictures = async (
  database: Database,
  which: keyof LargePictures,
  wanted = Number.POSITIVE_INFINITY,
): Promise<Freed> => {
  const { meta, photos, photoBytes } = database
  const freed = await database.transaction('rw', [meta, photos, photoBytes], async () => {
    const done = { pictures: 0, bytes: 0 }
    for (const { body } of (await largePictures(database))[which]) {
      if (done.bytes >= wanted) break
      const gone = await photoBytes.where('sha256').equals(body.sha256).delete()
      if (gone === 0) continue
      done.pictures += 1
      done.bytes += body.bytes
    }
    return done
  })
  if (freed.pictures > 0) announce('room')
  return freed
}
