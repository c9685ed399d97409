/** What a picture is by its own bytes, or null: JPEG (any frame marker) or WebP (VP8, VP8L, VP8X). */
export type PictureKind = { mime: 'image/jpeg' | 'image/webp'; width: number; height: number }

export const pictureKind = (bytes: Buffer): PictureKind | null => {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpeg(bytes)
  if (bytes.length > 30 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return webp(bytes)
  return null
}

/** Start-of-frame markers carry the size; 0xC4, 0xC8 and 0xCC are other things. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpeg = (bytes: Buffer): PictureKind | null => {
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) return sized('image/jpeg', bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    if (marker === 0xd9 || marker === 0xda) return null
    const standalone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    at += standalone ? 2 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

const webp = (bytes: Buffer): PictureKind | null => {
  const chunk = bytes.toString('latin1', 12, 16)
  if (chunk === 'VP8 ') return sized('image/webp', bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff)
  if (chunk === 'VP8X') return sized('image/webp', bytes.readUIntLE(24, 3) + 1, bytes.readUIntLE(27, 3) + 1)
  if (chunk !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return sized('image/webp', (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
}

const sized = (mime: PictureKind['mime'], width: number, height: number): PictureKind | null =>
  width > 0 && height > 0 ? { mime, width, height } : null
