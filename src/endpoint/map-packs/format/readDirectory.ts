import { gunzipSync } from 'node:zlib'
import { Compression, readVarint } from 'pmtiles'
import { type EntryList, emptyEntryList } from './entryList.ts'

/** A directory unpacked is never larger in a pack that anybody made in earnest: some millions of entries. */
const mostBytes = 64 * 1024 * 1024

/**
 * Reads a PMTiles v3 directory, packed as its header says, into typed arrays (the library's own is not to be had).
 * Throws where it is not one: cut off, ids that don't rise, entries of no bytes.
 */
export const readDirectory = (packed: Uint8Array, compression: Compression): EntryList => {
  const buf = compression === Compression.Gzip ? gunzipSync(packed, { maxOutputLength: mostBytes }) : packed
  const from = { buf, pos: 0 }
  const next = (): number => {
    const value = readVarint(from)
    if (from.pos > buf.length || Number.isNaN(value)) throw new Error('a directory that is cut off')
    return value
  }
  const next32 = (): number => {
    const value = next()
    if (value > 0xffff_ffff) throw new Error('a directory that makes no sense')
    return value
  }
  const length = next()
  // Each takes four varints at least: a length that can't be true is not believed.
  if (length === 0 || length > buf.length / 4) throw new Error('a directory of a wrong length')
  const entries = { ...emptyEntryList(length), length }
  for (let i = 0; i < length; i += 1) entries.ids[i] = next() + (i === 0 ? 0 : entries.ids[i - 1]!)
  for (let i = 0; i < length; i += 1) entries.runs[i] = next32()
  for (let i = 0; i < length; i += 1) entries.lengths[i] = next32()
  for (let i = 0; i < length; i += 1) {
    const said = next()
    entries.offsets[i] = said === 0 && i > 0 ? entries.offsets[i - 1]! + entries.lengths[i - 1]! : said - 1
    const rises = i === 0 || entries.ids[i]! >= entries.ids[i - 1]! + Math.max(1, entries.runs[i - 1]!)
    if (!rises || entries.lengths[i] === 0 || entries.offsets[i]! < 0)
      throw new Error('a directory that makes no sense')
  }
  return entries
}
