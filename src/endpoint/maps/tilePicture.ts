import { pictureKind } from '../shelf/pictureKind.ts'

export type TileMime = 'image/png' | 'image/jpeg' | 'image/webp'

/** Tiles are 256 or 512 px; a picture that is large when it is unpacked would take a cheap phone's memory. */
const mostSidePx = 1024

/** What a tile is by its own bytes, whatever its server calls it; null: no picture that a phone should draw. */
export const tilePicture = (bytes: Buffer): TileMime | null => {
  const kind = png(bytes) ?? pictureKind(bytes)
  return kind !== null && kind.width <= mostSidePx && kind.height <= mostSidePx ? kind.mime : null
}

const png = (bytes: Buffer): { mime: TileMime; width: number; height: number } | null => {
  if (bytes.length < 24 || bytes.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
