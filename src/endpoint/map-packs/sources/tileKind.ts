import type { TileKind } from './tileSource.ts'

/** What a tile is by its first bytes; null where it is none of these. A vector tile begins with a layer, or is gzipped. */
export const tileKind = (bytes: Uint8Array): TileKind | null => {
  const text = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (isGzip(bytes) || bytes[0] === 0x1a) return 'mvt'
  if (text.startsWith('\x89PNG')) return 'png'
  if (text.startsWith('\xff\xd8\xff')) return 'jpg'
  return text.startsWith('RIFF') && text.endsWith('WEBP') ? 'webp' : null
}

export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
