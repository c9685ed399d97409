import type { TodayItem } from './villageWork.ts'

/** What is due in one village. `households` counts each once, however much is due there. */
export type VillageDue = {
  village: string
  items: TodayItem[]
  households: number
  tents: number
  nearest: number | null
}

/** Villages with something due: the nearest first where the place is known, then those with families in a tent. */
export const byVillage = (due: readonly TodayItem[], title: (village: string) => string): VillageDue[] => {
  const villages = new Map<string, TodayItem[]>()
  for (const item of due) {
    const items = villages.get(item.row.village)
    if (items === undefined) villages.set(item.row.village, [item])
    else items.push(item)
  }
  return [...villages].map(([village, items]) => countsOf(village, items)).sort(inOrder(title))
}

const countsOf = (village: string, items: TodayItem[]): VillageDue => {
  const distances = items.flatMap(({ distance }) => (distance === null ? [] : [distance]))
  return {
    village,
    items,
    households: new Set(items.map(({ row }) => row.id)).size,
    tents: new Set(items.filter(({ row }) => row.dwelling === 'tent').map(({ row }) => row.id)).size,
    nearest: distances.length === 0 ? null : Math.min(...distances),
  }
}

const inOrder =
  (title: (village: string) => string) =>
  (a: VillageDue, b: VillageDue): number =>
    (a.nearest ?? far) - (b.nearest ?? far) ||
    b.tents - a.tents ||
    title(a.village).localeCompare(title(b.village), 'vi', { numeric: true })

/** Metres: further than any village of a district, so that places unknown come after places known. */
const far = 10_000_000
