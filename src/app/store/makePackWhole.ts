import type { MapPack } from '../../domain/maps/mapPack.ts'
import { removePackFile } from '../device/packFiles.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/**
 * [L7] A verified pack takes the place of all others of its id, in one transaction; only then their files go. False
 * where it was deleted meanwhile.
 */
export const makePackWhole = async (
  database: Database,
  file: string,
  pack: MapPack,
  nowMs: number,
): Promise<boolean> => {
  const { packs, packBytes } = database
  const older = await reopening(database, () =>
    database.transaction('rw', packs, packBytes, async () => {
      const row = await packs.get(file)
      if (row === undefined) return null
      const gone = (await packs.where('id').equals(pack.id).primaryKeys()).filter((one) => one !== file)
      await packs.bulkDelete(gone)
      await packBytes.where('file').anyOf(gone).delete()
      await packs.put({ ...row, id: pack.id, pack, state: { at: 'whole', ms: nowMs } })
      return gone
    }),
  )
  for (const one of older ?? []) await removePackFile(database.name, one)
  if (older !== null) announce('maps')
  return older !== null
}
