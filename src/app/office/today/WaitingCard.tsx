import { Link } from 'wouter'
import { mayReview } from '../../../domain/build/mayReview.ts'
import type { Day } from '../../../domain/entries/communeBodies.ts'
import { daysBetween } from '../../../domain/time/day.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { numberWords } from '../../../language/locale.ts'
import { waitingWords } from '../../../language/waitingWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import type { ReviewRow } from '../../store/queries/useReviewQueue.ts'

const first = 6

/** What waits for an answer: how much, how long, and its beginning. */
export const WaitingCard = ({ queue, person, today }: { queue: readonly ReviewRow[]; person: string; today: Day }) => {
  const areas = useAreas()
  const begin = queue.find(({ check }) => mayReview(check, person))
  return (
    <section className="stack" aria-labelledby="waiting">
      <div className="head">
        <h2 id="waiting">{m.office_waiting()}</h2>
        <span>{m.office_waiting_count({ count: numberWords(queue.length) })}</span>
      </div>
      {queue.length === 0 ? <p>{m.review_empty()}</p> : <p>{aboutQueue(queue, today)}</p>}
      <ul className="list">
        {queue.slice(0, first).map((row) => (
          <HouseholdLine
            key={row.check.entry}
            href={`/review/${row.check.entry}`}
            name={'station' in row.build.for ? m.household_station() : row.name}
            about={waitingWords(row, [areas.title(row.village), areas.title(row.build.book)], today)}
            stage={row.build.stage}
            stageTitle={stageWords[row.build.stage]()}
            mark="waiting"
          >
            {row.flags.length > 0 && <Tag tone="amber">{m.review_flags()}</Tag>}
          </HouseholdLine>
        ))}
      </ul>
      {queue.length > 0 && (
        <div className="side-by-side">
          {begin && (
            <Link className="button main" href={`/review/${begin.check.entry}`}>
              {m.office_review()}
            </Link>
          )}
          <Link className="button" href="/review">
            {m.office_review_all({ count: numberWords(queue.length) })}
          </Link>
        </div>
      )}
    </section>
  )
}

const aboutQueue = (queue: readonly ReviewRow[], today: Day): string => {
  const longest = Math.max(...queue.map(({ check }) => daysBetween(check.body.date, today)))
  const tents = queue.filter(({ tent }) => tent).length
  const flagged = queue.filter(({ flags }) => flags.length > 0).length
  return [
    tents > 0 ? m.office_waiting_tents({ count: numberWords(tents) }) : '',
    longest > 0 ? m.office_waiting_oldest({ days: numberWords(longest) }) : '',
    flagged > 0 ? m.office_waiting_flags({ count: numberWords(flagged) }) : '',
  ]
    .filter((text) => text !== '')
    .join(' · ')
}
