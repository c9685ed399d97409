import type { Db } from '../books/tables.ts'

/** Counts entries of a device in: `upTo` is the n up to which all are durable here, `ahead` what came beyond a gap. */
export const countIn = async (tx: Db, device: string, counters: readonly number[]): Promise<void> => {
  if (counters.length === 0) return
  const before = await readUpTo(tx, device)
  const fresh = [...new Set(counters)].filter((n) => n > before).map((n) => ({ device, n }))
  if (fresh.length === 0) return
  await tx
    .insertInto('ahead')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ahead = await tx.selectFrom('ahead').select('n').where('device', '=', device).orderBy('n').execute()
  let upTo = before
  for (const { n } of ahead) {
    if (Number(n) !== upTo + 1) break
    upTo = Number(n)
  }
  await tx.deleteFrom('ahead').where('device', '=', device).where('n', '<=', upTo).execute()
  await tx.updateTable('devices').set({ upTo }).where('id', '=', device).execute()
}

export const readUpTo = async (tx: Db, device: string): Promise<number> =>
  Number((await tx.selectFrom('devices').select('upTo').where('id', '=', device).executeTakeFirst())?.upTo ?? 0)

/** Counters that are missing below the greatest one seen, at most 100. */
export const gapsOf = async (tx: Db, device: string, upTo: number): Promise<number[]> => {
  const ahead = new Set(
    (await tx.selectFrom('ahead').select('n').where('device', '=', device).execute()).map(({ n }) => Number(n)),
  )
  const last = Math.max(upTo, ...ahead)
  const gaps: number[] = []
  for (let n = upTo + 1; n < last && gaps.length < 100; n += 1) if (!ahead.has(n)) gaps.push(n)
  return gaps
}
