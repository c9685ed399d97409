import type { OnlineMap } from '../../domain/maps/onlineMap.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** The map on the net that the endpoint offered last, and whether somebody turned it on, on this phone. */
export type KeptOnlineMap = { offered: OnlineMap | null; on: boolean }

const key = 'onlineMap'

/** Off, until a person says otherwise. */
export const keptOnlineMap = async (database: Database): Promise<KeptOnlineMap> =>
  ((await reopening(database, () => database.meta.get(key))) as KeptOnlineMap | undefined) ?? {
    offered: null,
    on: false,
  }

/** What was offered takes the place of what was before; whether it is on stays. */
export const keepOfferedMap = (database: Database, offered: OnlineMap | null): Promise<void> =>
  change(database, ({ on }) => ({ offered, on }))

export const turnOnlineMap = (database: Database, on: boolean): Promise<void> =>
  change(database, ({ offered }) => ({ offered, on }))

export const forgetOnlineMap = async (database: Database): Promise<void> => database.meta.delete(key)

const change = async (database: Database, to: (kept: KeptOnlineMap) => KeptOnlineMap): Promise<void> => {
  const changed = await reopening(database, () =>
    database.transaction('rw', database.meta, async () => {
      const before = await keptOnlineMap(database)
      const after = to(before)
      if (JSON.stringify(after) === JSON.stringify(before)) return false
      await database.meta.put(after, key)
      return true
    }),
  )
  if (changed) announce('online-map')
}
