import { gunzipSync, gzipSync } from 'node:zlib'
import { tileIdToZxy } from 'pmtiles'
import { PackRefused } from './packRefused.ts'
import { isGzip, tileKind } from './sources/tileKind.ts'
import type { Tile, TileKind } from './sources/tileSource.ts'

/** No tile that a phone could draw is larger unpacked; more is a bomb. */
const mostBytes = 64 * 1024 * 1024

/** A tile as a pack keeps it: vector tiles gzipped, pictures as they are. Refused where it is neither. */
export const keptForm = (tile: Tile, kind: TileKind, file: string): Uint8Array => {
  // Pictures in a gzip, as a rare pack has them, come out of it.
  const bytes = kind !== 'mvt' && isGzip(tile.bytes) ? unpackedTile(tile, kind, file) : tile.bytes
  if (tileKind(bytes) !== kind) throw badTile(tile, kind, file)
  return kind === 'mvt' && !isGzip(bytes) ? gzipSync(bytes, { level: 9 }) : bytes
}

/** What a reader of the pack gets of a tile. */
export const unpackedTile = (tile: Tile, kind: TileKind, file: string): Uint8Array => {
  if (!isGzip(tile.bytes)) return tile.bytes
  try {
    return gunzipSync(tile.bytes, { maxOutputLength: mostBytes })
  } catch {
    throw badTile(tile, kind, file)
  }
}

const badTile = ({ id }: Tile, kind: TileKind, file: string) =>
  new PackRefused('bad-tile', { file, tile: tileIdToZxy(id).join('/'), type: kind.toUpperCase() })
