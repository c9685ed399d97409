import type { Day } from '../../domain/entries/communeBodies.ts'
import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import { withReserve } from './reserve.ts'
import type { Database } from './tables.ts'

type Kept = { day: Day; households: string[] }

/** The households that somebody took on for `day`; those of another day are over. */
export const readMine = async (database: Database, day: Day): Promise<ReadonlySet<string>> => {
  const kept = (await database.meta.get('mine')) as Kept | undefined
  return new Set(kept?.day === day ? kept.households : [])
}

/** Read, changed and written in one transaction: two quick taps both count. */
export const changeMine = async (
  database: Database,
  day: Day,
  change: (mine: ReadonlySet<string>) => ReadonlySet<string>,
): Promise<void> => {
  await withReserve(database, () =>
    reopening(database, () =>
      database.transaction('rw', database.meta, async () => {
        const kept: Kept = { day, households: [...change(await readMine(database, day))] }
        await database.meta.put(kept, 'mine')
      }),
    ),
  )
  announce('mine')
}
