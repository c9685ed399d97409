const metresPerPxAtZoom0 = 156_543.034

/** Metres that one CSS px is wide at a zoom and a latitude in degrees (Web Mercator, tiles of 256 px). */
export const metresPerPx = (zoom: number, lat: number): number =>
  (metresPerPxAtZoom0 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom

/** The longest of 1, 2, 5, 10, 20, 50 … metres that is at most so many px long, and its length in px. */
export const scaleBar = (zoom: number, lat: number, mostPx: number): { metres: number; px: number } => {
  const each = metresPerPx(zoom, lat)
  const most = each * mostPx
  const ten = 10 ** Math.floor(Math.log10(most))
  const metres = ten * (most >= 5 * ten ? 5 : most >= 2 * ten ? 2 : 1)
  return { metres, px: metres / each }
}
