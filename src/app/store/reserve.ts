import { announce } from './changes.ts'
import { isFull } from './isFull.ts'
import type { Database } from './tables.ts'

const rowBytes = 256 * 1024
const rows = 16
/** A photo and its preview. */
const photoRows = 2

/**
 * [L8] Holds 4 MB of room back, so that entries fit when photos have filled the phone. Random bytes: a browser may pack
 * zeros to nothing. Where not all of it fits there is no room for photos any more, and people are told. That it is whole
 * says nothing of a photo: a phone that was full is so until as much as a photo fits beside it.
 */
export const fillReserve = async (database: Database): Promise<void> => {
  try {
    // Left by a try that was cut off.
    await database.reserve.where(':id').aboveOrEqual(rows).delete()
    const there = new Set(await database.reserve.toCollection().primaryKeys())
    for (let row = 0; row < rows; row += 1) {
      if (!there.has(row)) await database.reserve.put(randomBytes(), row)
    }
    if (await wasFull(database)) await tryPhoto(database)
    await sayFull(database, false)
  } catch (error) {
    if (!isFull(error)) throw error
    await sayFull(database, true)
  }
}

/** Throws where a photo's bytes don't fit; leaves nothing. */
const tryPhoto = async ({ reserve }: Database): Promise<void> => {
  const tried = Array.from({ length: photoRows }, (_, one) => rows + one)
  try {
    for (const row of tried) await reserve.put(randomBytes(), row)
  } finally {
    await reserve.bulkDelete(tried)
  }
}

/**
 * [L8] Whether the room for entries is whole, made whole where it can be. Photos ask before they are written: what an
 * entry was given on a full phone must not be taken by the next photo.
 */
export const reserveIsWhole = async (database: Database): Promise<boolean> => {
  if ((await database.reserve.count()) < rows) await fillReserve(database)
  return (await database.reserve.count()) === rows
}

/** Whether the phone was found full when it was last tried. */
export const wasFull = async (database: Database): Promise<boolean> =>
  foundFull.has(database) || (await database.meta.get('phoneFull')) === true

const foundFull = new WeakSet<Database>()

/** [L8] Does it; where the phone is full, once more with the reserve given up for it. */
export const withReserve = async <Result>(database: Database, act: () => Promise<Result>): Promise<Result> => {
  try {
    return await act()
  } catch (error) {
    if (!isFull(error) || !(await releaseReserve(database))) throw error
    const done = await act()
    await sayFull(database, true)
    return done
  }
}

/** Gives the room back. False where there was none. */
export const releaseReserve = async (database: Database): Promise<boolean> => {
  const held = await database.reserve.count()
  if (held > 0) await database.reserve.clear()
  return held > 0
}

/** Keeps whether the phone is full, for every screen. */
export const sayFull = async (database: Database, full: boolean): Promise<void> => {
  if ((await wasFull(database)) === full) return
  if (full) foundFull.add(database)
  else foundFull.delete(database)
  try {
    await database.meta.put(full, 'phoneFull')
  } catch (error) {
    // Not even this word fits on the disk: it is said while the app is open, and found out again by the next try.
    if (!isFull(error)) throw error
  }
  announce('room')
}

const randomBytes = (): ArrayBuffer => {
  const bytes = new Uint8Array(rowBytes)
  // 64 KB is what one call gives.
  for (let at = 0; at < rowBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  return bytes.buffer
}
