/** A map on the net, which the endpoint asks for the phones: pictures of 256 px a tile, of these zooms. */
export type OnlineMap = {
  title: string
  /** Plain text; shown while the map is. */
  attribution: string
  minzoom: number
  maxzoom: number
}
