import type { FileHandle } from 'node:fs/promises'
import { type EntryList, emptyEntryList, pushEntry } from './format/entryList.ts'
import { knownContents } from './knownContents.ts'
import { writeWhole } from './writeWhole.ts'

export type StoredTiles = {
  readonly entries: EntryList
  readonly bytes: number
  readonly addressed: number
  readonly contents: number
}

/** Bytes gathered before they are written at once. */
const chunkBytes = 1024 * 1024

/**
 * Takes tiles in the order of their ids, `most` of them: each content goes once into `file`, one behind the other; their
 * entries stay in memory.
 */
export const tileStore = (file: FileHandle, most: number) => {
  const entries = emptyEntryList(most)
  const known = knownContents()
  let [waiting, waitingBytes] = [[] as Uint8Array[], 0]
  let [bytes, addressed, contents] = [0, 0, 0]
  const flush = async () => {
    await writeWhole(file, Buffer.concat(waiting))
    waiting = []
    waitingBytes = 0
  }
  const append = async (tile: Uint8Array) => {
    waiting.push(tile)
    waitingBytes += tile.length
    bytes += tile.length
    contents += 1
    if (waitingBytes >= chunkBytes) await flush()
  }
  return {
    add: async (id: number, tile: Uint8Array): Promise<void> => {
      addressed += 1
      // The number of a content is that of the first entry that stands for it.
      const same = known.numberOf(tile, entries.length)
      const last = entries.length - 1
      if (same === entries.length) {
        pushEntry(entries, id, 1, bytes, tile.length)
        await append(tile)
      } else if (entries.offsets[last] === entries.offsets[same] && entries.ids[last]! + entries.runs[last]! === id) {
        entries.runs[last]! += 1
      } else pushEntry(entries, id, 1, entries.offsets[same]!, entries.lengths[same]!)
    },
    finish: async (): Promise<StoredTiles> => {
      await flush()
      return { entries, bytes, addressed, contents }
    },
  }
}
