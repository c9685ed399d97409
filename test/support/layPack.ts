import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MapPack } from '../../src/wire/messages/maps.ts'
import { kySon } from './aPack.ts'
import { sha256Hex } from './testDevice.ts'

/** A pack's line of the catalogue. */
export const packLine = (id: string, bytes: Uint8Array, books: string[]): MapPack => ({
  id,
  title: `Bản đồ ${id}`,
  books,
  bytes: bytes.length,
  sha256: sha256Hex(bytes),
  type: 'raster',
  minzoom: 0,
  maxzoom: 2,
  bounds: kySon,
  attribution: '© OpenStreetMap',
})

/** Lays a pack into DATA/maps as an admin would. */
export const layPack = (dir: string, id: string, bytes: Uint8Array, books: string[]): MapPack => {
  const line = packLine(id, bytes, books)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, `${id}.pmtiles`), bytes)
  writeFileSync(join(dir, `${id}.json`), JSON.stringify(line))
  return line
}
