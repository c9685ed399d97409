import { storable } from '../../domain/book/canonicalJson.ts'
import type { PhotoTaken } from '../../domain/entries/communeBodies.ts'
import type { Entry } from '../../domain/entries/entry.ts'
import { greatestVersion, isKnownKind } from '../../domain/entries/kinds.ts'
import { entryShape } from '../../wire/entry.ts'
import { bodyShapes } from '../../wire/kinds/bodyShapes.ts'
import { appendEntry } from '../books/bookWriter.ts'
import type { Db } from '../books/tables.ts'
import { stampFor } from './acceptEntries.ts'

/**
 * Takes a held entry into its book on an admin's word. The word overrides rights and reach, never shape: what can't be
 * folded can't be admitted. Its clock is clamped by when it arrived, not by when somebody found time for it.
 */
export const admit = async (
  tx: Db,
  held: { raw: string; hash: string; arrived: number },
  nowMs: number,
): Promise<{ done: boolean; why: string }> => {
  const entry = JSON.parse(held.raw) as Entry
  const why = await obstacle(tx, entry)
  if (why !== null) return { done: false, why }
  const stamp = await stampFor(tx, entry, null, Number(held.arrived))
  await appendEntry(tx, { entry, text: held.raw, hash: held.hash, stamp, arrivedMs: nowMs })
  if (entry.kind === 'photo.taken') await openPictures(tx, entry.body as PhotoTaken)
  return { done: true, why: '' }
}

const obstacle = async (tx: Db, entry: Entry): Promise<string | null> => {
  if (!entryShape.safeParse(entry).success || !storable(entry)) return 'it is not of an entry’s shape'
  if (isKnownKind(entry.kind)) {
    if (entry.v > greatestVersion(entry.kind)) return 'it is of a newer version than this endpoint reads'
    if (!bodyShapes[entry.kind].safeParse(entry.body).success) return 'its body is not of its kind’s shape'
  }
  const book = await tx.selectFrom('books').select('id').where('id', '=', entry.book).executeTakeFirst()
  if (book === undefined) return 'there is no such book'
  const taken = await tx.selectFrom('entries').select('id').where('id', '=', entry.id).executeTakeFirst()
  return taken === undefined ? null : 'another entry has its id'
}

/** The pictures that it names leave quarantine with it. */
const openPictures = async (tx: Db, { sha256, preview }: PhotoTaken): Promise<void> => {
  await tx.updateTable('photos').set({ quarantine: 0 }).where('sha256', 'in', [sha256, preview.sha256]).execute()
}
