import type { OnlineMap } from '../../domain/maps/onlineMap.ts'
import { type FetchedTile, fetchTile } from './fetchTile.ts'
import { fewAtATime } from './fewAtATime.ts'
import { type OnlineLine, onlineFile, readOnline } from './readOnline.ts'
import type { SayOnce } from './sayOnce.ts'
import { type TilePlace, tileAddress } from './tileAddress.ts'
import { openTileCache } from './tileCache.ts'

/** The map on the net that DATA/maps configures, and its tiles. */
export type OnlineTiles = {
  /** Null where none is configured. */
  offered(): Promise<OnlineMap | null>
  tile(place: TilePlace): Promise<FetchedTile>
}

type Doors = {
  dir: string
  say: SayOnce
  now: () => number
  /** A tile that did not come so long after it was asked for is given up, waiting in line included. */
  timeoutMs: number
}

/** The map's server is somebody else's: no more questions at once, however many phones look. */
const mostAtOnce = 8
const cacheBytes = 16 * 1024 * 1024
const cacheMs = 24 * 3_600_000

export const openOnlineTiles = ({ dir, say, now, timeoutMs }: Doors): OnlineTiles => {
  const cache = openTileCache(cacheBytes, cacheMs, now)
  const inLine = fewAtATime(mostAtOnce)
  const configured = async (): Promise<OnlineLine | null> => {
    const read = await readOnline(dir)
    if (read.at === 'fault') say.wrong(onlineFile, `${read.says}; it is left out.`)
    else say.right(onlineFile)
    return read.at === 'whole' ? read.line : null
  }
  const fetched = async (address: string): Promise<FetchedTile> => {
    const patience = AbortSignal.timeout(timeoutMs)
    const tile = await inLine(() => fetchTile(address, patience))
    if (tile.at === 'picture') cache.keep(address, tile)
    if (tile.at === 'fault') say.wrong('tiles', `the server of ${onlineFile} ${tile.says}.`)
    else say.right('tiles')
    return tile
  }
  return {
    offered: async () => {
      const line = await configured()
      if (line === null) return null
      const { title, attribution, minzoom, maxzoom } = line
      return { title, attribution, minzoom, maxzoom }
    },
    tile: async (place) => {
      const line = await configured()
      if (line === null || !isOn(line, place)) return { at: 'none' }
      const address = tileAddress(line.url, place)
      const kept = cache.find(address)
      return kept === null ? fetched(address) : { at: 'picture', ...kept }
    },
  }
}

/** Whether there can be such a tile; anything but whole numbers is none. */
const isOn = ({ minzoom, maxzoom }: OnlineMap, { z, x, y }: TilePlace): boolean => {
  if (![z, x, y].every((one) => Number.isInteger(one) && one >= 0)) return false
  return z >= minzoom && z <= maxzoom && x < 2 ** z && y < 2 ** z
}
