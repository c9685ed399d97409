/** Bytes of one piece of a photo: small on a weak link, so that little is sent twice; larger where it goes quickly. */
export const firstPieceBytes = 64 * 1024
const most = 512 * 1024
const least = 8 * 1024
/** A piece that took less than this may be followed by one twice as large. */
const quickMs = 4_000

export const nextPieceBytes = (bytes: number, tookMs: number | 'time-out'): number => {
  if (tookMs === 'time-out') return Math.max(least, Math.floor(bytes / 2))
  return tookMs < quickMs ? Math.min(most, bytes * 2) : bytes
}
