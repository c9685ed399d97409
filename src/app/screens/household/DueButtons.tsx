import { Link } from 'wouter'
import type { Build } from '../../../domain/build/build.ts'
import type { Household } from '../../../domain/household/household.ts'
import { m } from '../../../language/words/messages.js'
import { planBuild } from '../../record/planBuild.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'

/** The two things that people come for; the one that is due is the main one. */
export const DueButtons = ({ household, build }: { household: Household; build: Build | undefined }) => {
  const checkDue = build?.stage === 'foundation' && build.checks[0]?.status !== 'waiting' && !build.fields.hold
  const { phone } = household.fields
  return (
    <div className="side-by-side">
      <Link className={`button ${checkDue ? '' : 'main'}`} href={`/households/${household.id}/visit`}>
        {m.household_visit()}
      </Link>
      <BuildButton household={household} build={build} due={checkDue} />
      {phone && (
        <a className="button" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {m.household_phone({ phone })}
        </a>
      )}
    </div>
  )
}

type Props = { household: Household; build: Build | undefined; due: boolean }

const BuildButton = ({ household, build, due }: Props) => {
  const store = useStore()
  const plan = () => planBuild(store, household.book, { for: { household: household.id }, type: 'house', work: 'new' })
  if (build === undefined) {
    return (
      <button type="button" className="button" onClick={() => void plan()}>
        {m.build_plan()}
      </button>
    )
  }
  const foundation = build.stage === 'planned' || build.stage === 'foundation'
  return (
    <Link
      className={`button ${due ? 'main' : ''}`}
      href={foundation ? `/builds/${build.id}/check` : `/builds/${build.id}/stage`}
    >
      {foundation ? m.build_check() : m.household_stage()}
    </Link>
  )
}
