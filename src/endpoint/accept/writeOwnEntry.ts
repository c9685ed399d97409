import { entryText } from '../../domain/book/entryHash.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import type { BodyOf, KnownKind } from '../../domain/entries/kinds.ts'
import { tick } from '../../domain/time/hybridClock.ts'
import { appendEntry } from '../books/bookWriter.ts'
import { readMeta, writeMeta } from '../books/openBooks.ts'
import type { Db } from '../books/tables.ts'
import type { EndpointKeys } from '../keys/endpointKeys.ts'
import { sha256Hex } from '../keys/sha256.ts'
import { uuid7 } from './uuid7.ts'

/** What the endpoint writes itself, under a device id and a counter of its own. */
export const writeOwnEntry = async <K extends KnownKind>(
  tx: Db,
  keys: EndpointKeys,
  { book, kind, subject, body }: { book: string; kind: K; subject: string; body: BodyOf<K> },
  nowMs: number,
): Promise<void> => {
  const n = Number((await readMeta(tx, 'ownCounter')) ?? 0) + 1
  const at = tick(await readMeta(tx, 'ownClock'), nowMs, keys.device)
  const entry: Entry = {
    id: uuid7(nowMs),
    book,
    kind,
    v: 1,
    subject,
    at,
    device: keys.device,
    person: 'endpoint',
    n,
    body,
  }
  const text = entryText(entry)
  await appendEntry(tx, { entry, text, hash: sha256Hex(text), stamp: at, arrivedMs: nowMs })
  await writeMeta(tx, 'ownCounter', String(n))
  await writeMeta(tx, 'ownClock', at)
}
