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
  const begins: HouseholdRow[] = []
  const contains: HouseholdRow[] = []
  for (const row of rows) {
    if (village !== null && row.village !== village) continue
    if (stage !== null && row.stage !== stage) continue
    if (!words.every((word) => row.plain.includes(word))) continue
    if (words.length > 0 && row.plain.startsWith(wanted)) begins.push(row)
    else contains.push(row)
  }
  return begins.length === 0 ? contains : [...begins, ...contains]
}
