import type { Map as LeafletMap } from 'leaflet'

/** Zooms by a level a tap; a tap that comes while the map still moves is not lost. */
export const zoomByTaps = (map: LeafletMap): ((by: 1 | -1) => void) => {
  let wanted: number | null = null
  const goOn = () => {
    if (wanted === null) return
    if (map.getZoom() === wanted) wanted = null
    else map.setZoom(wanted)
  }
  map.on('zoomend', goOn)
  return (by) => {
    wanted = Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), (wanted ?? map.getZoom()) + by))
    goOn()
  }
}
