import { useEffect, useState } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { otherLanguage } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { Today } from '../screens/today/Today.tsx'
import { type Me, useMe } from '../store/queries/useMe.ts'
import { useOpening } from '../store/queries/useOpening.ts'
import { ClockNotice } from './ClockNotice.tsx'
import { LinkOnEnrolled, StorageNotice, TodayLine, UpdateOffer } from './laterNotices.tsx'
import {
  AddNote,
  Admin,
  AdvanceBuild,
  AmendHousehold,
  BeforeYouLeave,
  BoardScreen,
  ChangePhone,
  Enrol,
  HandIn,
  HoldBuild,
  HouseholdScreen,
  Households,
  LikelyList,
  MapScreen,
  Mine,
  MoneyScreen,
  MoveHousehold,
  MyDay,
  OfficeToday,
  PairScreen,
  People,
  Print,
  RecordCheck,
  RecordContribution,
  RecordVisit,
  Register,
  ReviewCheck,
  ReviewQueue,
  SaveBackup,
  TakeAlong,
  TakeIn,
  TentsScreen,
  TryPhone,
  WaitingEntry,
  Welcome,
} from './laterScreens.tsx'
import { Opening } from './Opening.tsx'
import { OpeningLine } from './OpeningLine.tsx'
import { Places } from './Places.tsx'
import { Stumble } from './Stumble.tsx'

export const App = () => {
  const [, setTurned] = useState(0)
  const me = useMe()
  const opening = useOpening()
  const [at] = useLocation()
  const office = me !== null && me.role !== 'recorder'
  // The office's screens come while the books are being read: what does not come now comes with its tap.
  useEffect(() => {
    if (office)
      void Promise.allSettled([OfficeToday.load(), ReviewQueue.load(), ReviewCheck.load(), BoardScreen.load()])
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
      {me !== null && <ClockNotice />}
      {me !== null && <LinkOnEnrolled name={me.person.name} />}
      <Stumble key={at}>
        {me === null ? (
          <Enrol turn={turn} />
        ) : opening === null || (opening.lists !== null && standsEarly(me, at)) ? (
          <Screens turn={turn} />
        ) : (
          <Opening />
        )}
      </Stumble>
      {opening?.lists && <OpeningLine {...opening.lists} />}
      <UpdateOffer />
    </div>
  )
}

/** What stands on rows alone [R-open-01]; the rest waits for the histories. */
const standsEarly = ({ role }: Me, at: string): boolean =>
  at === '/households' || at === '/map' || at === '/field' || (at === '/' && role === 'recorder')

const Screens = ({ turn }: { turn(): void }) => (
  <Switch>
    <Route path="/">
      {useMe()?.role === 'recorder' ? <Today turn={turn} Line={TodayLine} /> : <OfficeToday turn={turn} />}
    </Route>
    <Route path="/field">
      <Today turn={turn} Line={TodayLine} />
    </Route>
    <Route path="/households">
      <Households />
    </Route>
    <Route path="/households/new">
      <Register />
    </Route>
    <Route path="/households/:id">{({ id }) => <HouseholdScreen id={id} />}</Route>
    <Route path="/households/:id/visit">{({ id }) => <RecordVisit id={id} />}</Route>
    <Route path="/map">
      <MapScreen />
    </Route>
    <Route path="/mine">
      <Mine />
    </Route>
    <Route path="/my-day">
      <MyDay />
    </Route>
    <Route path="/leave/:village">{({ village }) => <BeforeYouLeave village={decodeURIComponent(village)} />}</Route>
    <Route path="/builds/:id/check">{({ id }) => <RecordCheck id={id} />}</Route>
    <Route path="/households/:id/amend">{({ id }) => <AmendHousehold id={id} />}</Route>
    <Route path="/households/:id/note">{({ id }) => <AddNote id={id} />}</Route>
    <Route path="/households/:id/move/:into?">{({ id, into = '' }) => <MoveHousehold id={id} into={into} />}</Route>
    <Route path="/builds/:id/stage">{({ id }) => <AdvanceBuild id={id} />}</Route>
    <Route path="/builds/:id/hold">{({ id }) => <HoldBuild id={id} />}</Route>
    <Route path="/builds/:id/contribution">{({ id }) => <RecordContribution id={id} />}</Route>
    <Route path="/same">
      <LikelyList />
    </Route>
    <Route path="/same/:a/:b">{({ a, b }) => <PairScreen a={a} b={b} />}</Route>
    <Route path="/money">
      <MoneyScreen />
    </Route>
    <Route path="/take-along">
      <TakeAlong />
    </Route>
    <Route path="/board">
      <BoardScreen />
    </Route>
    <Route path="/tents/:area?">{({ area = '' }) => <TentsScreen area={decodeURIComponent(area)} />}</Route>
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
    <Route path="/people/new-phone">
      <ChangePhone />
    </Route>
    <Route path="/people/try-phone">
      <TryPhone />
    </Route>
    <Route path="/people/:part/:id?">{({ part, id = '' }) => <Admin part={part} id={id} />}</Route>
    <Route path="/hand-in/backup">
      <SaveBackup />
    </Route>
    <Route path="/hand-in/take-in">
      <TakeIn />
    </Route>
    <Route path="/print/:sheet?/:id?">
      {({ sheet = '', id = '' }) => <Print sheet={sheet} id={decodeURIComponent(id)} />}
    </Route>
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
