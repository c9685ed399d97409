import type { PackRow } from './packRows.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Every pack on this phone, whole or on its way. */
export const packsHere = (database: Database): Promise<PackRow[]> => reopening(database, () => database.packs.toArray())

/** The pack of that id that maps are drawn from. */
export const wholePack = async (database: Database, id: string): Promise<PackRow | null> => {
  const rows = await reopening(database, () => database.packs.where('id').equals(id).toArray())
  return rows.find(({ state }) => state.at === 'whole') ?? null
}
