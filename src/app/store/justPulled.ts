import type { StampedEntry } from '../../domain/entries/entry.ts'

/** Entries of pages that were just kept by this thread: who folds them next need not unpack them once more. */
const pages = new Map<string, readonly StampedEntry[]>()

/** What nobody asks for (a worker has no books in memory) must not stay. */
const most = 8

const keyOf = (database: string, book: string, from: number): string => `${database} ${book} ${from}`

export const noteJustPulled = (
  database: string,
  { book, from }: { book: string; from: number },
  entries: readonly StampedEntry[],
): void => {
  pages.set(keyOf(database, book, from), entries)
  for (const oldest of [...pages.keys()].slice(0, -most)) pages.delete(oldest)
}

export const takeJustPulled = (database: string, book: string, from: number): readonly StampedEntry[] | null => {
  const key = keyOf(database, book, from)
  const entries = pages.get(key)
  pages.delete(key)
  return entries ?? null
}
