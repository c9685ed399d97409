import { announce } from './changes.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

export type Settled = { id: string; outcome: 'admitted' | 'dismissed'; reason: string }

/** What became of held entries [L6]. Told again until the next request has named them. */
export const settleHeld = async (database: Database, settled: readonly Settled[]): Promise<void> => {
  await reopening(database, () =>
    database.transaction('rw', database.own, database.meta, async () => {
      for (const { id, outcome, reason } of settled) {
        const row = await database.own.where('id').equals(id).first()
        if (row?.delivery.at !== 'held') continue
        // An admitted one is asked for once more: the answer is `duplicate`, with its seq and a receipt.
        const delivery =
          outcome === 'admitted'
            ? ({ at: 'waiting' } as const)
            : ({ at: 'held', code: 'dismissed', detail: reason } as const)
        await database.own.put({ ...row, state: delivery.at, delivery })
      }
      await database.meta.put(
        settled.map(({ id }) => id),
        'settledSeen',
      )
    }),
  )
  if (settled.length > 0) announce('delivered')
}
