import { lazy, Suspense, useEffect, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { otherLanguage } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { Households } from '../screens/households/Households.tsx'
import { Today } from '../screens/today/Today.tsx'
import { useMe } from '../store/queries/useMe.ts'
import { useOpening } from '../store/queries/useOpening.ts'
import { LinkOnEnrolled } from './LinkOnEnrolled.tsx'
import { Opening } from './Opening.tsx'
import { Places } from './Places.tsx'
import { StorageNotice } from './StorageNotice.tsx'
import { Stumble } from './Stumble.tsx'
import { UpdateOffer } from './UpdateOffer.tsx'

const HouseholdScreen = lazy(() => import('../screens/household/HouseholdScreen.tsx'))
const HandIn = lazy(() => import('../screens/hand-in/HandIn.tsx'))
const BeforeYouLeave = lazy(() => import('../screens/before-you-leave/BeforeYouLeave.tsx'))
const Enrol = lazy(() => import('../screens/enrol/Enrol.tsx'))
const Welcome = lazy(() => import('../screens/enrol/Welcome.tsx'))
const RecordVisit = lazy(() => import('../screens/visit/RecordVisit.tsx'))
const RecordCheck = lazy(() => import('../screens/check/RecordCheck.tsx'))
const officeToday = () => import('../office/today/OfficeToday.tsx')
const OfficeToday = lazy(officeToday)
const boardScreen = () => import('../office/board/BoardScreen.tsx')
const BoardScreen = lazy(boardScreen)
const reviewQueue = () => import('../office/review/ReviewQueue.tsx')
const ReviewQueue = lazy(reviewQueue)
const reviewCheck = () => import('../office/review/ReviewCheck.tsx')
const ReviewCheck = lazy(reviewCheck)
const TakeAlong = lazy(() => import('../screens/take-along/TakeAlong.tsx'))
const AmendHousehold = lazy(() => import('../screens/amend/AmendHousehold.tsx'))
const AddNote = lazy(() => import('../screens/note/AddNote.tsx'))
const AdvanceBuild = lazy(() => import('../screens/stage/AdvanceBuild.tsx'))
const HoldBuild = lazy(() => import('../screens/hold/HoldBuild.tsx'))
const RecordContribution = lazy(() => import('../screens/contribution/RecordContribution.tsx'))
const WaitingEntry = lazy(() => import('../screens/hand-in/WaitingEntry.tsx'))
const People = lazy(() => import('../screens/people/People.tsx'))
const Admin = lazy(() => import('../screens/people/Admin.tsx'))
const Register = lazy(() => import('../screens/register/Register.tsx'))

export const App = () => {
  const [, setTurned] = useState(0)
  const me = useMe()
  const opening = useOpening()
  const [at] = useLocation()
  const office = me !== null && me.role !== 'recorder'
  // The office's screens come while the books are being read: what does not come now comes with its tap.
  useEffect(() => {
    if (office) void Promise.allSettled([officeToday(), reviewQueue(), reviewCheck(), boardScreen()])
  }, [office])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen begins at its top.
  useEffect(() => {
    window.scrollTo(0, 0)
  }, [at])
  const turn = () => {
    otherLanguage()
    // Words are functions: drawing everything anew is all that a change of language needs.
    setTurned((times) => times + 1)
  }
  return (
    <div className={me === null ? '' : 'with-places'}>
      <a className="skip" href="#content">
        {m.skip_to_content()}
      </a>
      {me !== null && <Places />}
      <StorageNotice />
      {me !== null && <LinkOnEnrolled name={me.person.name} />}
      <Stumble key={at}>
        <Suspense fallback={<ScreenComing />}>
          {me === null ? <Enrol turn={turn} /> : opening !== null ? <Opening /> : <Screens turn={turn} />}
        </Suspense>
      </Stumble>
      <UpdateOffer />
    </div>
  )
}

/** A screen's code is on its way, from this phone as a rule: for a moment it is the page, and reads as one. */
const ScreenComing = () => (
  <main className="screen" id="content">
    <h1>{m.app_name()}</h1>
    <p className="soft">{m.opening()}</p>
  </main>
)

const Screens = ({ turn }: { turn(): void }) => (
  <Switch>
    <Route path="/">{useMe()?.role === 'recorder' ? <Today turn={turn} /> : <OfficeToday turn={turn} />}</Route>
    <Route path="/field">
      <Today turn={turn} />
    </Route>
    <Route path="/households">
      <Households />
    </Route>
    <Route path="/households/new">
      <Register />
    </Route>
    <Route path="/households/:id">{({ id }) => <HouseholdScreen id={id} />}</Route>
    <Route path="/households/:id/visit">{({ id }) => <RecordVisit id={id} />}</Route>
    <Route path="/leave/:village">{({ village }) => <BeforeYouLeave village={decodeURIComponent(village)} />}</Route>
    <Route path="/builds/:id/check">{({ id }) => <RecordCheck id={id} />}</Route>
    <Route path="/households/:id/amend">{({ id }) => <AmendHousehold id={id} />}</Route>
    <Route path="/households/:id/note">{({ id }) => <AddNote id={id} />}</Route>
    <Route path="/builds/:id/stage">{({ id }) => <AdvanceBuild id={id} />}</Route>
    <Route path="/builds/:id/hold">{({ id }) => <HoldBuild id={id} />}</Route>
    <Route path="/builds/:id/contribution">{({ id }) => <RecordContribution id={id} />}</Route>
    <Route path="/take-along">
      <TakeAlong />
    </Route>
    <Route path="/board">
      <BoardScreen />
    </Route>
    <Route path="/review">
      <ReviewQueue />
    </Route>
    <Route path="/review/:entry">{({ entry }) => <ReviewCheck entry={entry} />}</Route>
    <Route path="/hand-in">
      <HandIn />
    </Route>
    <Route path="/welcome">
      <Welcome turn={turn} />
    </Route>
    <Route path="/people">
      <People turn={turn} />
    </Route>
    <Route path="/people/:part/:id?">{({ part, id = '' }) => <Admin part={part} id={id} />}</Route>
    <Route path="/hand-in/:id">{({ id }) => <WaitingEntry id={id} />}</Route>
    <Route>
      <main className="screen" id="content">
        <h1>{m.not_here_title()}</h1>
        <Link className="button main" href="/">
          {m.not_here_do()}
        </Link>
      </main>
    </Route>
  </Switch>
)
