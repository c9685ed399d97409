import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database, Delivery, OwnEntry } from './tables.ts'

/** This device's entries that still wait, oldest first: the outbox is a question to the table, not a flag elsewhere. */
export const ownWaiting = (database: Database, most: number): Promise<OwnEntry[]> =>
  database.own.where('state').equals('waiting').limit(most).sortBy('n')

/** Sets where entries stand, by id. Entries that were saved meanwhile are not among them and stay [I2]. */
export const setDeliveries = async (database: Database, deliveries: ReadonlyMap<string, Delivery>): Promise<void> => {
  if (deliveries.size === 0) return
  await reopening(database, () =>
    database.transaction('rw', database.own, async () => {
      // All keys asked for at once: a cursor that goes from one to the next waits for the disk's thread at each.
      const keys = await Promise.all(
        [...deliveries.keys()].map((id) => database.own.where('id').equals(id).primaryKeys()),
      )
      const changed = (await database.own.bulkGet(keys.flat())).flatMap((row) => {
        const delivery = row === undefined ? undefined : deliveries.get(row.id)
        return row === undefined || delivery === undefined ? [] : [{ ...row, state: delivery.at, delivery }]
      })
      await database.own.bulkPut(changed)
    }),
  )
  announce('delivered')
}

/** How many entries of this device still wait. */
export const countWaiting = (database: Database): Promise<number> =>
  database.own.where('state').equals('waiting').count()

/** Entries and photos that wait for a line: what a sync is begun for. */
export const countToSend = async (database: Database): Promise<number> =>
  (await countWaiting(database)) + (await database.photos.where('state').equals('waiting').count())
