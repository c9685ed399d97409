import type { Feature } from 'geojson'
import { type Bounds, isBounds } from '../area/bounds.ts'
import { positionsOf } from './positionsOf.ts'

/** Around all features; null where they are nowhere, or at one place. `name`: whose they are, for sentences. */
export const featureBounds = (features: readonly Feature[], name: string): Bounds | null => {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const { geometry } of features)
    for (const [longitude, latitude] of positionsOf(geometry, name)) {
      bounds[0] = Math.min(bounds[0], longitude)
      bounds[1] = Math.min(bounds[1], latitude)
      bounds[2] = Math.max(bounds[2], longitude)
      bounds[3] = Math.max(bounds[3], latitude)
    }
  return isBounds(bounds) ? bounds : null
}
