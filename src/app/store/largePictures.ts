import { inBackup } from '../../domain/photos/inBackup.ts'
import type { PhotoRow } from './photoRows.ts'
import type { Database } from './tables.ts'

/** Photos whose large picture may leave this phone, oldest first. */
export type LargePictures = {
  /** In a verified backup of the endpoint's: these give way by themselves. */
  backedUp: PhotoRow[]
  /** At the endpoint by receipt, in no backup yet: these only by a person's choice. */
  received: PhotoRow[]
}

/**
 * The large pictures of photos that are safe, where their bytes are here and nothing else needs them: neither a photo
 * that still waits nor a preview [L4].
 */
export const largePictures = async (database: Database): Promise<LargePictures> => {
  const [rows, keys, backedUpMs] = await Promise.all([
    database.photos.toArray(),
    database.photoBytes.toCollection().primaryKeys(),
    readBackedUpMs(database),
  ])
  const here = new Set(keys.map(([sha256]) => sha256))
  const needed = new Set(
    rows.flatMap(({ state, body }) => (state === 'safe' ? [body.preview.sha256] : [body.preview.sha256, body.sha256])),
  )
  const isBackedUp = ({ evidence }: PhotoRow) => evidence.at === 'safe' && inBackup(evidence.endpointMs, backedUpMs)
  // Of the same picture in two photos the later receipt counts.
  const late = new Set(rows.filter((row) => !isBackedUp(row)).map(({ body }) => body.sha256))
  const free = rows
    .filter(({ state, body }) => state === 'safe' && here.has(body.sha256) && !needed.has(body.sha256))
    .sort((a, b) => (a.photo < b.photo ? -1 : 1))
  return {
    backedUp: free.filter(({ body }) => !late.has(body.sha256)),
    received: free.filter(({ body }) => late.has(body.sha256)),
  }
}

/** What was receipted before then (ms, by the endpoint's clock) is in a verified backup; null: none was told of. */
const readBackedUpMs = async (database: Database): Promise<number | null> => {
  const ms = Date.parse(String(await database.meta.get('backedUp')))
  return Number.isNaN(ms) ? null : ms
}
