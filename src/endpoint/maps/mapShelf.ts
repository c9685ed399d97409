import type { MapPack } from '../../wire/messages/maps.ts'
import { packIds, type ReadPack, readPack } from './readPack.ts'

/** The packs of DATA/maps, read anew at every question. */
export type MapShelf = {
  all(): Promise<MapPack[]>
  one(id: string): Promise<Extract<ReadPack, { at: 'whole' }> | null>
}

/** What is not whole is left out; `say` hears of each fault once, and again only when it was another one meanwhile. */
export const openMapShelf = (dir: string, say: (line: string) => void): MapShelf => {
  const said = new Map<string, string>()
  const one: MapShelf['one'] = async (id) => {
    const read = await readPack(dir, id)
    if (read.at === 'whole') {
      said.delete(id)
      return read
    }
    if (said.get(id) !== read.says) say(`Maps: ${read.says}; it is left out.`)
    said.set(id, read.says)
    return null
  }
  return {
    all: async () => {
      const packs = await Promise.all((await packIds(dir)).map(one))
      return packs.flatMap((read) => (read === null ? [] : [read.pack]))
    },
    // Asking for what nobody laid here is no fault of the folder's.
    one: async (id) => ((await packIds(dir)).includes(id) ? one(id) : null),
  }
}
