import { useDeferredValue } from 'react'
import { Link } from 'wouter'
import { m } from '../../../language/words/messages.js'
import { type HouseholdPage, useHousehold } from '../../store/queries/useHousehold.ts'
import { Actions } from './Actions.tsx'
import { CheckCard } from './CheckCard.tsx'
import { Conflicts } from './Conflicts.tsx'
import { DueButtons } from './DueButtons.tsx'
import { HouseholdHead } from './HouseholdHead.tsx'
import { MergedHere } from './MergedHere.tsx'
import { MoneyCard } from './MoneyCard.tsx'
import { MovedByMistake } from './MovedByMistake.tsx'
import { MovedCards } from './MovedCards.tsx'
import { NotHere } from './NotHere.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { PhotoCard } from './PhotoCard.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { SameMoney } from './SameMoney.tsx'
import { SavedHere } from './SavedHere.tsx'
import { StandingCard } from './StandingCard.tsx'
import { TellFamily } from './TellFamily.tsx'
import { Timeline } from './Timeline.tsx'
import './household.css'

/** A household's page: who, where the house stands, what is due, what happened. */
export default function HouseholdScreen({ id }: { id: string }) {
  const page = useHousehold(id)
  // Who comes back from saving sees that it is saved; what happened before stands below, a picture later.
  const history = useDeferredValue(true, false)
  if (page === null) return <NotHere id={id} />
  return (
    <main className="screen wide" id="content">
      <Link href="/households">‹ {m.household_back()}</Link>
      <div className="columns">
        <Standing page={page} asked={id} />
        {history && <Timeline lines={page.lines} photos={page.photos} />}
      </div>
    </main>
  )
}

const Standing = ({ page, asked }: { page: HouseholdPage; asked: string }) => {
  const { household, builds, photos, lines, merged, moves } = page
  const build = builds.at(-1)
  // Its page is in another book: here it is read, and nothing more is recorded.
  if (moves.to !== null)
    return (
      <div className="stack">
        <HouseholdHead household={household} build={build} />
        <MovedCards moves={moves} />
        <MergedHere household={household} merged={merged} asked={asked} />
        <SavedHere lines={lines} />
        <SameMoney builds={builds} />
        {build !== undefined && <CheckCard build={build} photos={photos} moved />}
        <PhotoCard photos={photos} />
        {build !== undefined && <MoneyCard builds={builds} build={build} moved />}
        <MovedByMistake household={household} />
      </div>
    )
  return (
    <div className="stack">
      <HouseholdHead household={household} build={build} />
      <MovedCards moves={moves} />
      <MergedHere household={household} merged={merged} asked={asked} />
      <SavedHere lines={lines} />
      <StandingCard household={household} build={build} />
      <TellFamily household={household} build={build} />
      <Conflicts household={household} build={build} />
      <SameMoney builds={builds} />
      <DueButtons household={household} build={build} />
      {build !== undefined && <CheckCard build={build} photos={photos} />}
      <PhotoCard photos={photos} />
      {build !== undefined && <MoneyCard builds={builds} build={build} />}
      <PlaceCard household={household} />
      <NoticeLine household={household} />
      <Actions household={household} build={build} />
    </div>
  )
}
