import { gunzipSync, gzipSync } from 'node:zlib'
import { tileIdToZxy } from 'pmtiles'
import { PackRefused } from './packRefused.ts'
import { isGzip, tileKind } from './sources/tileKind.ts'
import type { Tile, TileKind } from './sources/tileSource.ts'

/** No tile that a phone could draw is larger unpacked; more is a bomb. */
const mostBytes = 64 * 1024 * 1024

/** A tile as a pack keeps it: vector tiles gzipped, pictures as they are. Refused where it is neither. */
export const keptForm = ({ id, bytes }: Tile, kind: TileKind, file: string): Uint8Array => {
  // Pictures in a gzip, as a rare pack has them, come out of it.
  const picture = kind !== 'mvt' && isGzip(bytes) ? gunzipSync(bytes, { maxOutputLength: mostBytes }) : bytes
  if (tileKind(picture) !== kind)
    throw new PackRefused('bad-tile', { file, tile: tileIdToZxy(id).join('/'), type: kind.toUpperCase() })
  return kind === 'mvt' && !isGzip(bytes) ? gzipSync(bytes, { level: 9 }) : picture
}

/** What a reader gets of the kept form. */
export const unpackedForm = (kept: Uint8Array, kind: TileKind): Uint8Array =>
  kind === 'mvt' ? gunzipSync(kept, { maxOutputLength: mostBytes }) : kept
