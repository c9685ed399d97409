import { dayOf } from '../../../../domain/time/day.ts'
import { chosenWords, dayWords } from '../../../../language/locale.ts'
import { reasonsOf } from '../../../../language/reasonsOf.ts'
import { reviewWords } from '../../../../language/reviewWords.ts'
import { verdictWords } from '../../../../language/verdictWords.ts'
import { m } from '../../../../language/words/messages.js'
import type { CheckPage } from '../../../store/queries/useBuild.ts'
import { useChecklistWords } from '../../../store/queries/useChecklistWords.ts'
import { usePeople } from '../../../store/queries/usePeople.ts'

/** What the recorder found and why, beside what the inspector answered: two people's words, never mixed. */
export const CheckFound = ({ page: { check, checklist } }: { page: CheckPage }) => {
  const people = usePeople()
  const words = useChecklistWords()
  const { verdict, mend, remark } = check.body
  const reasons = checklist === null ? [] : reasonsOf(checklist, check.body)
  return (
    <div className="paper-found">
      <section>
        <h2>{m.print_found()}</h2>
        <p className="paper-verdict">{verdictWords[verdict]()}</p>
        {mend && <p>{mend.what}</p>}
        {mend?.by && <p>{m.sign_read_by({ day: dayWords(mend.by, '') })}</p>}
        <ul className="points">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {remark && (
          <p>
            {m.print_remark()}: {remark}
          </p>
        )}
      </section>
      <section>
        <h2>{m.print_review()}</h2>
        {check.reviews.length === 0 && <p className="paper-verdict">{m.print_review_none()}</p>}
        {check.reviews.map((review) => (
          <div key={review.entry}>
            <p className="paper-verdict">{reviewWords(review, check.body)}</p>
            {(review.body.wanted ?? []).length > 0 && (
              <p>
                {m.household_check_wanted({
                  items: words(check, review.body.wanted ?? [])
                    .map(chosenWords)
                    .join(', '),
                })}
              </p>
            )}
            <p className="paper-under">
              {people.get(review.person)?.name ?? '?'}, {dayWords(dayOf(review.ms), '')}
            </p>
          </div>
        ))}
      </section>
    </div>
  )
}
