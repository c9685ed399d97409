import type { HouseholdRow } from '../domain/lists/householdRows.ts'
import { awayWords, dwellingWords, outcomeWords, stageWords } from './codeWords.ts'
import { dayWords } from './locale.ts'
import { m } from './words/messages.js'

/** The head's name, with what tells apart those of one name in a village. */
export const nameWords = ({ headName, tellApart }: HouseholdRow): string => {
  if (tellApart === null) return headName
  if (tellApart.by === 'spouse') return `${headName} · ${m.household_spouse({ name: tellApart.name })}`
  if (tellApart.by === 'birth-year') return `${headName} · ${m.household_born({ year: tellApart.year })}`
  if (tellApart.by === 'other-name') return `${headName} · ${m.household_called({ name: tellApart.name })}`
  return `${headName} · ${m.household_landmark({ text: tellApart.text })}`
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
