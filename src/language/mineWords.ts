import type { HouseholdRow } from '../domain/lists/householdRows.ts'
import { dayWords } from './locale.ts'
import { nameWords } from './rowWords.ts'
import { m } from './words/messages.js'

/**
 * The list that a colleague gets: names as they stand on the village's list, and nothing else of the families. What
 * tells two of one name apart stays, but for the year of birth: no number about a person leaves the phone.
 */
export const mineText = (
  rows: readonly HouseholdRow[],
  about: { today: string; village: string; name: string },
): string => {
  const { today, village, name } = about
  const lines = rows.map((row, at) => {
    const plain = { ...row, tellApart: row.tellApart?.filter(({ by }) => by !== 'birth-year') ?? null }
    return `${at + 1}. ${nameWords(plain)}`
  })
  return [m.mine_share_head({ day: dayWords(today, today), village, name }), ...lines].join('\n')
}
