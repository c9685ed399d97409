import { PMTiles, type Source } from 'pmtiles'
import { inject } from 'vitest'
import type { PackOnMap } from '../../../src/app/map/view/mapPack.ts'

/** A pack of the lane's own, as it would lie on a phone. */
export const packOnMap = async (name: string): Promise<PackOnMap> => {
  const bytes = Uint8Array.from(atob(inject('packs')[name] ?? ''), (letter) => letter.charCodeAt(0))
  const source: Source = {
    getKey: () => name,
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  }
  const { minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await new PMTiles(source).getHeader()
  return {
    id: name,
    title: name,
    type: 'vector',
    minzoom: minZoom,
    maxzoom: maxZoom,
    bounds: [minLon, minLat, maxLon, maxLat],
    attribution: `© ${name}`,
    source,
  }
}
