import type { Database } from './tables.ts'

const pieceBytes = 256 * 1024

/** Writes a picture's bytes in pieces; call it within a transaction over `photoBytes`. */
export const putPhotoBytes = async (database: Database, sha256: string, bytes: ArrayBuffer): Promise<void> => {
  for (let piece = 0; piece * pieceBytes < bytes.byteLength; piece += 1) {
    const part = bytes.slice(piece * pieceBytes, (piece + 1) * pieceBytes)
    await database.photoBytes.put({ sha256, piece, bytes: part })
  }
}

/** A picture's bytes, or null where they are not on this phone (any more). */
export const readPhotoBytes = async (database: Database, sha256: string): Promise<Uint8Array<ArrayBuffer> | null> => {
  const pieces = await database.photoBytes.where('sha256').equals(sha256).sortBy('piece')
  if (pieces.length === 0) return null
  const whole = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.byteLength, 0))
  let at = 0
  for (const { bytes } of pieces) {
    whole.set(new Uint8Array(bytes), at)
    at += bytes.byteLength
  }
  return whole
}

/** A picture's bytes piece by piece: never more than one of them in memory. */
export async function* photoPieces(database: Database, sha256: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let piece = 0; ; piece += 1) {
    const row = await database.photoBytes.get([sha256, piece])
    if (row === undefined) return
    yield new Uint8Array(row.bytes)
  }
}

/** Whether all pieces of a picture of so many bytes are here; none of them is read. */
export const hasPhotoBytes = async (database: Database, sha256: string, bytes: number): Promise<boolean> =>
  (await database.photoBytes.where('sha256').equals(sha256).count()) === Math.ceil(bytes / pieceBytes)

/** Bytes that no photo row names go; within a transaction over `photos` and `photoBytes`. */
export const dropUnnamedBytes = async (database: Database): Promise<void> => {
  const named = new Set((await database.photos.toArray()).flatMap(({ body }) => [body.sha256, body.preview.sha256]))
  await database.photoBytes.filter(({ sha256 }) => !named.has(sha256)).delete()
}
