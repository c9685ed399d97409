import type { Areas } from '../place/areas.ts'
import { type Counts, sumCounts } from './board.ts'

/** A commune's book with its counts; treatment houses are its medical station's. */
export type CommuneCounts = {
  id: string
  title: string
  border: boolean
  counts: Counts
  treatment: TreatmentCounts
}
export type TreatmentCounts = { houses: number; finished: number }

/** A unit of today's division that groups older communes, or a commune that stands for itself. */
export type BoardGroup = { id: string; title: string; counts: Counts; treatment: TreatmentCounts; communes: string[] }

/** Communes under their successors, by title; the sum of their parts [R-board-01]. */
export const boardGroups = (communes: readonly CommuneCounts[], areas: Areas): BoardGroup[] => {
  const groups = new Map<string, CommuneCounts[]>()
  for (const commune of communes) {
    const successor = areas.byId(commune.id)?.successor ?? commune.id
    groups.set(successor, [...(groups.get(successor) ?? []), commune])
  }
  return [...groups]
    .map(([id, parts]) => ({
      id,
      title: areas.byId(id)?.title ?? parts[0]?.title ?? id,
      counts: sumCounts(parts.map(({ counts }) => counts)),
      treatment: sumTreatment(parts.map(({ treatment }) => treatment)),
      communes: parts.map((part) => part.id),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'vi'))
}

export const sumTreatment = (all: readonly TreatmentCounts[]): TreatmentCounts => ({
  houses: all.reduce((sum, { houses }) => sum + houses, 0),
  finished: all.reduce((sum, { finished }) => sum + finished, 0),
})
