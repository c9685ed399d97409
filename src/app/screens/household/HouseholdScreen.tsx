import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { type HouseholdPage, useHousehold } from '../../store/queries/useHousehold.ts'
import { Actions } from './Actions.tsx'
import { CheckCard } from './CheckCard.tsx'
import { Conflicts } from './Conflicts.tsx'
import { DueButtons } from './DueButtons.tsx'
import { HouseholdHead } from './HouseholdHead.tsx'
import { MoneyCard } from './MoneyCard.tsx'
import { PhotoCard } from './PhotoCard.tsx'
import { SavedHere } from './SavedHere.tsx'
import { TellFamily } from './TellFamily.tsx'
import { Timeline } from './Timeline.tsx'
import './household.css'

/** A household's page: who, where the house stands, what is due, what happened. */
export default function HouseholdScreen({ id }: { id: string }) {
  const page = useHousehold(id)
  if (page === null) {
    return (
      <main className="screen" id="content">
        <Notice tone="amber">{m.household_gone()}</Notice>
        <Link className="button" href="/households">
          {m.household_back()}
        </Link>
      </main>
    )
  }
  return (
    <main className="screen wide" id="content">
      <Link href="/households">‹ {m.household_back()}</Link>
      <div className="columns">
        <Standing page={page} />
        <Timeline lines={page.lines} photos={page.photos} />
      </div>
    </main>
  )
}

const Standing = ({ page: { household, builds, photos, lines } }: { page: HouseholdPage }) => {
  const build = builds.at(-1)
  return (
    <div className="stack">
      <HouseholdHead household={household} build={build} />
      <SavedHere lines={lines} />
      <TellFamily household={household} build={build} />
      <Conflicts household={household} build={build} />
      <DueButtons household={household} build={build} />
      {build !== undefined && <CheckCard build={build} photos={photos} />}
      <PhotoCard photos={photos} />
      {build !== undefined && <MoneyCard build={build} />}
      {household.fields.wayIn && (
        <section className="card">
          <h2>{m.household_way()}</h2>
          <p>{household.fields.wayIn}</p>
        </section>
      )}
      <Actions household={household} build={build} />
    </div>
  )
}
