import type { StampedEntry } from '../../domain/entries/entry.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/**
 * A sealed page may tell of an own entry whose receipt got lost. It goes on waiting for that receipt [I2], but should the
 * endpoint be restored meanwhile, it comes back with the stamp it had [I6].
 */
export const stampsHeard = async (database: Database, device: string, entries: readonly StampedEntry[]) => {
  const stamps = new Map(entries.filter((entry) => entry.device === device).map(({ id, stamp }) => [id, stamp]))
  if (stamps.size === 0) return
  await reopening(database, () =>
    database.own
      .where('state')
      .equals('waiting')
      .modify((row) => {
        const stamp = stamps.get(row.id)
        if (row.delivery.at === 'waiting' && stamp !== undefined) row.delivery = { at: 'waiting', stamp }
      }),
  )
}
