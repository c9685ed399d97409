import type { BookCursor, BookRef, FreshCopy } from '../store/tables.ts'

/**
 * From where each book is asked for: where the fresh copy stands if there is one, else where the book stands. A book is
 * left out while its fresh copy waits for another day, or when its page did not verify in this hand-in.
 */
export const pullFrom = (
  books: readonly BookRef[],
  cursors: readonly BookCursor[],
  fresh: readonly FreshCopy[],
  badBooks: ReadonlySet<string>,
  nowMs: number,
): { [book: string]: number } => {
  const held = new Map(cursors.map(({ book, seq }) => [book, seq]))
  const copies = new Map(fresh.map((copy) => [copy.book, copy]))
  const wanted: { [book: string]: number } = {}
  for (const { id } of books) {
    const copy = copies.get(id)
    if (badBooks.has(id) || (copy !== undefined && nowMs < copy.notBeforeMs)) continue
    wanted[id] = copy?.seq ?? held.get(id) ?? 0
  }
  return wanted
}

const dayMs = 24 * 60 * 60_000

/** [L7] A book whose digest differs is pulled afresh at most once a day. */
export const mayPullAfresh = ({ afresh, afreshMs }: BookCursor, nowMs: number): boolean =>
  (afresh ?? null) === null && (afreshMs === undefined || nowMs - afreshMs >= dayMs)

export const aDayLater = (nowMs: number): number => nowMs + dayMs
