import type { BookState } from '../book/bookState.ts'
import { unvoided } from '../book/unvoided.ts'
import type { BuildPlanned } from '../entries/communeBodies.ts'
import type { FoldedEntry } from '../entries/entry.ts'
import { isKnownKind, type KnownKind } from '../entries/kinds.ts'
import type { Household } from './household.ts'

/** An entry to take back. */
export type TakenBack = { book: string; subject: string; entry: string; kind: KnownKind }

/**
 * All that one move wrote, `household.moved` first: so the household stands twice for a while rather than nowhere. One
 * save numbers its entries in a row, from the new registration to the move. null: that book is not here, or somebody
 * has recorded something on the new page since, which would be lost from sight.
 */
export const moveTakenBack = (books: ReadonlyMap<string, BookState>, old: Household): TakenBack[] | null => {
  const [here, there] = [books.get(old.book), books.get(old.movedTo?.book ?? '')]
  const page = old.movedTo?.household
  if (here === undefined || there === undefined || !page) return null
  const moved = historyOf(here, old.id).find(({ id }) => id === old.movedTo?.entry)
  const registered = historyOf(there, page).find(({ kind }) => kind === 'household.registered')
  if (moved === undefined || registered?.device !== moved.device) return null
  const ofTheMove = ({ device, n }: FoldedEntry) => device === moved.device && n >= registered.n && n <= moved.n
  const planned = [...there.builds].filter((build) =>
    historyOf(there, build).some((one) => begins(one) && ofTheMove(one)),
  )
  const written = [page, ...planned].flatMap((subject) => historyOf(there, subject))
  const builtOn = [...(there.buildsFor.get(page) ?? [])].some((build) => !planned.includes(build))
  if (builtOn || !written.every(ofTheMove)) return null
  const held = [...(here.buildsFor.get(old.id) ?? [])].flatMap((build) => historyOf(here, build)).filter(ofTheMove)
  return [moved, ...held, ...written.reverse()].flatMap(({ book, subject, id, kind }) =>
    isKnownKind(kind) ? [{ book, subject, entry: id, kind }] : [],
  )
}

const historyOf = (state: BookState, subject: string): FoldedEntry[] => unvoided(state.histories.get(subject) ?? [])

const begins = ({ kind, body }: FoldedEntry): boolean =>
  kind === 'build.planned' && 'household' in (body as BuildPlanned).for
