import { gzipSync } from 'node:zlib'
import type { EntryList } from './entryList.ts'
import { mostVarintBytes, writeVarint } from './varint.ts'

/** Entries `from` to `to` (not included) as a PMTiles v3 directory, gzipped. */
export const writeDirectory = (entries: EntryList, from: number, to: number): Uint8Array => {
  const bytes = new Uint8Array((4 * (to - from) + 1) * mostVarintBytes)
  let at = writeVarint(bytes, 0, to - from)
  for (let i = from; i < to; i += 1)
    at = writeVarint(bytes, at, entries.ids[i]! - (i === from ? 0 : entries.ids[i - 1]!))
  for (let i = from; i < to; i += 1) at = writeVarint(bytes, at, entries.runs[i]!)
  for (let i = from; i < to; i += 1) at = writeVarint(bytes, at, entries.lengths[i]!)
  for (let i = from; i < to; i += 1) {
    // 0 says: right behind the one before.
    const follows = i > from && entries.offsets[i] === entries.offsets[i - 1]! + entries.lengths[i - 1]!
    at = writeVarint(bytes, at, follows ? 0 : entries.offsets[i]! + 1)
  }
  return gzipSync(bytes.subarray(0, at), { level: 9 })
}
