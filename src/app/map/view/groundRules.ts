import { exp, GeomType, LineSymbolizer, type PaintRule, PolygonSymbolizer } from 'protomaps-leaflet'
import { isKind } from './kindOf.ts'
import type { MapColours } from './mapColours.ts'

/** The ground and what grows, flows and was built on it, in the layers of Protomaps' basemap; painted in this order. */
export const groundRules = (colours: MapColours): PaintRule[] => {
  const fill = (dataLayer: string, colour: string, ...kinds: string[]): PaintRule => ({
    dataLayer,
    symbolizer: new PolygonSymbolizer({ fill: colour }),
    filter: (zoom, feature) =>
      feature.geomType === GeomType.Polygon && (kinds.length === 0 || isKind(...kinds)(zoom, feature)),
  })
  return [
    fill('earth', colours.earth),
    fill('landcover', colours.wood, 'forest', 'wood', 'tree'),
    fill('landcover', colours.field, 'farmland', 'grassland', 'grass', 'crop'),
    fill('landcover', colours.scrub, 'scrub', 'barren'),
    fill('landcover', colours.settled, 'urban_area'),
    fill('landuse', colours.settled, 'residential', 'neighbourhood', 'commercial', 'industrial', 'school', 'hospital'),
    fill('landuse', colours.field, 'farmland', 'orchard', 'meadow', 'grass', 'grassland', 'park', 'village_green'),
    fill('landuse', colours.wood, 'wood', 'forest', 'nature_reserve', 'national_park', 'protected_area'),
    fill('landuse', colours.scrub, 'scrub', 'heath', 'wetland'),
    fill('landuse', colours.rock, 'bare_rock', 'scree', 'quarry', 'cemetery'),
    fill('landuse', colours.sand, 'sand', 'beach'),
    fill('water', colours.water),
    {
      dataLayer: 'water',
      symbolizer: new LineSymbolizer({
        color: colours.stream,
        width: exp(1.5, [
          [8, 0.6],
          [12, 1.4],
          [18, 7],
        ]),
        lineCap: 'round',
        lineJoin: 'round',
      }),
      filter: (zoom, feature) => feature.geomType === GeomType.Line && (zoom < 12 || isRiver(zoom, feature)),
    },
    {
      dataLayer: 'water',
      minzoom: 12,
      symbolizer: new LineSymbolizer({
        color: colours.stream,
        width: exp(1.5, [
          [12, 0.5],
          [18, 2.5],
        ]),
      }),
      filter: (zoom, feature) => feature.geomType === GeomType.Line && !isRiver(zoom, feature),
    },
    { dataLayer: 'buildings', minzoom: 14, symbolizer: new PolygonSymbolizer({ fill: colours.building }) },
  ]
}

const isRiver = isKind('river', 'canal')
