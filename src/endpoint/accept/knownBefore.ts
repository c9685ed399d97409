import { storable } from '../../domain/book/canonicalJson.ts'
import type { HeldCode } from '../../wire/messages/sync.ts'
import type { Db } from '../books/tables.ts'

type Taken = { hash: string; seq: number; stamp: string }
type Kept = { code: HeldCode; detail: string; outcome: string | null }

/** What was here of a push's ids and counters before it, and what came of it since: asked for once, not entry by entry. */
export type Known = {
  taken(id: string): Taken | undefined
  kept(id: string, hash: string): Kept | undefined
  /** Another id than this one has that counter of this device, in a book or held. */
  isForked(id: string, n: number): boolean
  noteTaken(id: string, n: number, taken: Taken): void
  noteKept(id: string, hash: string, n: number | null, kept: Kept): void
}

export const knownBefore = async (
  tx: Db,
  device: string,
  entries: readonly { id: string; raw: { [field: string]: unknown } }[],
): Promise<Known> => {
  const ids = entries.map(({ id }) => id)
  const counters = entries.flatMap(({ raw }) => (Number.isSafeInteger(raw.n) ? [raw.n as number] : []))
  const taken = new Map<string, Taken>()
  const takenBy = new Map<number, string>()
  const kept = new Map<string, Kept>()
  const keptBy = new Map<number, string | null>()
  if (ids.length > 0) {
    const here = tx.selectFrom('entries').select(['id', 'hash', 'seq', 'stamp'])
    for (const { id, ...row } of await here.where('id', 'in', ids).execute()) taken.set(id, row)
    const held = tx.selectFrom('held').select(['entry', 'hash', 'code', 'detail', 'outcome'])
    const same = held.where('device', '=', device).where('entry', 'in', ids.map(keepable))
    for (const { entry, hash, code, ...row } of await same.execute())
      kept.set(`${hash} ${entry}`, { ...row, code: code as HeldCode })
  }
  if (counters.length > 0) {
    const here = tx.selectFrom('entries').select(['id', 'n']).where('device', '=', device)
    for (const { id, n } of await here.where('n', 'in', counters).execute()) takenBy.set(Number(n), id)
    const held = tx.selectFrom('held').select(['entry', 'n']).where('device', '=', device)
    const own = held.where('n', 'in', counters).where('code', '!=', 'not-yours')
    for (const { entry, n } of await own.execute()) if (!keptBy.has(Number(n))) keptBy.set(Number(n), entry)
  }
  return {
    taken: (id) => taken.get(id),
    kept: (id, hash) => kept.get(`${hash} ${keepable(id)}`),
    isForked: (id, n) => (takenBy.has(n) && takenBy.get(n) !== id) || (keptBy.has(n) && keptBy.get(n) !== id),
    noteTaken: (id, n, row) => {
      taken.set(id, row)
      takenBy.set(n, id)
    },
    noteKept: (id, hash, n, row) => {
      kept.set(`${hash} ${keepable(id)}`, row)
      if (n !== null && row.code !== 'not-yours' && !keptBy.has(n)) keptBy.set(n, keepable(id))
    },
  }
}

/** An id with U+0000 or half a letter in it is held as any other, written so that every database keeps it. */
export const keepable = (id: string): string => (storable(id) ? id : JSON.stringify(id))
