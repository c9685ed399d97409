import type { Check } from '../../../domain/build/build.ts'
import type { ChecklistItem } from '../../../domain/entries/districtBodies.ts'
import { answerWords } from '../../../language/answerWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { sittingWords } from '../../../language/sittingWords.ts'
import { m } from '../../../language/words/messages.js'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** What was answered to the same question at the other sitting, perhaps by somebody else. */
export const SeenThen = ({ item, check }: { item: ChecklistItem; check: Check | null }) => {
  const people = usePeople()
  const me = useMe()
  const answer = check?.body.answers[item.id]
  if (check === null || answer === undefined) return null
  const { date, sitting } = check.body
  return (
    <p className="soft">
      {m.check_then({
        sitting: sittingWords[sitting](),
        name: people.get(check.person)?.name ?? '?',
        day: dayWords(date, me?.today ?? date),
        value: answerWords(item, answer),
      })}
    </p>
  )
}
