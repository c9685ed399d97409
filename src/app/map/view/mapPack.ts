import type { Source } from 'pmtiles'
import type { PackCovering } from '../../../domain/map/packsForView.ts'

/** A pack as it lies on this phone, and the door to its bytes. `attribution` is plain text. */
export type PackOnMap = PackCovering & {
  title: string
  type: 'vector' | 'raster'
  minzoom: number
  attribution: string
  source: Source
}
