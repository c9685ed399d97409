import {
  CenteredTextSymbolizer,
  exp,
  GeomType,
  type LabelRule,
  LineLabelSymbolizer,
  LineSymbolizer,
  type PaintRule,
  PolygonSymbolizer,
} from 'protomaps-leaflet'
import type { MapColours } from './mapColours.ts'
import { font, nameProps, placeWithDot } from './nameRules.ts'

/** Layers whose rules are known; every other layer of a pack is drawn plainly. */
const known = new Set(['earth', 'landcover', 'landuse', 'water', 'buildings', 'roads', 'boundaries', 'places', 'pois'])

export const otherLayers = (layers: readonly string[]): string[] => layers.filter((layer) => !known.has(layer))

/**
 * A layer of another schema, a commune's outlines for one: its areas, then its lines, by what its name says they are.
 * Nothing of it hides what lies below.
 */
export const plainRules = (dataLayer: string, colours: MapColours): PaintRule[] => {
  const { colour, width, dash } = lineOf(dataLayer, colours)
  const stroke = new LineSymbolizer({ color: colour, width, lineJoin: 'round', ...(dash === null ? {} : { dash }) })
  const water = isWater.test(dataLayer)
  return [
    {
      dataLayer,
      symbolizer: new PolygonSymbolizer({ fill: water ? colours.water : colours.area, opacity: water ? 1 : 0.35 }),
      filter: (_, { geomType }) => geomType === GeomType.Polygon,
    },
    { dataLayer, symbolizer: stroke, filter: (_, { geomType }) => geomType !== GeomType.Point },
  ]
}

export const plainNames = (dataLayer: string, colours: MapColours): LabelRule[] => [
  {
    dataLayer,
    symbolizer: isArea.test(dataLayer)
      ? new CenteredTextSymbolizer({
          labelProps: nameProps,
          fill: colours.soft,
          stroke: colours.halo,
          width: 3,
          lineHeight: 1.3,
          font: font(600, 13),
        })
      : placeWithDot(colours),
    filter: (_, { geomType }) => geomType === GeomType.Point,
  },
  {
    dataLayer,
    minzoom: 10,
    symbolizer: new LineLabelSymbolizer({
      labelProps: nameProps,
      fill: isWater.test(dataLayer) ? colours['water-ink'] : colours.soft,
      stroke: colours.halo,
      width: 3,
      font: font(400, 12),
      offset: 3,
    }),
    filter: (_, { geomType }) => geomType === GeomType.Line,
  },
]

const isWater = /water|river|stream|suoi|song/i
const isWay = /road|transport|path|track|street|duong/i
const isArea = /commune|outline|bound|border|admin|village_area|label|xa_/i

type Line = { colour: string; width: (zoom: number) => number; dash: number[] | null }

const lineOf = (layer: string, colours: MapColours): Line => {
  const [from, to] = isWater.test(layer) ? [1, 5] : [1.2, 2.4]
  const width = exp(1.3, [
    [9, from],
    [17, to],
  ])
  if (isWater.test(layer)) return { colour: colours.stream, width, dash: null }
  if (isWay.test(layer)) return { colour: colours.casing, width, dash: null }
  return isArea.test(layer)
    ? { colour: colours.boundary, width, dash: [5, 3] }
    : { colour: colours.soft, width, dash: null }
}
