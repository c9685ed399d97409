import { sql } from 'kysely'
import type { Db } from './tables.ts'

/** Does it in a transaction that others may share; the promise is kept only once that is committed and fsynced [I3]. */
export type Together = <Result>(act: (tx: Db) => Promise<Result>) => Promise<Result>

type Waiting = {
  act: (tx: Db) => Promise<unknown>
  done: (result: never) => void
  failed: (error: unknown) => void
}
type Outcome = { ok: true; result: unknown } | { ok: false; error: unknown }

/** What waits longer for more company only makes everybody late. */
const mostAtOnce = 64

/**
 * What arrives together shares one commit, and one fsync (decision 48): a thousand phones on the road back would else
 * each wait for a disk of their own. Each acts alone all the same: what one of them did wrong is rolled back to where it
 * began, and the others never see it.
 */
export const commitTogether = (db: Pick<Db, 'transaction'>): Together => {
  const waiting: Waiting[] = []
  let underWay = false
  const next = async (): Promise<void> => {
    while (waiting.length > 0) await commitGroup(db, waiting.splice(0, mostAtOnce))
    underWay = false
  }
  return (act) =>
    new Promise((done, failed) => {
      waiting.push({ act, done, failed })
      if (underWay) return
      underWay = true
      // Not at once: SQLite holds this thread until the commit, and whoever has arrived by now would miss it.
      setImmediate(next)
    })
}

const commitGroup = async (db: Pick<Db, 'transaction'>, group: readonly Waiting[]): Promise<void> => {
  try {
    const [first] = group
    // Alone, the transaction itself is what is rolled back.
    if (first !== undefined && group.length === 1) {
      first.done((await db.transaction().execute(first.act)) as never)
      return
    }
    const outcomes = await db.transaction().execute(async (tx) => {
      const each: Outcome[] = []
      for (const { act } of group) each.push(await actAlone(tx, act))
      return each
    })
    for (const [at, { done, failed }] of group.entries()) {
      const outcome = outcomes[at]
      if (outcome?.ok === true) done(outcome.result as never)
      else failed(outcome?.error)
    }
  } catch (error) {
    // Nothing of it is durable: nobody is told that it were.
    for (const { failed } of group) failed(error)
  }
}

const actAlone = async (tx: Db, act: Waiting['act']): Promise<Outcome> => {
  await sql`savepoint alone`.execute(tx)
  try {
    const result = await act(tx)
    await sql`release savepoint alone`.execute(tx)
    return { ok: true, result }
  } catch (error) {
    await sql`rollback to savepoint alone`.execute(tx)
    await sql`release savepoint alone`.execute(tx)
    return { ok: false, error }
  }
}
