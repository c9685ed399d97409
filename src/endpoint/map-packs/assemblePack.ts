import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { tileIdToZxy } from 'pmtiles'
import type { Bounds } from './area/bounds.ts'
import { splitDirectory } from './format/splitDirectory.ts'
import { writeHeader } from './format/writeHeader.ts'
import type { TileKind, VectorLayer } from './sources/tileSource.ts'
import type { StoredTiles } from './tileStore.ts'
import { writeWhole } from './writeWhole.ts'

export type PackFacts = {
  readonly title: string
  readonly attribution: string
  readonly kind: TileKind
  readonly bounds: Bounds
  readonly vectorLayers: readonly VectorLayer[]
}

export type Assembled = {
  readonly bytes: number
  readonly sha256: string
  readonly zooms: readonly [least: number, most: number]
  readonly tiles: number
}

const chunkBytes = 1024 * 1024

/** Writes header, directories, metadata and the stored tiles behind each other into `path`, and makes them durable. */
export const assemblePack = async (
  path: string,
  tiles: FileHandle,
  stored: StoredTiles,
  facts: PackFacts,
): Promise<Assembled> => {
  const { entries, addressed, contents } = stored
  const { root, leaves } = splitDirectory(entries)
  const metadata = gzipSync(JSON.stringify(metadataOf(facts)), { level: 9 })
  const last = entries.length - 1
  // A run of the sea goes on from one zoom into the next.
  const zooms = [zoomOf(entries.ids[0]!), zoomOf(entries.ids[last]! + entries.runs[last]! - 1)] as const
  const header = writeHeader({
    lengths: {
      root: root.length,
      metadata: metadata.length,
      leaves: leaves.reduce((sum, leaf) => sum + leaf.length, 0),
      tiles: stored.bytes,
    },
    counts: { addressed, entries: entries.length, contents },
    kind: facts.kind,
    zooms,
    bounds: facts.bounds,
  })
  const file = await open(path, 'wx')
  try {
    const hash = createHash('sha256')
    let bytes = 0
    const put = async (part: Uint8Array) => {
      hash.update(part)
      bytes += part.length
      await writeWhole(file, part)
    }
    for (const part of [header, root, metadata, ...leaves]) await put(part)
    const chunk = new Uint8Array(chunkBytes)
    for (let at = 0; at < stored.bytes; ) {
      const { bytesRead } = await tiles.read(chunk, 0, chunkBytes, at)
      if (bytesRead === 0) throw new Error('The stored tiles are shorter than what was put there.')
      await put(chunk.subarray(0, bytesRead))
      at += bytesRead
    }
    await file.sync()
    return { bytes, sha256: hash.digest('hex'), zooms, tiles: addressed }
  } finally {
    await file.close()
  }
}

const zoomOf = (id: number): number => tileIdToZxy(id)[0]

/** Name, whose map it is, layers; nothing is made up. */
const metadataOf = ({ title, attribution, kind, vectorLayers }: PackFacts): object => ({
  name: title,
  ...(attribution === '' ? {} : { attribution }),
  ...(kind === 'mvt' ? { vector_layers: vectorLayers } : {}),
})
