import { storable } from '../../domain/book/canonicalJson.ts'
import type { HeldCode } from '../../wire/messages/sync.ts'
import { among, listed } from '../books/listed.ts'
import { saidOnce } from '../books/saidOnce.ts'
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
  const ids = listed(entries.map(({ id }) => keepable(id)))
  const counters = listed(entries.flatMap(({ raw }) => (Number.isSafeInteger(raw.n) ? [raw.n as number] : [])))
  const taken = new Map<string, Taken>()
  const takenBy = new Map<number, string>()
  const kept = new Map<string, Kept>()
  const keptBy = new Map<number, string | null>()
  if (entries.length > 0) {
    for (const { id, hash, seq, stamp } of await takenIds(tx, ids)) taken.set(id, { hash, seq, stamp })
    for (const { id, n } of await takenCounters(tx, device, counters)) takenBy.set(Number(n), id)
    for (const { entry, hash, code, detail, outcome } of await keptIds(tx, device, ids))
      kept.set(`${hash} ${entry}`, { code: code as HeldCode, detail, outcome })
    for (const { entry, n } of await keptCounters(tx, device, counters))
      if (!keptBy.has(Number(n))) keptBy.set(Number(n), entry)
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

const takenIds = saidOnce((db, ids: string) =>
  db.selectFrom('entries').select(['id', 'hash', 'seq', 'stamp']).where('id', 'in', among<string>(ids)),
)

const takenCounters = saidOnce((db, device: string, counters: string) =>
  db.selectFrom('entries').select(['id', 'n']).where('device', '=', device).where('n', 'in', among<number>(counters)),
)

const keptIds = saidOnce((db, device: string, ids: string) =>
  db
    .selectFrom('held')
    .select(['entry', 'hash', 'code', 'detail', 'outcome'])
    .where('device', '=', device)
    .where('entry', 'in', among<string>(ids)),
)

const keptCounters = saidOnce((db, device: string, counters: string) =>
  db
    .selectFrom('held')
    .select(['entry', 'n'])
    .where('device', '=', device)
    .where('n', 'in', among<number>(counters))
    .where('code', '!=', 'not-yours'),
)

/** An id with U+0000 or half a letter in it is held as any other, written so that every database keeps it. */
export const keepable = (id: string): string => (storable(id) ? id : JSON.stringify(id))
