import { Link } from 'wouter'
import { clockWords } from '../../../language/clockWords.ts'
import { dwellingWords } from '../../../language/codeWords.ts'
import { flagWords } from '../../../language/flagWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { ageWords } from '../../../language/waitingWords.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'
import type { ReviewRow } from '../../store/queries/useReviewQueue.ts'

/** The queue on a desk. */
export const QueueTable = ({ rows }: { rows: readonly ReviewRow[] }) => {
  const areas = useAreas()
  const people = usePeople()
  const today = useMe()?.today ?? ''
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keys.
    <section className="scroll desk" aria-label={m.review_title()} tabIndex={0}>
      <table className="queue">
        <thead>
          <tr>
            <th scope="col">{m.register_head()}</th>
            <th scope="col">{m.board_village()}</th>
            <th scope="col">{m.review_sitting()}</th>
            <th scope="col">{m.review_recorder()}</th>
            <th scope="col">{m.review_age()}</th>
            <th scope="col">{m.review_found()}</th>
            <th scope="col">{m.review_flags()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ check, build, name, village, flags, tent }) => (
            <tr key={check.entry}>
              <th scope="row">
                <Link href={`/review/${check.entry}`}>{'station' in build.for ? m.household_station() : name}</Link>
                {tent && <span className="soft">{dwellingWords.tent()}</span>}
              </th>
              <td>
                {areas.title(village)}
                <span className="soft">{areas.title(build.book)}</span>
              </td>
              <td>{check.body.sitting === 'before-concrete' ? m.check_before() : m.check_done()}</td>
              <td>{people.get(check.person)?.name ?? '?'}</td>
              <td>
                {ageWords(check.body.date, today)}
                {check.body.clock && <span className="soft">{clockWords(check.body.clock)}</span>}
              </td>
              <td>
                <Tag tone={verdictTone[check.body.verdict]}>{verdictWords[check.body.verdict]()}</Tag>
              </td>
              <td>
                <ul>
                  {flags.map((flag) => (
                    <li key={JSON.stringify(flag)}>{flagWords(flag)}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const verdictTone = { passed: 'leaf', 'to-mend': 'amber', failed: 'red' } as const
