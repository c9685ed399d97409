import { type FileHandle, open } from 'node:fs/promises'
import { writeWhole } from '../writeWhole.ts'
import type { ByteDoor, ByteRange } from './byteDoor.ts'
import { fetchPart, type Whole } from './fetchPart.ts'
import { mergeRanges } from './mergeRanges.ts'

/** What one request asks for at most, so that a line that breaks loses little. */
const mostRequestBytes = 8 * 1024 * 1024

const firstBytes = 16_384
const waitsMs = [1000, 3000, 9000, 27_000]

type Piece = ByteRange & { readonly at: number }

/**
 * A file on a server that gives parts of it (Range). What was fetched is kept in `spool`, so that nothing is fetched
 * twice; each `bring` is a few requests, one after the other. `came` is told of bytes as they come.
 */
export const httpDoor = async (
  url: string,
  spool: string,
  { waits = waitsMs, came }: { readonly waits?: readonly number[]; readonly came: (bytes: number) => void },
): Promise<ByteDoor> => {
  const file = await open(spool, 'w+')
  let pieces: readonly Piece[] = []
  let [end, whole] = [0, null as Whole | null]
  const fetchInto = async ({ offset, length }: ByteRange) => {
    const at = end
    const take = async (bytes: Uint8Array) => {
      await writeWhole(file, bytes, end)
      end += bytes.length
      came(bytes.length)
    }
    for (let from = offset; from < offset + length && from < (whole?.size ?? 1); from += mostRequestBytes) {
      const part = { offset: from, length: Math.min(mostRequestBytes, offset + length - from) }
      whole = await fetchPart(part, { url, whole, waitsMs: waits, take })
    }
    const made = { offset, length: end - at, at }
    pieces = [...pieces.filter((piece) => !isWithin(piece, made)), made].sort((a, b) => a.offset - b.offset)
  }
  try {
    await fetchInto({ offset: 0, length: firstBytes })
  } catch (error) {
    await file.close()
    throw error
  }
  const bring = async (ranges: Iterable<ByteRange>) => {
    const missing = [...ranges].filter((range) => pieceWith(pieces, range) === undefined)
    for (const range of mergeRanges(missing)) await fetchInto(range)
  }
  return {
    name: url,
    size: whole!.size,
    bring,
    read: async (offset, length) => {
      await bring([{ offset, length }])
      const piece = pieceWith(pieces, { offset, length })
      if (piece === undefined) throw new Error(`${url} has no ${length} bytes at ${offset}`)
      return readAt(file, piece.at + offset - piece.offset, length)
    },
    close: () => file.close(),
  }
}

const isWithin = (inner: ByteRange, outer: ByteRange): boolean =>
  inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length

/** The piece that holds a whole range; none lies within another, so their ends rise as their beginnings do. */
const pieceWith = (pieces: readonly Piece[], range: ByteRange): Piece | undefined => {
  let [least, most] = [0, pieces.length]
  while (least < most) {
    const middle = (least + most) >>> 1
    if (pieces[middle]!.offset <= range.offset) least = middle + 1
    else most = middle
  }
  const piece = pieces[least - 1]
  return piece !== undefined && isWithin(range, piece) ? piece : undefined
}

const readAt = async (file: FileHandle, position: number, length: number): Promise<Uint8Array> => {
  const bytes = new Uint8Array(length)
  await file.read(bytes, 0, length, position)
  return bytes
}
