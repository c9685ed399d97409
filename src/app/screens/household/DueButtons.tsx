import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import { missingPhotos } from '../../../domain/foundation/missingPhotos.ts'
import { mostUrgent, openChecks } from '../../../domain/foundation/openChecks.ts'
import type { Household } from '../../../domain/household/household.ts'
import { m } from '../../../language/words/messages.js'
import { planBuild } from '../../record/planBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { useChecklist } from '../../store/queries/useChecklist.ts'

/** The two things that people come for; the one that is due is the main one. */
export const DueButtons = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const asked = useAskedOf(build)
  const moved = household.standing === 'moved'
  const checkDue = !moved && (asked !== null || (build?.stage === 'foundation' && !waits(build) && !build.fields.hold))
  const { phone } = household.fields
  return (
    <div className="side-by-side">
      <Link className={`button ${checkDue ? '' : 'main'}`} href={`/households/${household.id}/visit`}>
        {m.household_visit()}
      </Link>
      <BuildButton household={household} build={build} due={checkDue} asked={asked} />
      {phone && (
        <a className="button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {m.household_phone({ phone })}
        </a>
      )}
    </div>
  )
}

/** A trench that waits keeps nobody from the second sitting. */
const waits = ({ checks: [latest] }: Build): boolean => latest?.status === 'waiting' && latest.body.sitting === 'done'

type Props = { household: Household; build: Build | undefined; due: boolean; asked: Asked | null }

type Asked = 'photos' | 'supplement' | 'mend-again'

const askedWords = {
  photos: m.household_photos_missing,
  supplement: m.household_supplement,
  'mend-again': m.task_mend_again,
}

const BuildButton = ({ household, build, due, asked }: Props) => {
  const store = useStore()
  const plan = () => planBuild(store, household.book, { for: { household: household.id }, type: 'house', work: 'new' })
  if (build === undefined) {
    return (
      <button type="button" className="button" onClick={() => void plan()}>
        {m.build_plan()}
      </button>
    )
  }
  const foundation = asked !== null || build.stage === 'planned' || build.stage === 'foundation'
  return (
    <Link
      className={`button ${due ? 'main' : ''}`}
      href={foundation ? `/builds/${build.id}/check` : `/builds/${build.id}/stage`}
    >
      {asked !== null ? askedWords[asked]() : foundation ? m.build_check() : m.household_stage()}
    </Link>
  )
}

/** What the latest check still asks of the recorder, the same as on *Hôm nay*. */
const useAskedOf = (build: Build | undefined): Asked | null => {
  const check = build === undefined ? undefined : mostUrgent(openChecks(build))
  const checklist = useChecklist(check?.body.checklist ?? { id: '', version: 0 })
  if (build === undefined || check === undefined || build.fields.hold) return null
  if (check.status === 'returned')
    return check.reviews[0]?.body.returnFor === 'supplement' ? 'supplement' : 'mend-again'
  if (check.status !== 'waiting' || checklist === null) return null
  return missingPhotos(checklist, check.body).length > 0 ? 'photos' : null
}
