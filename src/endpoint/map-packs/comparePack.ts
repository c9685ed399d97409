import { PMTiles, tileIdToZxy } from 'pmtiles'
import { unpackedTile } from './keptForm.ts'
import type { Progress } from './progress.ts'
import { fileDoor } from './sources/fileDoor.ts'
import { librarySource, unpacked } from './sources/packSource.ts'
import type { TileSource } from './sources/tileSource.ts'

export type Compared = { readonly equal: number; readonly total: number }

/** Reads every tile of a finished pack by the reader that phones use, and holds it against the source, asked once more. */
export const comparePack = async (
  path: string,
  source: TileSource,
  ids: Float64Array,
  progress: Progress,
): Promise<Compared> => {
  const door = fileDoor(path)
  try {
    const pack = new PMTiles(librarySource(door), undefined, unpacked)
    const { kind } = source.facts
    let [equal, total] = [0, 0]
    for await (const tile of source.tiles(ids)) {
      const wanted = unpackedTile(tile, kind, source.name)
      const [z, x, y] = tileIdToZxy(tile.id)
      const read = await pack.getZxy(z, x, y)
      if (read !== undefined && Buffer.compare(new Uint8Array(read.data), wanted) === 0) equal += 1
      total += 1
      progress.step(1, tile.bytes.length)
    }
    return { equal, total }
  } finally {
    await door.close()
  }
}
