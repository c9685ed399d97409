import type { MapPack } from '../../domain/maps/mapPack.ts'
import { askCatalogue } from './askCatalogue.ts'
import { bringPack, type Downloaded } from './bringPack.ts'
import { inTurn } from './inTurn.ts'
import type { MapDoors } from './mapDoors.ts'

/** A pack that changes at the endpoint while it comes is begun anew at most so often. */
const mostBeginnings = 2

/**
 * Fetches a pack of the catalogue, from where it was interrupted before. `told`: bytes that are here. Aborting `signal`
 * pauses it. An older pack of the same id stays until this one is whole [L7].
 */
export const downloadPack = (
  doors: MapDoors,
  pack: MapPack,
  told: (got: number) => void,
  signal: AbortSignal,
): Promise<Downloaded> =>
  inTurn(doors, async (writer): Promise<Downloaded> => {
    let wanted = pack
    for (let begun = 0; begun < mostBeginnings; begun += 1) {
      const brought = await bringPack(doors, writer, wanted, told, signal)
      if (brought.at !== 'changed') return brought
      const offered = await askCatalogue(doors, signal)
      if (offered.at !== 'offered') return offered
      const now = offered.packs.find(({ id }) => id === pack.id)
      if (now === undefined) return { at: 'refused', code: 'not-offered' }
      // The same pack, and yet not in parts: something on the way does not let ranges through.
      if (now.sha256 === wanted.sha256) return { at: 'no-signal' }
      wanted = now
    }
    return { at: 'no-signal' }
  })
