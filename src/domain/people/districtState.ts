import { byStamp } from '../book/bookState.ts'
import type { FoldedEntry } from '../entries/entry.ts'

/**
 * The district's book in memory: all its entries by kind. It is small (areas, people, teams, checklists, funds), so
 * its views are computed whole when it changed.
 */
export type DistrictState = { readonly book: string; version: number; readonly entries: Map<string, FoldedEntry> }

export const emptyDistrictState = (book: string): DistrictState => ({ book, version: 0, entries: new Map() })

export const foldDistrict = (state: DistrictState, entries: Iterable<FoldedEntry>): boolean => {
  let changed = false
  for (const entry of entries) {
    const before = state.entries.get(entry.id)
    if (before !== undefined && before.stamp === entry.stamp && before.seq === entry.seq) continue
    state.entries.set(entry.id, entry)
    changed = true
  }
  if (changed) state.version += 1
  return changed
}

/** Unvoided entries of a kind in (stamp, id) order: the later one of the same thing wins. */
export const districtEntries = (state: DistrictState, kind: string): FoldedEntry[] => {
  const all = [...state.entries.values()]
  const gone = new Set(
    all
      .filter((entry) => entry.kind === 'entry.voided' && kind !== 'entry.voided')
      .filter((entry) => (entry.body as { kind?: string }).kind === kind)
      .map((entry) => (entry.body as { entry?: string }).entry),
  )
  return all.filter((entry) => entry.kind === kind && !gone.has(entry.id)).sort(byStamp)
}
