/// <reference path="../vt-pbf.d.ts" />
import type { Feature } from 'geojson'
import GeoJSONVT, { type LegacyTile } from 'geojson-vt'
import { tileIdToZxy, zxyToTileId } from 'pmtiles'
import vtPbf from 'vt-pbf'
import { isInRanges, quarters, reachesBelow, type TileRanges } from '../area/tileRanges.ts'
import { featureBounds } from '../geojson/featureBounds.ts'
import { PackRefused } from '../packRefused.ts'
import { mostTiles, type TileSource, type VectorLayer } from './tileSource.ts'

export type GeojsonLayer = { readonly name: string; readonly features: readonly Feature[] }

/** Units across a tile, and how far beyond its edges lines and areas go on, so that no seam shows. */
const extent = 4096
const buffer = 64

type Index = { readonly name: string; readonly tiles: GeoJSONVT }

/** Layers of GeoJSON, cut into vector tiles as they are asked for; nothing is generalised away but what is under a pixel. */
export const geojsonSource = (
  name: string,
  layers: readonly GeojsonLayer[],
  zooms: readonly [least: number, most: number],
): TileSource => {
  const bounds = featureBounds(
    layers.flatMap(({ features }) => features),
    name,
  )
  const indexes = layers.map(({ name, features }) => ({
    name,
    tiles: new GeoJSONVT(
      { type: 'FeatureCollection', features: features.map(writable) },
      { maxZoom: zooms[1], extent, buffer },
    ),
  }))
  return {
    name,
    facts: { kind: 'mvt', zooms, bounds, attribution: null, vectorLayers: layers.map(layerOf) },
    idsWithin: async (ranges) => idsWithin(indexes, zooms, ranges),
    prepare: async () => {},
    tiles: async function* (ids) {
      for (const id of ids) yield { id, bytes: vtPbf.fromGeojsonVt(layersAt(indexes, id), { version: 2, extent }) }
    },
    close: async () => {},
  }
}

/** Tile below tile: where there is nothing, there is nothing below either. */
const idsWithin = (indexes: readonly Index[], zooms: readonly [number, number], ranges: TileRanges): Float64Array => {
  const ids: number[] = []
  const look = (z: number, x: number, y: number) => {
    if (!reachesBelow(ranges, { z, x, y }, zooms[1])) return
    if (indexes.every(({ tiles }) => tiles.getTileRaw(z, x, y) === null)) return
    const id = zxyToTileId(z, x, y)
    if (z >= zooms[0] && isInRanges(ranges, id) && Object.keys(layersAt(indexes, id)).length > 0) ids.push(id)
    if (ids.length > mostTiles) throw new PackRefused('too-many-tiles', { most: mostTiles })
    if (z < zooms[1]) for (const [right, down] of quarters) look(z + 1, 2 * x + right, 2 * y + down)
  }
  look(0, 0, 0)
  return Float64Array.from(ids).sort()
}

const layersAt = (indexes: readonly Index[], id: number): { [layer: string]: LegacyTile } => {
  const [z, x, y] = tileIdToZxy(id)
  return Object.fromEntries(
    indexes.flatMap(({ name, tiles }) => {
      const tile = tiles.getTile(z, x, y)
      return tile === null || tile.features.length === 0 ? [] : [[name, tile] as const]
    }),
  )
}

/** Ids in vector tiles are whole numbers; names that JavaScript gives to every object would be taken for known ones. */
const writable = ({ id, geometry, properties }: Feature): Feature => {
  const whole = typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? { id } : {}
  const own = Object.entries(properties ?? {}).filter(([key]) => !(key in Object.prototype))
  return { type: 'Feature', ...whole, geometry, properties: Object.fromEntries(own) }
}

/** Fields as TileJSON has them; what is neither number nor truth is written as text. */
const layerOf = ({ name, features }: GeojsonLayer): VectorLayer => {
  const fields: { [field: string]: string } = {}
  for (const feature of features)
    for (const [field, value] of Object.entries(writable(feature).properties ?? {}))
      if (value !== null && fields[field] !== 'String') {
        const type = typeof value === 'number' ? 'Number' : typeof value === 'boolean' ? 'Boolean' : 'String'
        fields[field] = fields[field] === undefined || fields[field] === type ? type : 'String'
      }
  return { id: name, fields }
}
