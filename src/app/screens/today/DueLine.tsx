import type { TodayItem } from '../../../domain/lists/villageWork.ts'
import { dwellingWords, stageWords } from '../../../language/codeWords.ts'
import { chosenWords } from '../../../language/locale.ts'
import { distanceWords } from '../../../language/placeWords.ts'
import { acceptedWords } from '../../../language/reviewWords.ts'
import { lastVisitWords, nameWords, standingWords } from '../../../language/rowWords.ts'
import { taskWords } from '../../../language/taskWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { type ChecklistWords, useChecklistWords } from '../../store/queries/useChecklistWords.ts'
import { useMe } from '../../store/queries/useMe.ts'

/** One thing that is due at a household, and why; `before` is said first. */
export const DueLine = ({ item, before = [] }: { item: TodayItem; before?: readonly string[] }) => {
  const words = useChecklistWords()
  const today = useMe()?.today ?? ''
  const { row, task } = item
  return (
    <HouseholdLine
      href={placeOf(item)}
      name={nameWords(row)}
      about={[...before, aboutWords(item, words, today)].filter((text) => text !== '').join(' · ')}
      stage={row.stage}
      stageTitle={stageWords[row.stage]()}
      mark={row.mark}
    >
      <Tag tone={task === 'visit' || task === 'check' ? 'indigo' : 'amber'}>{taskWords[task]()}</Tag>
    </HouseholdLine>
  )
}

/** Why, and how to come there: how far it is, or in words where the house has no place on the map. */
const aboutWords = (item: TodayItem, words: ChecklistWords, today: string): string => {
  const { distance, row, task } = item
  const there =
    distance !== null
      ? m.today_distance({ distance: distanceWords(distance) })
      : row.wayIn === null
        ? ''
        : m.today_way({ way: row.wayIn })
  // Where a task's own words leave it out: that a family waits in a tent is never left out.
  const tent = row.dwelling === 'tent' && !stands.has(task) ? dwellingWords.tent() : ''
  return [tent, whyWords(item, words, today), there].filter((text) => text !== '').join(' · ')
}

const stands: ReadonlySet<TodayItem['task']> = new Set(['visit', 'check', 'missing-photo'])

const placeOf = ({ task, row }: TodayItem): string => {
  if (task === 'visit' || task === 'tell-family') return `/households/${row.id}/visit`
  if (task === 'new-head') return `/households/${row.id}/amend`
  return row.build === null ? `/households/${row.id}` : `/builds/${row.build}/check`
}

const whyWords = (item: TodayItem, words: ChecklistWords, today: string): string => {
  const { task, row, review, check, slots, found } = item
  const reason = review?.body.reason ?? ''
  const wanted = check === null || slots.length === 0 ? '' : words(check, slots).map(chosenWords).join(', ')
  const withSlots = (text: string) => (wanted === '' ? text : `${text} · ${wanted}`)
  if (task === 'supplement') return withSlots(m.why_supplement({ reason }))
  if (task === 'mend-again') return m.why_mend({ reason })
  if (task === 'missing-photo') return withSlots(standingWords(row))
  if (task === 'tell-family')
    return review?.body.decision === 'accepted'
      ? m.why_tell_accepted({ result: acceptedWords(found) })
      : m.why_tell_returned()
  if (task === 'new-head') return m.standing_died()
  if (task !== 'visit') return standingWords(row)
  const met = lastVisitWords(row, today)
  return `${standingWords(row)} · ${met}`
}
