import type { MapPack } from '../../domain/maps/mapPack.ts'
import { announce } from './changes.ts'
import type { Database } from './tables.ts'

/** What the endpoint last offered, and when this phone heard of it. */
export type Catalogue = { packs: MapPack[]; ms: number }

const key = 'mapCatalogue'

/** Null where it was never heard. */
export const keptCatalogue = async (database: Database): Promise<Catalogue | null> =>
  ((await database.meta.get(key)) as Catalogue | undefined) ?? null

export const keepCatalogue = async (database: Database, catalogue: Catalogue): Promise<void> => {
  await database.meta.put(catalogue, key)
  announce('maps')
}

export const forgetCatalogue = async (database: Database): Promise<void> => database.meta.delete(key)
