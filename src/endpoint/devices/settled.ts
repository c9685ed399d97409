import type { SyncAnswer } from '../../wire/messages/sync.ts'
import { saidOnce } from '../books/saidOnce.ts'
import type { Db } from '../books/tables.ts'

/** The rest is told once these are seen. */
const mostAtOnce = 500

/** What became of this device's held entries, told until it says that it knows. */
export const readSettled = async (db: Db, device: string): Promise<SyncAnswer['settled']> => {
  const rows = await untold(db, device)
  return rows.flatMap(({ entry, outcome, reason }) =>
    entry === null
      ? []
      : [
          {
            id: entry,
            outcome: outcome === 'admitted' ? ('admitted' as const) : ('dismissed' as const),
            reason: reason ?? '',
          },
        ],
  )
}

const untold = saidOnce((db, device: string) =>
  db
    .selectFrom('held')
    .select(['entry', 'outcome', 'reason'])
    .where('device', '=', device)
    .where('outcome', 'is not', null)
    .where('told', '=', 0)
    .orderBy('arrived')
    .limit(mostAtOnce),
)

export const seenSettled = async (tx: Db, device: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .updateTable('held')
    .set({ told: 1 })
    .where('device', '=', device)
    .where('entry', 'in', ids.slice(0, mostAtOnce))
    .where('outcome', 'is not', null)
    .execute()
}
