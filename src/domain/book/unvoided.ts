import type { EntryVoided } from '../entries/communeBodies.ts'
import type { FoldedEntry } from '../entries/entry.ts'

/**
 * A history without what was taken back. A void names an entry of the same subject and that entry's kind, else it has
 * no effect; a void is not voided.
 */
export const unvoided = (history: readonly FoldedEntry[]): FoldedEntry[] => {
  if (!history.some(({ kind }) => kind === 'entry.voided')) return [...history]
  const kinds = new Map(history.map((entry) => [entry.id, entry.kind]))
  const gone = new Set<string>()
  for (const entry of history) {
    if (entry.kind !== 'entry.voided') continue
    const { entry: target, kind } = entry.body as EntryVoided
    if (kind !== 'entry.voided' && kinds.get(target) === kind) gone.add(target)
  }
  return history.filter(({ id, kind }) => kind !== 'entry.voided' && !gone.has(id))
}
