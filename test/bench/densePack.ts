import type { villagePack } from '../support/villagePack.ts'
import type { Chance } from './chance.ts'

type Made = ReturnType<typeof villagePack>
type Feature = Made['layers'][number]['features'][number]

/** West, south, and how far it goes east and north, degrees: where the bench's households lie. */
const [west, south, side] = [104, 19.3, 0.4]

/** An invented district as full as a basemap's: 1,200 ways, 250 streams, 12,000 buildings, 600 names. */
export const densePack = (chance: Chance): Made => {
  const somewhere = (): [number, number] => [
    west + (chance.below(1_000_000) / 1_000_000) * side,
    south + (chance.below(1_000_000) / 1_000_000) * side,
  ]
  const many = (count: number, one: () => Feature): Feature[] => Array.from({ length: count }, one)
  return {
    id: 'dense',
    title: 'Bản đồ đo',
    attribution: '© bench',
    zooms: [8, 14],
    layers: [
      { name: 'earth', features: [box([west - 0.1, south - 0.1], side + 0.2, { kind: 'earth' })] },
      { name: 'landuse', features: many(300, () => box(somewhere(), 0.02, { kind: 'wood' })) },
      { name: 'water', features: many(250, () => walk(chance, somewhere(), { kind: 'river' })) },
      {
        name: 'roads',
        features: many(1200, () =>
          walk(chance, somewhere(), {
            kind: chance.oneOf(['path', 'minor_road', 'minor_road', 'major_road'] as const),
          }),
        ),
      },
      { name: 'buildings', features: many(12_000, () => box(somewhere(), 0.00012, { kind: 'building' })) },
      { name: 'places', features: many(600, () => named(chance, somewhere())) },
    ],
  }
}

const box = ([lon, lat]: [number, number], degrees: number, properties: object): Feature => ({
  type: 'Feature',
  properties: { ...properties },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [lon + degrees, lat],
        [lon + degrees, lat + degrees],
        [lon, lat + degrees],
        [lon, lat],
      ],
    ],
  },
})

/** Forty steps of 50 m and more, as a way in the mountains turns. */
const walk = (chance: Chance, [lon, lat]: [number, number], properties: object): Feature => {
  const line: [number, number][] = [[lon, lat]]
  for (let step = 0; step < 40; step += 1) {
    const [east, north] = line[line.length - 1] ?? [lon, lat]
    line.push([east + (chance.below(2000) - 900) / 1_000_000, north + (chance.below(2000) - 900) / 1_000_000])
  }
  return { type: 'Feature', properties: { ...properties }, geometry: { type: 'LineString', coordinates: line } }
}

const named = (chance: Chance, coordinates: [number, number]): Feature => ({
  type: 'Feature',
  properties: {
    kind: 'locality',
    kind_detail: 'village',
    name: `${chance.oneOf(['Huồi', 'Kèo', 'Nậm', 'Phà', 'Xiềng'])} ${chance.oneOf(['Lê', 'Cơn', 'Khiên', 'Tắm', 'Bún'])}`,
    min_zoom: 8 + chance.below(6),
  },
  geometry: { type: 'Point', coordinates },
})
