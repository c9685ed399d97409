import type { TodayItem } from './villageWork.ts'

export type DueParts = { tents: TodayItem[]; mine: TodayItem[]; rest: TodayItem[] }

/** What is due, in the order in which it is shown: families in a tent whoever goes there, then mine, then the rest. */
export const dueParts = (due: readonly TodayItem[], mine: ReadonlySet<string>): DueParts => {
  const parts: DueParts = { tents: [], mine: [], rest: [] }
  for (const item of due) {
    if (item.row.dwelling === 'tent') parts.tents.push(item)
    else if (mine.has(item.row.id)) parts.mine.push(item)
    else parts.rest.push(item)
  }
  return parts
}

/** Households among these, each counted once, however much is due there. */
export const householdsOf = (items: readonly TodayItem[]): number => new Set(items.map(({ row }) => row.id)).size
