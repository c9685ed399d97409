import type { MapPack } from '../../wire/messages/maps.ts'
import { packIds, type ReadPack, readPack } from './readPack.ts'
import type { SayOnce } from './sayOnce.ts'

/** The packs of DATA/maps, read anew at every question. */
export type MapShelf = {
  all(): Promise<MapPack[]>
  one(id: string): Promise<Extract<ReadPack, { at: 'whole' }> | null>
}

/** What is not whole is left out, and said. */
export const openMapShelf = (dir: string, say: SayOnce): MapShelf => {
  const one: MapShelf['one'] = async (id) => {
    const read = await readPack(dir, id)
    if (read.at === 'whole') {
      say.right(id)
      return read
    }
    say.wrong(id, `${read.says}; it is left out.`)
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
