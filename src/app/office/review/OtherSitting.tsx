import { Link } from 'wouter'
import type { Check } from '../../../domain/build/build.ts'
import type { ChecklistPublished } from '../../../domain/entries/districtBodies.ts'
import { itemsOf } from '../../../domain/foundation/suggestVerdict.ts'
import { clockWords } from '../../../language/clockWords.ts'
import { copiedWords } from '../../../language/copiedWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { checkStatusWords } from '../../../language/reviewWords.ts'
import { sittingWords } from '../../../language/sittingWords.ts'
import { m } from '../../../language/words/messages.js'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import { Answers } from './Answers.tsx'

type Props = {
  check: Check
  checklist: ChecklistPublished | null
  /** Items whose answers stand beside the other sitting's already. */
  beside: ReadonlySet<string>
}

/** What was seen at the other sitting of the same house: the trench under the concrete that is looked at now. */
export const OtherSitting = ({ check, checklist, beside }: Props) => {
  const people = usePeople()
  const me = useMe()
  const { date, sitting, answers, remark, copied, clock } = check.body
  const items = checklist === null ? [] : itemsOf(checklist, sitting).filter(({ id }) => !beside.has(id))
  const said = [
    dayWords(date, me?.today ?? date),
    people.get(check.person)?.name ?? '?',
    checkStatusWords(check),
    clockWords(clock),
  ].filter((text) => text !== '')
  return (
    <section className="card" aria-labelledby="other-sitting">
      <h2 id="other-sitting">
        <Link href={`/review/${check.entry}`}>{sittingWords[sitting]()}</Link>
      </h2>
      <p className="soft">{said.join(' · ')}</p>
      {copied !== undefined && <p className="soft">{copiedWords(copied, 'measured')}</p>}
      <Answers items={items} answers={answers} />
      {remark && (
        <p>
          <strong>{m.review_remark()}:</strong> {remark}
        </p>
      )}
    </section>
  )
}
