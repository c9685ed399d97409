import type { HouseholdRow } from '../domain/lists/householdRows.ts'
import { awayWords, dwellingWords, outcomeWords, stageWords } from './codeWords.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

/** The head's name, with what tells apart those of one name in a village. */
export const nameWords = ({ headName, tellApart }: HouseholdRow): string =>
  [headName, ...(tellApart ?? []).map(markWords)].join(' · ')

const markWords = (mark: NonNullable<HouseholdRow['tellApart']>[number]): string => {
  switch (mark.by) {
    case 'spouse':
      return m.household_spouse({ name: mark.name })
    case 'birth-year':
      return m.household_born({ year: mark.year })
    case 'other-name':
      return m.household_called({ name: mark.name })
    case 'landmark':
      return m.household_landmark({ text: mark.text })
    case 'nothing':
      return m.names_alike()
  }
}

/** Where a household's build and people stand, in a few words. Never its poverty or health. */
export const standingWords = (row: HouseholdRow): string => {
  const stage = row.build === null ? m.stage_none() : stageWords[row.stage]()
  return row.dwelling === 'tent' || row.dwelling === 'lodging' ? `${stage} · ${dwellingWords[row.dwelling]()}` : stage
}

/** When somebody was there last, and what came of it. */
export const lastVisitWords = ({ lastVisit }: HouseholdRow, today: string): string => {
  if (lastVisit === null) return m.leave_never()
  const away = lastVisit.outcome === 'away' && lastVisit.awayWhere ? ` · ${awayWords[lastVisit.awayWhere]()}` : ''
  const day = dayWords(lastVisit.date, today)
  return m.why_last({ day, outcome: `${outcomeWords[lastVisit.outcome]()}${away}` })
}
