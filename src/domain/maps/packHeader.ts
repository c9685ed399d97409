import type { Bounds, MapPack } from './mapPack.ts'
import type { PackRefusal } from './packRefusal.ts'

/** Bytes at the beginning of a PMTiles 3 file that say what is in it. */
export const headerBytes = 127

export type Section = { at: number; bytes: number }
/** What a pack says of itself. `gzipped`: its directories and its metadata, not its tiles. */
export type PackHeader = Pick<MapPack, 'type' | 'minzoom' | 'maxzoom' | 'bounds'> & {
  metadata: Section
  gzipped: boolean
}

export type ReadHeader = { ok: true; header: PackHeader } | { ok: false; code: PackRefusal }

/**
 * Reads the head of a file of `fileBytes`: whether it is a PMTiles 3 archive, whole by its own word, with tiles that can
 * be drawn here. `head`: its first bytes, all of `headerBytes` where the file has so many.
 */
export const readPackHeader = (head: Uint8Array<ArrayBuffer>, fileBytes: number): ReadHeader => {
  // CASE 1: another kind of file.
  if (!magic.every((letter, at) => head[at] === letter)) return no('not-a-map')
  if (head[7] !== 3) return head.length < 8 ? no('truncated') : no('other-version')
  if (head.length < headerBytes) return no('truncated')
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  // CASE 2: tiles, or their directories, that nothing here unpacks or draws.
  const [packing = 0, tilePacking = 0, kind = 0, minzoom = 0, maxzoom = 0] = head.subarray(97, 102)
  if (![packing, tilePacking].every((one) => one === unpacked || one === gzip)) return no('unknown-compression')
  const type = kind === mvt ? 'vector' : 'raster'
  if (kind < mvt || kind > webp) return no('unknown-tiles')
  // CASE 3: it ends before what it says lies in it.
  const sections = [8, 24, 40, 56].map((at) => ({ at: length(view, at), bytes: length(view, at + 8) }))
  const [root, metadata] = sections
  const bounds = [102, 106, 110, 114].map((at) => view.getInt32(at, true) / 1e7) as Bounds
  if (root === undefined || metadata === undefined || !isRoot(root) || !isZooms(minzoom, maxzoom) || !isArea(bounds))
    return no('damaged')
  if (sections.some(({ at, bytes }) => at + bytes > fileBytes)) return no('truncated')
  return { ok: true, header: { type, minzoom, maxzoom, bounds, metadata, gzipped: packing === gzip } }
}

const no = (code: PackRefusal): ReadHeader => ({ ok: false, code })

const magic = Array.from('PMTiles', (letter) => letter.charCodeAt(0))
const [unpacked, gzip] = [1, 2]
const [mvt, webp] = [1, 4]

/** Beyond 2^53 it is no length of any file. */
const length = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

/** The root directory lies within the first 16 KB, so that one reading brings both. */
const isRoot = ({ at, bytes }: Section): boolean => at >= headerBytes && bytes > 0 && at + bytes <= 16_384

const isZooms = (least: number, most: number): boolean => least <= most && most <= 26

const isArea = ([west, south, east, north]: Bounds): boolean =>
  west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90
