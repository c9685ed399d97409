import type { DatabaseSync } from 'node:sqlite'
import { tileIdToZxy, zxyToTileId } from 'pmtiles'
import { type Bounds, isBounds } from '../area/bounds.ts'
import { isInRanges, type TileRanges } from '../area/tileRanges.ts'
import { PackRefused } from '../packRefused.ts'
import { openMbtiles } from './openMbtiles.ts'
import { attributionOf, vectorLayersOf } from './saidOfIt.ts'
import { tileKind } from './tileKind.ts'
import { mostTiles, type TileKind, type TileSource } from './tileSource.ts'

/** MBTiles count rows from the south. Its own inverse. */
export const flippedRow = (zoom: number, row: number): number => 2 ** zoom - 1 - row

/** An MBTiles file, opened for reading only. */
export const mbtilesSource = (file: string): TileSource => {
  const db = openMbtiles(file)
  const sound = <T>(act: () => T): T => {
    try {
      return act()
    } catch (error) {
      throw error instanceof PackRefused ? error : new PackRefused('damaged', { file, what: (error as Error).message })
    }
  }
  try {
    return {
      name: file,
      facts: sound(() => factsOf(db, file)),
      idsWithin: async (ranges) => sound(() => idsWithin(db, file, ranges)),
      prepare: async () => {},
      tiles: async function* (ids) {
        const read = db.prepare(
          'SELECT tile_data AS bytes FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?',
        )
        for (const id of ids) {
          const [z, x, y] = tileIdToZxy(id)
          const bytes = sound(() => read.get(z, x, flippedRow(z, y))?.bytes)
          if (bytes instanceof Uint8Array && bytes.length > 0) yield { id, bytes }
        }
      },
      close: async () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

const factsOf = (db: DatabaseSync, file: string): TileSource['facts'] => {
  const said = Object.fromEntries(
    db
      .prepare('SELECT name, value FROM metadata')
      .all()
      .map(({ name, value }) => [String(name), String(value)]),
  )
  const zooms = db.prepare('SELECT min(zoom_level) AS least, max(zoom_level) AS most FROM tiles').get()
  const first = db.prepare('SELECT tile_data AS bytes FROM tiles WHERE length(tile_data) > 0 LIMIT 1').get()?.bytes
  if (!(first instanceof Uint8Array)) throw new PackRefused('empty-mbtiles', { file })
  return {
    kind: kindOf(first, said.format, file),
    zooms: [Number(zooms?.least), Number(zooms?.most)],
    bounds: boundsOf(said.bounds),
    attribution: attributionOf(said),
    vectorLayers: vectorLayersOf(jsonOf(said.json)),
  }
}

/** The bytes say it; what the metadata call `format` is only quoted where they don't. */
const kindOf = (first: Uint8Array, format: string | undefined, file: string): TileKind => {
  const kind = tileKind(first)
  if (kind === null) throw new PackRefused('unknown-tiles', { file, type: format === undefined ? '?' : `“${format}”` })
  return kind
}

const idsWithin = (db: DatabaseSync, file: string, ranges: TileRanges): Float64Array => {
  let [ids, length] = [new Float64Array(65_536), 0]
  const rows = db.prepare('SELECT zoom_level AS z, tile_column AS x, tile_row AS row FROM tiles').iterate()
  for (const { z, x, row } of rows as Iterable<{ z: number; x: number; row: number }>) {
    if (!isPlace(z, x, row)) throw new PackRefused('damaged', { file, what: `a tile ${z}/${x}/${row}` })
    const id = zxyToTileId(z, x, flippedRow(z, row))
    if (!isInRanges(ranges, id)) continue
    if (length === mostTiles) throw new PackRefused('too-many-tiles', { most: mostTiles })
    if (length === ids.length) {
      const larger = new Float64Array(length * 2)
      larger.set(ids)
      ids = larger
    }
    ids[length] = id
    length += 1
  }
  const sorted = ids.subarray(0, length).sort()
  // A file without a unique index can name a tile twice.
  let kept = 0
  for (let at = 0; at < length; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!
  return sorted.subarray(0, kept)
}

const isPlace = (z: number, x: number, row: number): boolean =>
  [z, x, row].every(Number.isInteger) && z >= 0 && z <= 26 && x >= 0 && x < 2 ** z && row >= 0 && row < 2 ** z

const boundsOf = (text: string | undefined): Bounds | null => {
  const bounds = (text ?? '').split(',').map(Number) as unknown as Bounds
  return bounds.length === 4 && isBounds(bounds) ? bounds : null
}

const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
