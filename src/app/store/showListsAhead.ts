import { foldVersion } from '../device/build.ts'
import { announceElsewhere, announceHere } from './changes.ts'
import { noteJustListed } from './justListed.ts'
import type { GivenList, KeptList } from './listRows.ts'
import { sumOf } from './listSum.ts'
import { reopening } from './reopening.ts'
import type { Database } from './tables.ts'

/** As the endpoint says it: made of the book's pages up to `seq`, by those checklists. */
type Made = { book: string; seq: number; digest: string; checklists: string; text: string }

/**
 * Lists that came ahead of their books' pages stand at once; one that the pages have caught up with meanwhile is left
 * alone. What is answered keeps them on the disk, for when all have come: they are copies, so that what is lost before
 * then costs time alone.
 */
export const showListsAhead = async (database: Database, made: readonly Made[]): Promise<() => Promise<void>> => {
  const { lists, cursors } = database
  const held = new Map((await cursors.toArray()).map(({ book, seq }) => [book, seq]))
  const ahead = made
    .filter(({ book, seq }) => seq > (held.get(book) ?? 0))
    .map(({ book, seq, digest, checklists, text }): GivenList => {
      const mark = { fold: foldVersion, generation: 0, seq, digest, checklists, pending: [] }
      return { book, mark, text, ahead: true }
    })
  noteJustListed(database.name, ahead)
  announceHere('listed')
  return async () => {
    const kept = ahead.map((list): KeptList => ({ ...list, sum: sumOf(list.text) }))
    await reopening(database, () => lists.bulkPut(kept))
    announceElsewhere('listed')
  }
}
