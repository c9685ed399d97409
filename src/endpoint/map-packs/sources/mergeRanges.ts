import type { ByteRange } from './byteDoor.ts'

/** Bytes between two wanted ranges that are rather fetched along than asked around: a request costs more. */
const mostGapBytes = 32 * 1024

/** Ranges sorted, with neighbours, overlaps and small gaps between them joined. */
export const mergeRanges = (ranges: Iterable<ByteRange>, gapBytes = mostGapBytes): ByteRange[] => {
  const merged: ByteRange[] = []
  for (const { offset, length } of [...ranges].sort((a, b) => a.offset - b.offset)) {
    const last = merged.at(-1)
    if (last === undefined || offset > last.offset + last.length + gapBytes) merged.push({ offset, length })
    else
      merged[merged.length - 1] = { offset: last.offset, length: Math.max(last.length, offset + length - last.offset) }
  }
  return merged
}
