import type { StampedEntry } from '../../domain/entries/entry.ts'

/**
 * Entries of pages that were just kept by this thread, by their seals: who folds them next need not unpack them once more.
 * No two pages have one seal.
 */
const pages = new Map<string, readonly StampedEntry[]>()

/** What nobody asks for (a worker has no books in memory) must not stay. */
const most = 8

export const noteJustPulled = (seal: string, entries: readonly StampedEntry[]): void => {
  pages.set(seal, entries)
  for (const oldest of [...pages.keys()].slice(0, -most)) pages.delete(oldest)
}

export const takeJustPulled = (seal: string): readonly StampedEntry[] | null => {
  const entries = pages.get(seal)
  pages.delete(seal)
  return entries ?? null
}
