import type { PMTiles } from 'pmtiles'

/** A picture, and the square of it that a tile of the screen shows, in px of the picture. */
export type RasterTile = { picture: ImageBitmap; x: number; y: number; side: number }

type Tile = { x: number; y: number; z: number }

/** The picture for a tile; beyond the pack's last zoom a part of that one, drawn larger. Null where there is none. */
export const rasterTile = async (tiles: PMTiles, { x, y, z }: Tile, maxzoom: number): Promise<RasterTile | null> => {
  const beyond = Math.max(0, z - maxzoom)
  const read = await tiles.getZxy(z - beyond, x >> beyond, y >> beyond)
  if (read === undefined) return null
  const picture = await createImageBitmap(new Blob([read.data]))
  const parts = 2 ** beyond
  const side = picture.width / parts
  return { picture, side, x: (x % parts) * side, y: (y % parts) * side }
}
