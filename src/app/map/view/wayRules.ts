import { exp, type Feature, LineSymbolizer, type PaintRule } from 'protomaps-leaflet'
import { isKind, kindOf } from './kindOf.ts'
import type { MapColours } from './mapColours.ts'

/** Widths in CSS px at zooms; a casing is 2 px wider than what lies on it. */
const large = exp(1.5, [
  [8, 1],
  [12, 2.2],
  [18, 14],
])
const small = exp(1.5, [
  [11, 0.6],
  [14, 2],
  [18, 9],
])
const cased = (width: (zoom: number) => number) => (zoom: number) => width(zoom) + 2

const isLarge = isKind('highway', 'major_road')
const isSmall = isKind('minor_road', 'other')
const isPath = isKind('path')
const isCountry = (_: number, feature: Feature) => kindOf(feature) === 'country' || feature.props.kind_detail === 2

const line = (
  dataLayer: string,
  color: string,
  width: (zoom: number) => number,
  filter: NonNullable<PaintRule['filter']>,
  minzoom: number,
): PaintRule => ({
  dataLayer,
  minzoom,
  symbolizer: new LineSymbolizer({ color, width, lineCap: 'round', lineJoin: 'round' }),
  filter,
})

/** Roads, paths and boundaries in the layers of Protomaps' basemap: boundaries under the roads, large roads on top. */
export const wayRules = (colours: MapColours): PaintRule[] => [
  {
    dataLayer: 'boundaries',
    symbolizer: new LineSymbolizer({ color: colours.boundary, width: 1.8, dash: [6, 3, 1.5, 3], opacity: 0.9 }),
    filter: isCountry,
  },
  {
    dataLayer: 'boundaries',
    symbolizer: new LineSymbolizer({ color: colours.boundary, width: 1.1, dash: [4, 3], opacity: 0.75 }),
    filter: (zoom, feature) => !isCountry(zoom, feature),
  },
  {
    dataLayer: 'roads',
    minzoom: 13,
    symbolizer: new LineSymbolizer({ color: colours.path, width: 1.3, dash: [3, 2.5] }),
    filter: isPath,
  },
  {
    dataLayer: 'roads',
    symbolizer: new LineSymbolizer({ color: colours.rail, width: 1.2, dash: [5, 2] }),
    filter: isKind('rail'),
  },
  line('roads', colours.casing, cased(small), isSmall, 12),
  line('roads', colours.casing, cased(large), isLarge, 9),
  line('roads', colours.road, small, isSmall, 11),
  line('roads', colours.road, large, isLarge, 7),
]
