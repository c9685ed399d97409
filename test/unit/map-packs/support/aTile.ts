import { gzipSync } from 'node:zlib'

/** A vector tile of one layer without a feature, whose name is `says`: small, valid, and told apart by its name. */
export const aVectorTile = (says: string): Uint8Array => {
  const name = Buffer.from(says.slice(0, 100))
  const layer = Buffer.from([0x78, 2, 0x0a, name.length, ...name, 0x28, 0x80, 0x20])
  return Buffer.from([0x1a, layer.length, ...layer])
}

export const aPackedTile = (says: string): Uint8Array => gzipSync(aVectorTile(says))

/** The shortest bytes that begin as such a picture does; nobody looks further. */
export const aPicture = (kind: 'png' | 'jpg' | 'webp', says: string): Uint8Array => {
  const beginning = { png: '\x89PNG\r\n\x1a\n', jpg: '\xff\xd8\xff\xe0', webp: 'RIFF\x10\x00\x00\x00WEBP' }[kind]
  return Buffer.concat([Buffer.from(beginning, 'latin1'), Buffer.from(says)])
}
