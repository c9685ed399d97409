import type { HouseholdRow } from './householdRows.ts'

/** Families in a tent, those longest there first; since when not known: last of all, by name as lists stand. */
export const tentsOf = (rows: readonly HouseholdRow[]): HouseholdRow[] =>
  rows.filter(({ dwelling }) => dwelling === 'tent').sort(longestFirst)

const longestFirst = (a: HouseholdRow, b: HouseholdRow): number => {
  if (a.dwellingSince === b.dwellingSince) return 0
  if (a.dwellingSince === null) return 1
  if (b.dwellingSince === null) return -1
  return a.dwellingSince < b.dwellingSince ? -1 : 1
}
