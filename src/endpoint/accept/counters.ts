import { saidOnce } from '../books/saidOnce.ts'
import type { Db } from '../books/tables.ts'

/**
 * Counts entries of a device in; returns its `upTo`: the n up to which all are durable here. What came beyond a gap is
 * kept as `ahead`.
 */
export const countIn = async (tx: Db, device: string, counters: readonly number[]): Promise<number> => {
  const before = await readUpTo(tx, device)
  const fresh = new Set(counters.filter((n) => n > before))
  if (fresh.size === 0) return before
  const ahead = new Set((await aheadOf(tx, device)).map(({ n }) => Number(n)))
  let upTo = before
  while (fresh.has(upTo + 1) || ahead.has(upTo + 1)) upTo += 1
  const beyond = [...fresh].filter((n) => n > upTo && !ahead.has(n))
  await insertAhead.each(
    tx,
    beyond.map((n) => [device, n]),
  )
  if (upTo === before) return before
  if (ahead.size > 0) await tx.deleteFrom('ahead').where('device', '=', device).where('n', '<=', upTo).execute()
  await setUpTo(tx, upTo, device)
  return upTo
}

export const readUpTo = async (tx: Db, device: string): Promise<number> =>
  Number((await upToOf(tx, device))[0]?.upTo ?? 0)

const upToOf = saidOnce((db, device: string) => db.selectFrom('devices').select('upTo').where('id', '=', device))

const setUpTo = saidOnce((db, upTo: number, device: string) =>
  db.updateTable('devices').set({ upTo }).where('id', '=', device),
)

const aheadOf = saidOnce((db, device: string) => db.selectFrom('ahead').select('n').where('device', '=', device))

const insertAhead = saidOnce((db, device: string, n: number) => db.insertInto('ahead').values({ device, n }))

/** Counters that are missing below the greatest one seen, at most 100. */
export const gapsOf = async (tx: Db, device: string, upTo: number): Promise<number[]> => {
  const ahead = new Set((await aheadOf(tx, device)).map(({ n }) => Number(n)))
  const last = Math.max(upTo, ...ahead)
  const gaps: number[] = []
  for (let n = upTo + 1; n < last && gaps.length < 100; n += 1) if (!ahead.has(n)) gaps.push(n)
  return gaps
}
