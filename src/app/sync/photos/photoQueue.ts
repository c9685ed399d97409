import type { PhotoRow } from '../../store/photoRows.ts'

export type Tier = 'preview' | 'evidence'
export type PhotoTask = { tier: Tier; row: PhotoRow }

/**
 * What to send, in this order: every preview first, so that the district can decide the same day; then the evidence;
 * newest first within each.
 */
export const photoQueue = (rows: readonly PhotoRow[]): PhotoTask[] => {
  const newestFirst = [...rows].sort((a, b) => (a.photo < b.photo ? 1 : -1))
  const tier = (name: Tier): PhotoTask[] =>
    newestFirst.filter((row) => row[name].at === 'waiting').map((row) => ({ tier: name, row }))
  return [...tier('preview'), ...tier('evidence')]
}
