import { Link } from 'wouter'
import type { Build, Check } from '../../../domain/build/build.ts'
import { chosenWords, dayWords } from '../../../language/locale.ts'
import { checkStatusWords } from '../../../language/reviewWords.ts'
import { verdictWords } from '../../../language/verdictWords.ts'
import { m } from '../../../language/words/messages.js'
import type { Tone } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useChecklistWords } from '../../store/queries/useChecklistWords.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** The latest check: what was found, as recorded, and where it stands with the inspector. */
export const CheckCard = ({ build, check }: { build: Build; check: Check }) => {
  const words = useChecklistWords()
  const people = usePeople()
  const me = useMe()
  const { verdict, date, mend } = check.body
  const review = check.reviews[0]
  const wanted = words(check, review?.body.wanted ?? []).map(chosenWords)
  return (
    <section className="card" aria-labelledby="check">
      <h2 id="check">{m.household_check_latest()}</h2>
      <div className="tags">
        <Tag tone={toneOf[check.status]}>{checkStatusWords(check)}</Tag>
      </div>
      <p className="soft">
        {[verdictWords[verdict](), people.get(check.person)?.name, dayWords(date, me?.today ?? date)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {mend && <p>{mend.what}</p>}
      {wanted.length > 0 && <p>{m.household_check_wanted({ items: wanted.join(', ') })}</p>}
      {build.aheadOfCheck && <p className="soft">{m.household_check_ahead()}</p>}
      <Link className="button" href={`/print/check/${check.entry}`}>
        {m.print_record_link()}
      </Link>
    </section>
  )
}

const toneOf: { [status in Check['status']]: Tone } = { waiting: 'indigo', accepted: 'leaf', returned: 'amber' }
