import { packFileNames } from '../device/packFileNames.ts'
import { removePackFile } from '../device/packFiles.ts'
import { dropPacks } from '../store/dropPacks.ts'
import { packsHere } from '../store/packsHere.ts'
import type { Database } from '../store/tables.ts'

/**
 * Bytes that no row names go, and what was being taken in from a file when the page ended: the file is chosen again.
 * Only while nothing is coming.
 */
export const tidyPacks = async (database: Database): Promise<void> => {
  await dropPacks(database, ({ from, state }) => from === 'file' && state.at === 'partial')
  const known = new Set((await packsHere(database)).map(({ file }) => file))
  for (const name of await packFileNames(database.name)) {
    if (!known.has(name)) await removePackFile(database.name, name)
  }
  const kept = (await database.packBytes.orderBy('file').uniqueKeys()) as string[]
  const unknown = kept.filter((file) => !known.has(file))
  await database.packBytes.where('file').anyOf(unknown).delete()
}
