import { type ComponentType, useState } from 'react'
import { Link } from 'wouter'
import { longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useHereOfSession } from '../../device/useHereOfSession.ts'
import { useAreas } from '../../store/queries/useAreas.ts'
import { type Me, useMe } from '../../store/queries/useMe.ts'
import { useMine } from '../../store/queries/useMine.ts'
import { useToday } from '../../store/queries/useToday.ts'
import { standInVillage, villageHere } from '../../store/queries/villageHere.ts'
import { Done } from './Done.tsx'
import { DueByVillage } from './DueByVillage.tsx'
import { DueHere } from './DueHere.tsx'
import { Near } from './Near.tsx'
import { Ways } from './Ways.tsx'
import './today.css'

/** So many are looked through; more are found by their name. */
const mostDone = 40

type Props = {
  turn(): void
  /** What is missing for the road, or before one leaves the village: no list waits for it. */
  Line: ComponentType<{ village: string }>
}

/** What is due here today: families in a tent first, then the nearest, then the most urgent. */
export const Today = ({ turn, Line }: Props) => {
  const me = useMe()
  const areas = useAreas()
  const [village, setVillage] = useState(villageHere)
  const near = useHereOfSession()
  const mine = useMine()
  const { due, done } = useToday(village === '' ? null : village, near.point)
  const choose = (id: string) => {
    standInVillage(id)
    setVillage(id)
    window.scrollTo(0, 0)
  }
  if (me === null) return null
  return (
    <main className="screen wide" id="content">
      <Head me={me} village={village} turn={turn} />
      <TrialLine trial={areas.trial} />
      <Where me={me} village={village} choose={choose} />
      <Line village={village} />
      {due.length + done.length > 0 && <Ways mine={mine.ids.size} />}
      {due.length + done.length === 0 ? (
        <>
          <p>{m.today_empty()}</p>
          <Link className="button main" href="/households/new">
            {m.households_new()}
          </Link>
        </>
      ) : (
        <div className="columns">
          <div className="stack">
            {village === '' ? (
              <DueByVillage due={due} mine={mine.ids} here={near.point} choose={choose} near={<Near near={near} />} />
            ) : (
              <>
                <DueHere due={due} mine={mine.ids} near={<Near near={near} />} />
                <Link className="button" href={`/print/village/${encodeURIComponent(village)}`}>
                  {m.print_village_link()}
                </Link>
              </>
            )}
          </div>
          {/* Of all villages the list of households itself stands one place to the right. */}
          {(village !== '' || done.length <= mostDone) && <Done done={done} village={village} />}
        </div>
      )}
    </main>
  )
}

const Head = ({ me, village, turn }: { me: Me; village: string; turn(): void }) => {
  const areas = useAreas()
  const commune = areas.byId(village)?.parent
  return (
    <header>
      <div className="head today-head">
        <span className="soft">
          {longDayWords(me.today)} ·{' '}
          {village !== '' && commune ? areas.title(commune) : <Link href="/people">{me.person.name}</Link>}
        </span>
        <button type="button" className="button plain small" onClick={turn}>
          {m.language_other()}
        </button>
      </div>
      <h1>{village === '' ? m.today_title() : areas.title(village)}</h1>
    </header>
  )
}

const Where = ({ me, village, choose }: { me: Me; village: string; choose(id: string): void }) => {
  const areas = useAreas()
  return (
    <div className="where">
      <label className="soft" htmlFor="village">
        {m.today_where()}
      </label>
      <select id="village" value={village} onChange={(event) => choose(event.target.value)}>
        <option value="">{m.today_all()}</option>
        {me.books.map((book) => (
          <optgroup key={book.id} label={book.title}>
            {areas.villagesOf(book.id).map(({ area, title }) => (
              <option key={area} value={area}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
