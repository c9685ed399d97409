import { Compression, TileType } from 'pmtiles'
import type { Bounds } from '../area/bounds.ts'
import type { TileKind } from '../sources/tileSource.ts'

export const headerBytes = 127

export type HeaderFacts = {
  readonly lengths: {
    readonly root: number
    readonly metadata: number
    readonly leaves: number
    readonly tiles: number
  }
  /** Tiles that can be asked for, directory entries that stand for them, different bytes behind those. */
  readonly counts: { readonly addressed: number; readonly entries: number; readonly contents: number }
  readonly kind: TileKind
  readonly zooms: readonly [least: number, most: number]
  readonly bounds: Bounds
}

const tileTypes = { mvt: TileType.Mvt, png: TileType.Png, jpg: TileType.Jpeg, webp: TileType.Webp } as const

/** The 127 bytes of a PMTiles v3 header: root, metadata, leaves and tiles follow it in this order, without a gap. */
export const writeHeader = ({ lengths, counts, kind, zooms, bounds }: HeaderFacts): Uint8Array => {
  const bytes = new Uint8Array(headerBytes)
  const view = new DataView(bytes.buffer)
  bytes.set(new TextEncoder().encode('PMTiles'))
  view.setUint8(7, 3)
  let offset = headerBytes
  for (const [at, length] of [lengths.root, lengths.metadata, lengths.leaves, lengths.tiles].entries()) {
    view.setBigUint64(8 + at * 16, BigInt(offset), true)
    view.setBigUint64(16 + at * 16, BigInt(length), true)
    offset += length
  }
  view.setBigUint64(72, BigInt(counts.addressed), true)
  view.setBigUint64(80, BigInt(counts.entries), true)
  view.setBigUint64(88, BigInt(counts.contents), true)
  view.setUint8(96, 1) // clustered
  view.setUint8(97, Compression.Gzip)
  view.setUint8(98, kind === 'mvt' ? Compression.Gzip : Compression.None)
  view.setUint8(99, tileTypes[kind])
  view.setUint8(100, zooms[0])
  view.setUint8(101, zooms[1])
  const [west, south, east, north] = bounds
  for (const [at, degrees] of [west, south, east, north].entries()) view.setInt32(102 + at * 4, e7(degrees), true)
  view.setUint8(118, centreZoom(bounds, zooms))
  view.setInt32(119, e7((west + east) / 2), true)
  view.setInt32(123, e7((south + north) / 2), true)
  return bytes
}

const e7 = (degrees: number): number => Math.round(degrees * 1e7)

/** The deepest zoom at which the whole still takes no more than about two tiles each way. */
const centreZoom = ([west, , east]: Bounds, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, Math.floor(Math.log2(720 / (east - west)))))
