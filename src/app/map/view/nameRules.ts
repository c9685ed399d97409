import {
  CenteredTextSymbolizer,
  CircleSymbolizer,
  type Feature,
  GeomType,
  GroupSymbolizer,
  type LabelRule,
  LineLabelSymbolizer,
  OffsetTextSymbolizer,
} from 'protomaps-leaflet'
import { isKind, kindOf } from './kindOf.ts'
import type { MapColours } from './mapColours.ts'

/** Vietnamese first, whatever language the app speaks: it is what stands on signs and what people say. */
export const nameProps = ['name:vi', 'name']

const family = '"Be Vietnam Pro", system-ui, sans-serif'
export const font = (weight: 400 | 600, px: number): string => `${weight} ${px}px ${family}`

/** Names in the layers of Protomaps' basemap; what stands first is placed first, and keeps its place. */
export const nameRules = (colours: MapColours): LabelRule[] => [
  {
    dataLayer: 'places',
    symbolizer: text(colours.ink, colours, font(600, 15)),
    sort: byImportance,
    filter: (zoom, feature) => zoom < villagesFrom && isPlace(feature) && isTown(feature),
  },
  {
    dataLayer: 'places',
    symbolizer: placeWithDot(colours),
    sort: byImportance,
    filter: (zoom, feature) => isPlace(feature) && (zoom >= villagesFrom || !isTown(feature)),
  },
  {
    dataLayer: 'places',
    symbolizer: text(colours.soft, colours, font(600, 12)),
    filter: isKind('region', 'country', 'county'),
  },
  {
    dataLayer: 'water',
    minzoom: 10,
    symbolizer: alongLine(colours['water-ink'], colours),
    filter: (_, { geomType }) => geomType === GeomType.Line,
  },
  {
    dataLayer: 'water',
    symbolizer: text(colours['water-ink'], colours, font(400, 12)),
    filter: (_, { geomType }) => geomType === GeomType.Point,
  },
  {
    dataLayer: 'roads',
    minzoom: 12,
    symbolizer: alongLine(colours.soft, colours),
    filter: isKind('highway', 'major_road'),
  },
  {
    dataLayer: 'roads',
    minzoom: 15,
    symbolizer: alongLine(colours.soft, colours),
    filter: isKind('minor_road', 'other', 'path'),
  },
  { dataLayer: 'pois', minzoom: 15, symbolizer: placeWithDot(colours, 12), filter: isKind(...usefulPois) },
]

/** From here on a town is a place among places. */
const villagesFrom = 13

/** What a working group finds its way by. */
const usefulPois = [
  ...[
    'school',
    'kindergarten',
    'hospital',
    'clinic',
    'doctors',
    'townhall',
    'community_centre',
    'police',
    'post_office',
  ],
  ...[
    'marketplace',
    'place_of_worship',
    'peak',
    'bridge',
    'waterfall',
    'cemetery',
    'fuel',
    'bus_station',
    'ferry_terminal',
  ],
]

/** Packs of our own say no kind: a point with a name is a place. */
const isPlace = (feature: Feature): boolean => ['locality', 'neighbourhood', 'macrohood', ''].includes(kindOf(feature))

const isTown = ({ props }: Feature): boolean =>
  ['city', 'town'].includes(String(props.kind_detail ?? props['pmap:kind_detail'] ?? props.place ?? ''))

type Props = Feature['props']

const byImportance = (a: Props, b: Props): number =>
  rank(a, 'min_zoom', 99) - rank(b, 'min_zoom', 99) || rank(b, 'population_rank', 0) - rank(a, 'population_rank', 0)

const rank = (props: Props, name: string, none: number): number => Number(props[name] ?? none)

const text = (fill: string, { halo }: MapColours, letters: string): CenteredTextSymbolizer =>
  new CenteredTextSymbolizer({ labelProps: nameProps, fill, stroke: halo, width: 3, lineHeight: 1.3, font: letters })

/** A dot where it lies, its name beside it. */
export const placeWithDot = (colours: MapColours, px = 13): GroupSymbolizer =>
  new GroupSymbolizer([
    new CircleSymbolizer({ radius: 2.5, fill: colours.soft, stroke: colours.halo, width: 1.5 }),
    new OffsetTextSymbolizer({
      labelProps: nameProps,
      fill: colours.ink,
      stroke: colours.halo,
      width: 3,
      lineHeight: 1.3,
      offsetX: 6,
      offsetY: 4.5,
      font: font(600, px),
    }),
  ])

const alongLine = (fill: string, { halo }: MapColours): LineLabelSymbolizer =>
  new LineLabelSymbolizer({ labelProps: nameProps, fill, stroke: halo, width: 3, font: font(400, 12), offset: 3 })
