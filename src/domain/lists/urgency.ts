import type { HouseholdRow } from './householdRows.ts'
import { tentsFirst } from './tentsFirst.ts'

export type Task = 'visit' | 'check' | 'supplement' | 'mend-again' | 'tell-family' | 'missing-photo' | 'new-head'

type Due = { row: Pick<HouseholdRow, 'dwelling'>; distance: number | null; urgency: string }

/**
 * What can't wait, as text that sorts: an answer that a family waits for, a photo that nobody can take from afar, a
 * check, a result to tell, who the new head is, then visits, the day agreed longest ago first, and who was never met behind them.
 */
export const urgencyOf = ({ next }: Pick<HouseholdRow, 'next'>, tasks: readonly Task[]): string =>
  tasks.map((task) => `${ranks[task]} ${task === 'visit' ? (next ?? 'none') : ''}`).sort()[0] ?? ''

const ranks: { [T in Task]: number } = {
  'mend-again': 0,
  supplement: 0,
  'missing-photo': 1,
  check: 2,
  'tell-family': 3,
  'new-head': 4,
  visit: 5,
}

/**
 * Families in a tent first, then the nearest. Where no place is known, of the phone or of the house, what is most
 * urgent comes first, and then the names: items come in the order of names, and sorting keeps it.
 */
export const byUrgency = (a: Due, b: Due): number =>
  tentsFirst(a.row, b.row) ||
  (a.distance ?? farthest) - (b.distance ?? farthest) ||
  (a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : 0)

/** Farther than any two places on Earth, in metres. */
const farthest = 1e8
