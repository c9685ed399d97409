import { Compression, type Header, TileType } from 'pmtiles'
import { PackRefused } from '../packRefused.ts'
import type { ByteDoor } from './byteDoor.ts'

const compressions: { readonly [code: number]: string } = {
  [Compression.Unknown]: '“unknown”',
  [Compression.Brotli]: 'brotli',
  [Compression.Zstd]: 'zstd',
}

const types: { readonly [code: number]: string } = {
  [TileType.Unknown]: '“unknown”',
  [TileType.Avif]: 'AVIF',
  [TileType.Mlt]: 'MLT',
}

/** Refuses what does not begin as a PMTiles file of version 3 does. Version 1 and 2 began with `PM` and a number. */
export const checkBeginning = (door: ByteDoor, bytes: Uint8Array): void => {
  const text = Buffer.from(bytes).toString('latin1')
  const file = door.name
  if (text.startsWith('PM') && !text.startsWith('PMTiles') && (bytes[2] === 1 || bytes[2] === 2) && bytes[3] === 0)
    throw new PackRefused('other-pmtiles', { file, version: bytes[2] })
  if (!text.startsWith('PMTiles')) throw new PackRefused('not-pmtiles', { file })
  if (bytes[7] !== 3) throw new PackRefused('other-pmtiles', { file, version: bytes[7] ?? '?' })
  if (bytes.length < 127) throw new PackRefused('truncated', { file, said: 127, here: door.size })
}

/** Refuses a pack that is not whole, and tiles that phones can't read. */
export const checkSections = (door: ByteDoor, header: Header): void => {
  const file = door.name
  const said = Math.max(
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  )
  if (said > door.size) throw new PackRefused('truncated', { file, said, here: door.size })
  for (const code of [header.internalCompression, header.tileCompression])
    if (code !== Compression.None && code !== Compression.Gzip)
      throw new PackRefused('unknown-compression', { file, compression: compressions[code] ?? code })
  if (header.tileType < TileType.Mvt || header.tileType > TileType.Webp)
    throw new PackRefused('unknown-tiles', { file, type: types[header.tileType] ?? header.tileType })
}
