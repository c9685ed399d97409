import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import type { Household } from '../../../domain/household/household.ts'
import { fieldWords } from '../../../language/fieldWords.ts'
import { m } from '../../../language/words/messages.js'

/** What two people wrote without knowing of each other, and the way to settle it. */
export const Conflicts = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const fields = household.conflicts.map(({ field }) => fieldWords(field))
  const buildFields = build?.conflicts.length ? [m.hold_state()] : []
  if (fields.length + buildFields.length === 0) return null
  return (
    <section className="card attention" aria-labelledby="conflicts">
      <h2 id="conflicts">{m.household_conflicts()}</h2>
      <p>{[...fields, ...buildFields].join(', ')}</p>
      <Link
        className="button"
        href={fields.length > 0 ? `/households/${household.id}/amend` : `/builds/${build?.id}/hold`}
      >
        {m.household_settle()}
      </Link>
    </section>
  )
}
