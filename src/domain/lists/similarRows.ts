import { plainText } from '../names/plainText.ts'
import type { HouseholdRow } from './householdRows.ts'

/**
 * Households of the village with the same name without diacritics, or one that differs in one letter: "is it perhaps
 * this one?". At most five, the nearest name first.
 */
export const similarRows = (rows: readonly HouseholdRow[], name: string, village: string): HouseholdRow[] => {
  const wanted = plainText(name)
  if (wanted.length < 3) return []
  return rows
    .filter((row) => row.village === village)
    .map((row) => ({ row, away: Math.min(...row.plain.split(' · ').map((known) => editsBetween(known, wanted, 2))) }))
    .filter(({ away }) => away <= 1)
    .sort((a, b) => a.away - b.away)
    .slice(0, 5)
    .map(({ row }) => row)
}

/** Levenshtein's distance, given up at `limit`. */
const editsBetween = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1
      now[j] = Math.min((before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + changed)
    }
    before = now
  }
  return Math.min(before[b.length] ?? limit, limit)
}
