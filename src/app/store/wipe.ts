import { announce } from './changes.ts'
import { dropUnnamedBytes } from './photoBytes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/**
 * A signed order to wipe was received: what others wrote, and what was only begun here, goes at once. This device's own
 * entries stay until each has its receipt; the order is kept, so that a crash doesn't end it halfway [I4].
 */
export const wipeOthers = async (database: Database, nowMs: number): Promise<void> => {
  const { meta, pages, cursors, fresh, freshPages, keptAside, drafts, seenPictures, lists, photos, photoBytes } =
    database
  const others = [pages, cursors, fresh, freshPages, keptAside, drafts, seenPictures, lists]
  await reopening(database, () =>
    database.transaction('rw', [meta, photos, photoBytes, ...others], async () => {
      await meta.put(nowMs, 'wipeOrdered')
      for (const table of others) await table.clear()
      await photos.where('state').equals('staged').delete()
      await dropUnnamedBytes(database)
    }),
  )
  announce('pulled')
  announce('photos')
}

export const wipeOrdered = async (database: Database): Promise<boolean> =>
  (await database.meta.get('wipeOrdered')) !== undefined

/**
 * Takes away what is receipted of this device's own, or can never be; once nothing waits any more, all that is left, the
 * enrolment and its keys too. True when the phone is empty.
 */
export const wipeOwn = async (database: Database, nowMs: number): Promise<boolean> => {
  const { meta, own, reserve, photos, photoBytes } = database
  const empty = await reopening(database, () =>
    database.transaction('rw', [meta, own, reserve, photos, photoBytes], async () => {
      await own.where('state').notEqual('waiting').delete()
      await photos.where('state').notEqual('waiting').delete()
      await dropUnnamedBytes(database)
      if ((await own.count()) + (await photos.count()) > 0) return false
      await reserve.clear()
      await meta.clear()
      await meta.put(nowMs, 'wiped')
      return true
    }),
  )
  announce(empty ? 'wiped' : 'delivered')
  return empty
}
