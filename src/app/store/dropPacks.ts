import { removePackFile } from '../device/packFiles.ts'
import { announce } from './changes.ts'
import type { PackRow } from './packRows.ts'
import { packsHere } from './packsHere.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Takes packs off this phone: their rows and bytes in one transaction, then their files. Says how many went. */
export const dropPacks = async (database: Database, which: (row: PackRow) => boolean): Promise<number> => {
  const { packs, packBytes } = database
  if (!(await packsHere(database)).some(which)) return 0
  const gone = await reopening(database, () =>
    database.transaction('rw', packs, packBytes, async () => {
      const files = (await packs.toArray()).filter(which).map(({ file }) => file)
      await packs.bulkDelete(files)
      await packBytes.where('file').anyOf(files).delete()
      return files
    }),
  )
  for (const file of gone) await removePackFile(database.name, file)
  announce('maps')
  return gone.length
}
