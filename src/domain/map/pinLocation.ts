import type { Location } from '../place/location.ts'
import { metresPerPx } from './scaleBar.ts'

/** How exactly a person lays a pin on what they see, in CSS px. */
const eyePx = 12

/**
 * A place that somebody set on the map: it says so (`by: 'map'`), and its accuracy is the radius that the zoom allowed,
 * in whole metres. It has no age: nobody stood there.
 */
export const pinLocation = (lat: number, lon: number, zoom: number): Location => ({
  lat: Number(lat.toFixed(6)),
  lon: Number(lon.toFixed(6)),
  accuracy: Math.ceil(metresPerPx(zoom, lat) * eyePx),
  by: 'map',
})
