import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'

export type TileOf = readonly [z: number, x: number, y: number, bytes: Uint8Array | null]

/** An MBTiles file as its specification says: rows from the south. `schema`: in the place of plain tables. */
export const anMbtiles = (
  path: string,
  tiles: readonly TileOf[],
  metadata: { readonly [name: string]: string } = {},
  index = 'CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)',
): string => {
  rmSync(path, { force: true })
  const db = new DatabaseSync(path)
  db.exec(
    'CREATE TABLE metadata (name text, value text); CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);',
  )
  const say = db.prepare('INSERT INTO metadata VALUES (?, ?)')
  for (const [name, value] of Object.entries(metadata)) say.run(name, value)
  const put = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)')
  for (const [z, x, y, bytes] of tiles) put.run(z, x, 2 ** z - 1 - y, bytes)
  db.exec(index)
  db.close()
  return path
}
