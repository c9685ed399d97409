import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { PackRefused } from '../packRefused.ts'

/** Opens an MBTiles file for reading only, and refuses what has no tiles and metadata, or no way to find a tile. */
export const openMbtiles = (file: string): DatabaseSync => {
  if (!existsSync(file)) throw new PackRefused('no-file', { file, why: 'ENOENT' })
  let db: DatabaseSync
  try {
    db = new DatabaseSync(file, { readOnly: true })
  } catch (error) {
    throw new PackRefused('no-file', { file, why: (error as Error).message })
  }
  try {
    // An MBTiles file is some schema's: tables or views, as its maker liked.
    db.prepare('SELECT name, value FROM metadata LIMIT 1').get()
    const plan = db
      .prepare(
        'EXPLAIN QUERY PLAN SELECT tile_data FROM tiles WHERE zoom_level = 1 AND tile_column = 1 AND tile_row = 1',
      )
      .all()
    const one = db.prepare('SELECT 1 FROM tiles LIMIT 1').get()
    if (one === undefined) throw new PackRefused('empty-mbtiles', { file })
    if (plan.some(({ detail }) => /^SCAN|AUTOMATIC/.test(String(detail)))) throw new PackRefused('no-index', { file })
    return db
  } catch (error) {
    db.close()
    if (error instanceof PackRefused) throw error
    throw new PackRefused('not-mbtiles', { file, what: (error as Error).message })
  }
}
