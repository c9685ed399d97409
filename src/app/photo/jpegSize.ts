import type { Size } from '../../domain/photos/fitWithin.ts'

/**
 * A JPEG's size as it lies in the file, before its orientation, from its first bytes; null for another kind. Knowing
 * it lets the decoder shrink while it reads: a 12-megapixel picture would need 48 MB of a small phone's memory.
 */
export const jpegSize = (bytes: Uint8Array): Size | null => {
  const at16 = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  if (at16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: at16(at + 7), height: at16(at + 5) }
    at += 2 + at16(at + 2)
  }
  return null
}
