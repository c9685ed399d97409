import { removePackFolder } from '../device/packFiles.ts'
import { removeSharedFile } from '../device/sharedFile.ts'
import { announce } from './changes.ts'
import { forgetCatalogue } from './keptCatalogue.ts'
import { forgetOnlineMap } from './onlineMap.ts'
import { dropUnnamedBytes } from './photoBytes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/**
 * A signed order to wipe was received: what others wrote, maps, and what was only begun here, goes at once. This
 * device's own entries stay until each has its receipt; the order is kept, so that a crash doesn't end it halfway [I4].
 */
export const wipeOthers = async (database: Database, nowMs: number): Promise<void> => {
  const { meta, pages, cursors, fresh, freshPages, keptAside, drafts, seenPictures, lists, photos, photoBytes } =
    database
  const maps = [database.packs, database.packBytes]
  const others = [pages, cursors, fresh, freshPages, keptAside, drafts, seenPictures, lists, ...maps]
  await reopening(database, () =>
    database.transaction('rw', [meta, photos, photoBytes, ...others], async () => {
      await meta.put(nowMs, 'wipeOrdered')
      await meta.delete('way')
      await forgetCatalogue(database)
      await forgetOnlineMap(database)
      for (const table of others) await table.clear()
      await photos.where('state').equals('staged').delete()
      await dropUnnamedBytes(database)
    }),
  )
  await removePackFolder(database.name)
  await removeSharedFile(database.name)
  announce('pulled')
  announce('photos')
  announce('maps')
  announce('online-map')
}

export const wipeOrdered = async (database: Database): Promise<boolean> =>
  (await database.meta.get('wipeOrdered')) !== undefined

/**
 * Takes away what is receipted of this device's own, or can never be; once nothing waits any more, all that is left, the
 * enrolment and its keys too. True when the phone is empty.
 */
export const wipeOwn = async (database: Database, nowMs: number): Promise<boolean> => {
  const { meta, own, reserve, photos, photoBytes, packs, packBytes } = database
  const empty = await reopening(database, () =>
    database.transaction('rw', [meta, own, reserve, photos, photoBytes, packs, packBytes], async () => {
      await own.where('state').notEqual('waiting').delete()
      await photos.where('state').notEqual('waiting').delete()
      await dropUnnamedBytes(database)
      if ((await own.count()) + (await photos.count()) > 0) return false
      // Once more: a map that was being fetched when the order came.
      for (const table of [reserve, packs, packBytes]) await table.clear()
      await meta.clear()
      await meta.put(nowMs, 'wiped')
      return true
    }),
  )
  if (empty) {
    await removePackFolder(database.name)
    await removeSharedFile(database.name)
  }
  announce(empty ? 'wiped' : 'delivered')
  return empty
}
