import { pieceRowBytes } from './packRows.ts'
import type { Database } from './tables.ts'

/** Bytes of a pack that is kept in rows, fewer where it ends before; null where some of them are not here. */
export const readPackBytes = async (
  database: Database,
  file: string,
  offset: number,
  length: number,
): Promise<ArrayBuffer | null> => {
  const end = offset + length
  const rows = await database.packBytes
    .where('[file+from]')
    .between([file, offset - pieceRowBytes], [file, end], false, false)
    .toArray()
  const bytes = new Uint8Array(length)
  let reached = offset
  for (const { from, bytes: piece } of rows) {
    const wanted = new Uint8Array(piece).subarray(Math.max(0, reached - from), Math.max(0, end - from))
    if (wanted.length === 0) continue
    if (from > reached) return null
    bytes.set(wanted, reached - offset)
    reached += wanted.length
  }
  return bytes.slice(0, reached - offset).buffer
}
