import type { Feature } from 'protomaps-leaflet'

/** What a feature is, in Protomaps' word (`kind`, before 2024 `pmap:kind`) or OpenMapTiles' (`class`). */
export const kindOf = ({ props }: Feature): string => String(props.kind ?? props['pmap:kind'] ?? props.class ?? '')

export const isKind = (...kinds: string[]): ((_: number, feature: Feature) => boolean) => {
  const wanted = new Set(kinds)
  return (_, feature) => wanted.has(kindOf(feature))
}
