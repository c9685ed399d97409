import { gunzipSync } from 'node:zlib'
import { bytesToHeader, Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles'
import { type Bounds, isBounds } from '../area/bounds.ts'
import { type EntryList, emptyEntryList } from '../format/entryList.ts'
import { headerBytes } from '../format/writeHeader.ts'
import { PackRefused } from '../packRefused.ts'
import type { ByteDoor, ByteRange } from './byteDoor.ts'
import { checkBeginning, checkSections } from './checkPack.ts'
import { attributionOf, vectorLayersOf } from './saidOfIt.ts'
import type { TileKind, TileSource } from './tileSource.ts'
import { entriesWithin, idsOf } from './walkDirectories.ts'

/** A PMTiles v3 pack behind a door. Closes the door when it is closed, and where it is none. */
export const packSource = async (door: ByteDoor): Promise<TileSource> => {
  try {
    return await opened(door)
  } catch (error) {
    await door.close()
    throw error
  }
}

const opened = async (door: ByteDoor): Promise<TileSource> => {
  const beginning = await door.read(0, Math.min(door.size, headerBytes))
  checkBeginning(door, beginning)
  const header = bytesToHeader(new Uint8Array(beginning).buffer)
  checkSections(door, header)
  const pack = new PMTiles(librarySource(door), undefined, unpacked)
  const metadata = await pack.getMetadata().catch((error) => {
    throw damaged(door, error)
  })
  let entries: EntryList = emptyEntryList(0)
  return {
    name: door.name,
    facts: {
      kind: kinds[header.tileType as keyof typeof kinds],
      zooms: [header.minZoom, header.maxZoom],
      bounds: boundsOf(header),
      attribution: attributionOf(metadata),
      vectorLayers: vectorLayersOf(metadata),
    },
    idsWithin: async (ranges) => {
      entries = await entriesWithin(door, header, ranges).catch((error) => {
        throw damaged(door, error)
      })
      return idsOf(entries)
    },
    // `entries` are those of these ids.
    prepare: async () => door.bring(contentsOf(entries, header.tileDataOffset)),
    tiles: async function* (ids) {
      let [at, last, bytes] = [0, -1, new Uint8Array()]
      for (const id of ids) {
        while (entries.ids[at]! + entries.runs[at]! <= id) at += 1
        const offset = entries.offsets[at]!
        if (offset !== last)
          bytes = new Uint8Array(await door.read(header.tileDataOffset + offset, entries.lengths[at]!))
        last = offset
        yield { id, bytes }
      }
    },
    close: () => door.close(),
  }
}

/** The library's own view of a door. */
export const librarySource = (door: Pick<ByteDoor, 'name' | 'read' | 'size'>): Source => ({
  getKey: () => door.name,
  getBytes: async (offset, length) => {
    const bytes = await door.read(offset, Math.max(0, Math.min(length, door.size - offset)))
    return { data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer }
  },
})

/** As the library unpacks, but at once: a stream for each of a million tiles takes ten times as long. */
export const unpacked = async (packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> => {
  if (compression !== Compression.Gzip) return packed
  const bytes = gunzipSync(packed)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
}

const kinds = {
  [TileType.Mvt]: 'mvt',
  [TileType.Png]: 'png',
  [TileType.Jpeg]: 'jpg',
  [TileType.Webp]: 'webp',
} as const satisfies { [type: number]: TileKind }

const boundsOf = ({ minLon, minLat, maxLon, maxLat }: Header): Bounds | null => {
  const bounds: Bounds = [minLon, minLat, maxLon, maxLat]
  return isBounds(bounds) ? bounds : null
}

function* contentsOf({ length, offsets, lengths }: EntryList, from: number): Generator<ByteRange> {
  for (let i = 0; i < length; i += 1) yield { offset: from + offsets[i]!, length: lengths[i]! }
}

const damaged = (door: ByteDoor, error: unknown): unknown =>
  error instanceof PackRefused ? error : new PackRefused('damaged', { file: door.name, what: (error as Error).message })
