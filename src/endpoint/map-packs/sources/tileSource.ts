import type { Bounds } from '../area/bounds.ts'
import type { TileRanges } from '../area/tileRanges.ts'

/** What a tile is: a vector tile (Mapbox Vector Tile), or a picture. */
export type TileKind = 'mvt' | 'png' | 'jpg' | 'webp'

export type VectorLayer = { readonly id: string; readonly fields: { readonly [field: string]: string } }

/** What a source says of itself; null where it says nothing. */
export type SourceFacts = {
  readonly kind: TileKind
  readonly zooms: readonly [least: number, most: number]
  readonly bounds: Bounds | null
  readonly attribution: string | null
  /** As in TileJSON; empty for pictures. */
  readonly vectorLayers: readonly VectorLayer[]
}

export type Tile = { readonly id: number; readonly bytes: Uint8Array }

/** Where tiles come from. Ids are PMTiles' own (Hilbert curve, zoom after zoom), rows count from the north. */
export type TileSource = {
  /** A name for sentences: a path, an address. */
  readonly name: string
  readonly facts: SourceFacts
  /** Ids of the tiles there are within these ranges, ascending, each once. */
  idsWithin(ranges: TileRanges): Promise<Float64Array>
  /** Says which tiles will be asked for, so that a server can be asked for all of them at once. */
  prepare(ids: Float64Array): Promise<void>
  /**
   * These tiles in this order, bytes as the source has them; tiles of no bytes are passed over. Ids ascend and come from
   * `idsWithin`. Can be asked for again, and gives the same.
   */
  tiles(ids: Float64Array): AsyncIterable<Tile>
  close(): Promise<void>
}

/** More tiles than this are not cut: memory stays bounded, and a district to zoom 16 has 17,000. */
export const mostTiles = 5_000_000
