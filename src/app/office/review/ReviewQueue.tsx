import { useState } from 'react'
import { Link } from 'wouter'
import { plainText } from '../../../domain/names/plainText.ts'
import { daysBetween } from '../../../domain/time/day.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { dayWords, numberWords } from '../../../language/locale.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { Field } from '../../../ui/form/Field.tsx'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import { type ReviewRow, useReviewQueue } from '../../store/queries/useReviewQueue.ts'
import './review.css'

const step = 40
/** So few are read at a glance: a search field would only be in the way. */
const fewEnough = 8

/** Checks that wait for an answer, oldest first: a table on a desk, rows on a phone. */
export default function ReviewQueue() {
  const all = useReviewQueue()
  const areas = useAreas()
  const [text, setText] = useState('')
  const [shown, setShown] = useState(step)
  const wanted = plainText(text)
  const rows = all.filter(({ name, village }) => plainText(`${name} ${areas.title(village)}`).includes(wanted))
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.review_title()}</h1>
        <span>{numberWords(rows.length)}</span>
      </div>
      {all.length === 0 && <p>{m.review_empty()}</p>}
      {all.length > fewEnough && <Field label={m.review_search()} type="search" value={text} change={setText} />}
      {rows.length > 0 && (
        <>
          <QueueTable rows={rows.slice(0, shown)} />
          <QueueRows rows={rows.slice(0, shown)} />
        </>
      )}
      {rows.length > shown && (
        <button type="button" className="button" onClick={() => setShown(shown + step)}>
          {m.show_more()}
        </button>
      )}
    </main>
  )
}

const QueueTable = ({ rows }: { rows: ReviewRow[] }) => {
  const areas = useAreas()
  const people = usePeople()
  const me = useMe()
  return (
    <div className="scroll desk">
      <table className="queue">
        <thead>
          <tr>
            <th scope="col">{m.register_head()}</th>
            <th scope="col">{m.board_village()}</th>
            <th scope="col">{m.review_recorder()}</th>
            <th scope="col">{m.review_age()}</th>
            <th scope="col">{m.review_found()}</th>
            <th scope="col">{m.review_flags()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, build, name, village, flags }) => (
            <tr key={check.entry}>
              <th scope="row">
                <Link href={`/review/${check.entry}`}>{'station' in build.for ? m.household_station() : name}</Link>
              </th>
              <td>{areas.title(village)}</td>
              <td>{people.get(check.person)?.name ?? '?'}</td>
              <td>{ageWords(check.body.date, me?.today ?? check.body.date)}</td>
              <td>{verdictWords[check.body.verdict]()}</td>
              <td>{flags.length > 0 && <Tag tone="amber">{numberWords(flags.length)}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const QueueRows = ({ rows }: { rows: ReviewRow[] }) => {
  const areas = useAreas()
  const me = useMe()
  return (
    <ul className="list phone">
      {rows.map(({ check, build, name, village, flags }) => (
        <HouseholdLine
          key={check.entry}
          href={`/review/${check.entry}`}
          name={'station' in build.for ? m.household_station() : name}
          about={[
            areas.title(village),
            ageWords(check.body.date, me?.today ?? check.body.date),
            verdictWords[check.body.verdict](),
          ].join(' · ')}
          stage={build.stage}
          stageTitle={stageWords[build.stage]()}
          mark="waiting"
        >
          {flags.length > 0 && <Tag tone="amber">{m.review_flags()}</Tag>}
        </HouseholdLine>
      ))}
    </ul>
  )
}

const ageWords = (day: string, today: string): string => {
  const days = daysBetween(day, today)
  return days <= 0 ? m.review_age_today() : m.review_age_days({ days, day: dayWords(day, today) })
}
