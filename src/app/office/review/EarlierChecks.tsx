import { Link } from 'wouter'
import type { Check } from '../../../domain/build/build.ts'
import { clockWords } from '../../../language/clockWords.ts'
import { dayWords } from '../../../language/locale.ts'
import { checkStatusWords } from '../../../language/reviewWords.ts'
import { sittingWords } from '../../../language/sittingWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** Other sittings and earlier checks of the same house, with what was answered to each. */
export const EarlierChecks = ({ checks }: { checks: readonly Check[] }) => {
  const people = usePeople()
  const me = useMe()
  if (checks.length === 0) return null
  return (
    <section className="stack" aria-labelledby="earlier">
      <h2 id="earlier">{m.review_earlier()}</h2>
      <ul className="list">
        {checks.map((check) => {
          const { date, sitting, verdict, clock } = check.body
          return (
            <li key={check.entry}>
              <Link className="row" href={`/review/${check.entry}`}>
                <span className="what">
                  <span className="name">{checkStatusWords(check)}</span>
                  <span className="soft">
                    {[
                      dayWords(date, me?.today ?? date),
                      people.get(check.person)?.name ?? '?',
                      sittingWords[sitting](),
                      verdictWords[verdict](),
                      clockWords(clock),
                    ]
                      .filter((text) => text !== '')
                      .join(' · ')}
                  </span>
                </span>
                <span aria-hidden="true">›</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
