import type { Point } from '../../../domain/place/distance.ts'

const key = 'mai-am-map'

export type KeptMapView = { middle: Point; zoom: number }

/** Where the map was left, until the app is closed: whoever comes back from a household sees what they saw. */
export const keptMapView = (): KeptMapView | null => JSON.parse(sessionStorage.getItem(key) ?? 'null')

export const keepMapView = ({ middle, zoom }: KeptMapView): void =>
  sessionStorage.setItem(key, JSON.stringify({ middle, zoom }))
