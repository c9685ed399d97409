import { useState } from 'react'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { checkStatusWords } from '../../../language/reviewWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import type { AnsweredRow } from '../../store/queries/useOfficeToday.ts'

const step = 5

/** What this person answered, the latest first, and whether a return was taken up. */
export const AnsweredCard = ({ answered, today }: { answered: readonly AnsweredRow[]; today: Day }) => {
  const [shown, setShown] = useState(step)
  return (
    <section className="stack" aria-labelledby="answered">
      <div className="head">
        <h2 id="answered">{m.office_answered()}</h2>
        <span>{numberWords(answered.length)}</span>
      </div>
      {answered.length === 0 && <p className="soft">{m.office_answered_none()}</p>}
      <ul className="list">
        {answered.slice(0, shown).map(({ check, review, build, name, again }) => (
          <HouseholdLine
            key={check.entry}
            href={`/review/${check.entry}`}
            name={'station' in build.for ? m.household_station() : name}
            about={`${dayWords(dayOf(review.ms), today)} · ${checkStatusWords(check)}`}
            stage={build.stage}
            stageTitle={stageWords[build.stage]()}
          >
            {review.pending && <Tag>{m.office_pending()}</Tag>}
            {review.body.decision === 'returned' && (
              <Tag tone={again ? 'leaf' : 'amber'}>{again ? m.office_again() : m.office_not_again()}</Tag>
            )}
          </HouseholdLine>
        ))}
      </ul>
      {answered.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + 4 * step)}>
          {m.show_more()}
        </button>
      )}
    </section>
  )
}
