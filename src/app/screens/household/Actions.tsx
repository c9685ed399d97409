import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import type { Stage } from '../../../domain/entries/communeBodies.ts'
import { mayWrite } from '../../../domain/entries/mayWrite.ts'
import type { Household } from '../../../domain/household/household.ts'
import { m } from '../../../language/words/messages.js'
import { useMe } from '../../store/queries/useMe.ts'

/** Everything else one can record here; a row each, the whole row is the target. */
export const Actions = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const role = useMe()?.role ?? 'recorder'
  return (
    <section className="stack" aria-labelledby="actions">
      <h2 id="actions">{m.household_actions()}</h2>
      <ul className="list">
        <Action href={`/households/${household.id}/amend`} title={m.household_amend()} />
        {build !== undefined && beforeStages.has(build.stage) && (
          <Action href={`/builds/${build.id}/stage`} title={m.household_stage()} />
        )}
        <Action href={`/households/${household.id}/note`} title={m.household_note()} />
        {build !== undefined && (
          <Action
            href={`/builds/${build.id}/hold`}
            title={build.fields.hold ? m.household_hold_change() : m.household_hold()}
          />
        )}
        {build !== undefined && beforeStages.has(build.stage) && (
          <Action href={`/print/blank/${build.id}`} title={m.print_blank_link()} />
        )}
        <Action href={`/print/family/${household.id}`} title={m.print_family_link()} />
        {mayWrite(role, 'household.moved', {}, 'commune') && (
          <Action href={`/households/${household.id}/move`} title={m.move_title()} />
        )}
      </ul>
    </section>
  )
}

/** Later the next stage is what people come for: it stands above, beside the visit. */
const beforeStages = new Set<Stage>(['planned', 'foundation'])

const Action = ({ href, title }: { href: string; title: string }) => (
  <li>
    <Link className="row" href={href}>
      <span className="what">{title}</span>
      <span aria-hidden="true">›</span>
    </Link>
  </li>
)
