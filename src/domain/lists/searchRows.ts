import { plainText } from '../names/plainText.ts'
import type { HouseholdRow } from './householdRows.ts'

export type RowFilter = { text?: string; village?: string | null; stage?: string | null }

/**
 * Rows that contain every word typed, without diacritics: "lo van pao" finds Lô Văn Páo. A row whose name begins with
 * the text comes first; else the order given stays.
 */
export const searchRows = (
  rows: readonly HouseholdRow[],
  { text = '', village = null, stage = null }: RowFilter,
): HouseholdRow[] => {
  const wanted = plainText(text)
  const words = wanted === '' ? [] : wanted.split(' ')
  const found = rows.filter(
    (row) =>
      (village === null || row.village === village) &&
      (stage === null || row.stage === stage) &&
      words.every((word) => row.plain.includes(word)),
  )
  if (words.length === 0) return found
  return [
    ...found.filter((row) => row.plain.startsWith(wanted)),
    ...found.filter((row) => !row.plain.startsWith(wanted)),
  ]
}
