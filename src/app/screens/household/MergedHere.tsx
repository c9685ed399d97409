import { Link } from 'wouter'
import type { Household } from '../../../domain/household/household.ts'
import { dayOf } from '../../../domain/time/day.ts'
import { dayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

type Props = { household: Household; merged: readonly Household[]; asked: string }

/** Which households were found to be this one, by whom; `asked`: the id of the page that was opened. */
export const MergedHere = ({ household, merged, asked }: Props) => {
  const people = usePeople()
  const today = useMe()?.today ?? ''
  const from = merged.find(({ id }) => id === asked)
  if (merged.length === 0) return null
  return (
    <>
      {from && <Notice>{m.same_led({ name: from.fields.headName })}</Notice>}
      <section className="card" aria-labelledby="merged">
        <h2 id="merged">{m.same_here()}</h2>
        {merged.map(({ id, fields, merges }) => {
          const last = merges.at(-1)
          const name = people.get(last?.person ?? '')?.name ?? ''
          return (
            <div className="stack tight" key={id}>
              <p>
                <strong>{fields.headName}</strong>{' '}
                {fields.spouseName && m.household_spouse({ name: fields.spouseName })}
              </p>
              {last && <p className="soft">{m.same_here_why({ name, day: dayWords(dayOf(last.ms), today) })}</p>}
              <Link className="button" href={`/same/${household.id}/${id}`}>
                {m.same_side_by_side()}
              </Link>
            </div>
          )
        })}
      </section>
    </>
  )
}
