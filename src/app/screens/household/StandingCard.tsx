import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import type { Household } from '../../../domain/household/household.ts'
import { dayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { useMe } from '../../store/queries/useMe.ts'
import { usePeople } from '../../store/queries/usePeople.ts'

/** A family that moved away, a head who died: what happens with what was due, and how one goes on. */
export const StandingCard = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const people = usePeople()
  const me = useMe()
  const { standing } = household
  if (standing === 'here') return null
  const outcome = standing === 'moved' ? 'moved' : 'deceased'
  const visit = household.visits.find(({ body }) => body.outcome === outcome)
  const name = people.get(visit?.person ?? '')?.name ?? '?'
  return (
    <section className="card attention" aria-labelledby="standing">
      <h2 id="standing">{standing === 'moved' ? m.standing_moved() : m.standing_died()}</h2>
      <p>{standing === 'moved' ? m.standing_moved_do() : m.standing_died_do()}</p>
      {visit && <p className="soft">{m.standing_moved_by({ name, day: dayWords(visit.date, me?.today ?? '') })}</p>}
      {standing === 'head-died' && (
        <Link className="button" href={`/households/${household.id}/amend`}>
          {m.standing_new_head()}
        </Link>
      )}
      {standing === 'moved' && mayWrite(me?.role ?? 'recorder', 'household.moved', {}, 'commune') && (
        <Link className="button main" href={`/households/${household.id}/move`}>
          {m.move_title()}
        </Link>
      )}
      {standing === 'moved' && build !== undefined && !build.fields.hold && (
        <Link className="button" href={`/builds/${build.id}/hold`}>
          {m.standing_hold()}
        </Link>
      )}
    </section>
  )
}
