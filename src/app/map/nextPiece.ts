/** Both ends included, as HTTP counts. */
export type Range = { from: number; to: number }

export const firstPieceBytes = 256 * 1024
const mostBytes = 1024 * 1024
const leastBytes = 32 * 1024
/** A piece that took less than this may be followed by one twice as large. */
const quickMs = 4_000

/** What to ask for next of a pack of `bytes` of which `got` are here; null where all are. */
export const nextPiece = (got: number, bytes: number, pieceBytes: number): Range | null =>
  got >= bytes ? null : { from: got, to: Math.min(bytes, got + pieceBytes) - 1 }

/** The size of the piece after one that took so long: larger on a good link, half where it did not come in time. */
export const nextPieceBytes = (bytes: number, tookMs: number | 'time-out'): number => {
  if (tookMs === 'time-out') return Math.max(leastBytes, Math.floor(bytes / 2))
  return tookMs < quickMs ? Math.min(mostBytes, bytes * 2) : bytes
}
