import { compareTitles } from '../names/compareTitles.ts'
import type { TodayItem } from './villageWork.ts'

/** What is due in one village. `households` counts each once, however much is due there. */
export type VillageDue = {
  village: string
  items: TodayItem[]
  households: number
  tents: number
  /** Metres to the nearest house with something due, or to the village itself where no house has a place. */
  nearest: number | null
  /** Of the most urgent thing that is due there. */
  urgency: string
}

type About = {
  title(village: string): string
  /** Metres from here to the village itself, where both are known. */
  away?(village: string): number | null
}

/**
 * Villages with something due: those with families in a tent first, then the nearest. A village without a place, or all
 * of them where this phone has none: what is most urgent comes first, then the name.
 */
export const byVillage = (due: readonly TodayItem[], { title, away = () => null }: About): VillageDue[] => {
  const villages = new Map<string, TodayItem[]>()
  for (const item of due) {
    const items = villages.get(item.row.village)
    if (items === undefined) villages.set(item.row.village, [item])
    else items.push(item)
  }
  return [...villages].map(([village, items]) => countsOf(village, items, away(village))).sort(inOrder(title))
}

const countsOf = (village: string, items: TodayItem[], away: number | null): VillageDue => {
  const distances = items.flatMap(({ distance }) => (distance === null ? [] : [distance]))
  return {
    village,
    items,
    households: new Set(items.map(({ row }) => row.id)).size,
    tents: new Set(items.filter(({ row }) => row.dwelling === 'tent').map(({ row }) => row.id)).size,
    nearest: distances.length === 0 ? away : Math.min(...distances),
    urgency: items.map(({ urgency }) => urgency).sort()[0] ?? '',
  }
}

const inOrder =
  (title: (village: string) => string) =>
  (a: VillageDue, b: VillageDue): number =>
    Number(b.tents > 0) - Number(a.tents > 0) ||
    (a.nearest ?? far) - (b.nearest ?? far) ||
    (a.urgency < b.urgency ? -1 : a.urgency > b.urgency ? 1 : 0) ||
    compareTitles(title(a.village), title(b.village))

/** Metres: further than any village of a district, so that places unknown come after places known. */
const far = 10_000_000
