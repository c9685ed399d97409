import { PMTiles } from 'pmtiles'
import { type LabelRule, type PaintRule, PmtilesSource, TileCache, View } from 'protomaps-leaflet'
import { groundRules } from './groundRules.ts'
import type { MapColours } from './mapColours.ts'
import type { PackOnMap } from './mapPack.ts'
import { nameRules } from './nameRules.ts'
import { otherLayers, plainNames, plainRules } from './otherLayers.ts'
import { wayRules } from './wayRules.ts'

/** A pack on the map: its tiles, and by what rules. */
export type PackToPaint = { pack: PackOnMap; tiles: PMTiles; view: View; paints: PaintRule[]; labels: LabelRule[] }

/** One data tile is 512 px wide on the screen: fewer tiles to read, and names have room. */
const levelsBetween = 1

/** Reads what a pack says of its layers. Throws where the file can't be read. */
export const packToPaint = async (pack: PackOnMap, colours: MapColours): Promise<PackToPaint> => {
  const tiles = new PMTiles(pack.source)
  const layers = pack.type === 'raster' ? [] : layersOf(await tiles.getMetadata())
  const plain = otherLayers(layers)
  // The painter's own reader is of an older version of the same library; what it calls is the same.
  const source = new PmtilesSource(tiles as never, false)
  const view = new View(new TileCache(source, 256 << levelsBetween), pack.maxzoom, levelsBetween)
  const [ground, ways] = [groundRules(colours), wayRules(colours)]
  const paints = [...ground, ...plain.flatMap((layer) => plainRules(layer, colours)), ...ways]
  const labels = [...nameRules(colours), ...plain.flatMap((layer) => plainNames(layer, colours))]
  const from = { dataSource: pack.id }
  return {
    pack,
    tiles,
    view,
    paints: paints.map((rule) => ({ ...rule, ...from })),
    labels: labels.map((rule) => ({ ...rule, ...from })),
  }
}

const layersOf = (metadata: unknown): string[] => {
  const said = (metadata as { vector_layers?: unknown } | null)?.vector_layers
  if (!Array.isArray(said)) return []
  return said.flatMap((layer: { id?: unknown } | null) => (typeof layer?.id === 'string' ? [layer.id] : []))
}
