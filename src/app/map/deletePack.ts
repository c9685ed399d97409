import { dropPacks } from '../store/dropPacks.ts'
import type { Database } from '../store/tables.ts'

/** A person takes a pack off this phone, whole or half; one that is just coming stops. False where there was none. */
export const deletePack = async (database: Database, id: string): Promise<boolean> =>
  (await dropPacks(database, (row) => row.id === id)) > 0
