/** West, south, east, north in degrees, WGS 84. */
export type Bounds = [number, number, number, number]

/** A map pack as its catalogue says it: one file with the map of an area, for the work of these books. */
export type MapPack = {
  id: string
  title: string
  books: string[]
  bytes: number
  /** Of the whole file, lower-case hex: by it a phone knows that it has it. */
  sha256: string
  type: 'vector' | 'raster'
  minzoom: number
  maxzoom: number
  bounds: Bounds
  /** Plain text; shown wherever the map is. */
  attribution: string
}
