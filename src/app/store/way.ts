import type { Day } from '../../domain/entries/communeBodies.ts'
import type { Step } from '../../domain/map/wayWalked.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** Today's way on the map: on this phone only, in no entry, no sealed file and no answer. */
export type KeptWay = { day: Day; steps: readonly Step[] }

const key = 'way'

/** The way kept on `day`; null where none is being kept. One of another day is gone for good with this question. */
export const readWay = async (database: Database, day: Day): Promise<KeptWay | null> => {
  const kept = (await database.meta.get(key)) as KeptWay | undefined
  if (kept === undefined || kept.day === day) return kept ?? null
  await eraseWay(database)
  return null
}

export const keepWay = async (database: Database, way: KeptWay): Promise<void> => {
  await reopening(database, () => database.meta.put(way, key))
}

/** Nothing of it is left, and nothing more is kept until somebody asks for it again. */
export const eraseWay = async (database: Database): Promise<void> => {
  await reopening(database, () => database.meta.delete(key))
  announce('way')
}
