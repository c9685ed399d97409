import type { Header } from 'pmtiles'
import { rangeAfter, type TileRanges } from '../area/tileRanges.ts'
import { type EntryList, emptyEntryList, pushEntry } from '../format/entryList.ts'
import { readDirectory } from '../format/readDirectory.ts'
import { PackRefused } from '../packRefused.ts'
import type { ByteDoor, ByteRange } from './byteDoor.ts'
import { mostTiles } from './tileSource.ts'

/** As deep as readers go. */
const mostDepth = 4
/** No tile that a phone could draw is larger. */
const mostTileBytes = 64 * 1024 * 1024

/**
 * The entries of a pack that stand for tiles within the ranges, cut to them, in order. Only directories that can have
 * some are read, those of one level asked for at once.
 */
export const entriesWithin = async (door: ByteDoor, header: Header, ranges: TileRanges): Promise<EntryList> => {
  const found = emptyEntryList()
  let tiles = 0
  const keep = (from: number, to: number, offset: number, length: number) => {
    if (offset + length > (header.tileDataLength ?? 0)) throw new Error('an entry that points beyond the tiles')
    if (length > mostTileBytes) throw new Error(`a tile of ${length} bytes`)
    tiles += to - from
    if (tiles > mostTiles) throw new PackRefused('too-many-tiles', { most: mostTiles })
    pushEntry(found, from, to - from, offset, length)
  }
  const walk = async (range: ByteRange, depth: number): Promise<void> => {
    if (depth > mostDepth) throw new Error('directories too deep')
    const entries = readDirectory(await door.read(range.offset, range.length), header.internalCompression)
    const wanted = wantedOf(entries, ranges)
    await door.bring(wanted.filter((at) => entries.runs[at] === 0).map((at) => leafOf(entries, at, header)))
    for (const at of wanted) {
      if (entries.runs[at] === 0) await walk(leafOf(entries, at, header), depth + 1)
      else for (const [from, to] of cut(entries, at, ranges)) keep(from, to, entries.offsets[at]!, entries.lengths[at]!)
    }
  }
  await walk({ offset: header.rootDirectoryOffset, length: header.rootDirectoryLength }, 1)
  return found
}

/** Every id that these entries stand for. */
export const idsOf = ({ length, ids, runs }: EntryList): Float64Array => {
  const all = new Float64Array(runs.subarray(0, length).reduce((sum, run) => sum + run, 0))
  let at = 0
  for (let i = 0; i < length; i += 1) for (let more = 0; more < runs[i]!; more += 1) all[at++] = ids[i]! + more
  return all
}

/** Which entries can have tiles within the ranges: a leaf reaches to where the next entry begins. */
const wantedOf = ({ length, ids, runs }: EntryList, ranges: TileRanges): number[] => {
  const wanted: number[] = []
  for (let at = 0; at < length; at += 1) {
    const from = ids[at]!
    const end = runs[at]! > 0 ? from + runs[at]! : (ids[at + 1] ?? Number.POSITIVE_INFINITY)
    const range = rangeAfter(ranges, from)
    if (range < ranges.length && ranges[range]! < end) wanted.push(at)
  }
  return wanted
}

const leafOf = ({ offsets, lengths }: EntryList, at: number, header: Header): ByteRange => {
  if (offsets[at]! + lengths[at]! > (header.leafDirectoryLength ?? 0)) throw new Error('a leaf beyond the directories')
  return { offset: header.leafDirectoryOffset + offsets[at]!, length: lengths[at]! }
}

function* cut({ ids, runs }: EntryList, at: number, ranges: TileRanges): Generator<readonly [number, number]> {
  const [from, end] = [ids[at]!, ids[at]! + runs[at]!]
  for (let range = rangeAfter(ranges, from); range < ranges.length && ranges[range]! < end; range += 2)
    yield [Math.max(from, ranges[range]!), Math.min(end, ranges[range + 1]!)]
}
