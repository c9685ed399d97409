import { Link } from 'wouter'
import { longDayWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useOfficeToday } from '../../store/queries/useOfficeToday.ts'
import { useReviewQueue } from '../../store/queries/useReviewQueue.ts'
import { AnsweredCard } from './AnsweredCard.tsx'
import { AskedCard } from './AskedCard.tsx'
import { BooksComing } from './BooksComing.tsx'
import { ConflictCard } from './ConflictCard.tsx'
import { UndecidedCard } from './UndecidedCard.tsx'
import { WaitingCard } from './WaitingCard.tsx'
import { WeekCard } from './WeekCard.tsx'
import './today.css'

/** *Hôm nay* of who reviews and who sees the whole: what waits for their answer, not the visits of 21 communes. */
export default function OfficeToday({ turn }: { turn(): void }) {
  const me = useMe()
  const areas = useAreas()
  const queue = useReviewQueue()
  const { answered, conflicts, week, before } = useOfficeToday()
  if (me === null) return null
  const waiting = <WaitingCard queue={queue} person={me.person.id} today={me.today} />
  const news = <WeekCard week={week} before={before} />
  const reviews = me.role === 'inspector'
  return (
    <main className="screen wide" id="content">
      <header>
        <div className="head office-head">
          <span className="soft">
            {longDayWords(me.today)} · <Link href="/people">{me.person.name}</Link>
          </span>
          <button type="button" className="button plain" onClick={turn}>
            {m.language_other()}
          </button>
        </div>
        <h1>{m.today_title()}</h1>
      </header>
      <TrialLine trial={areas.trial} />
      <BooksComing />
      <div className="columns">
        <div className="stack">{reviews ? waiting : news}</div>
        <div className="stack">
          <UndecidedCard />
          <ConflictCard conflicts={conflicts} />
          <AskedCard />
          {reviews ? <AnsweredCard answered={answered} today={me.today} /> : waiting}
          {reviews && news}
          <Ways />
        </div>
      </div>
    </main>
  )
}

/** Who reviews also drives out: the villages' work and what must be on the phone for it. */
const Ways = () => (
  <ul className="list">
    <Way href="/field" title={m.office_field()} />
    <Way href="/take-along" title={m.office_take_along()} />
  </ul>
)

const Way = ({ href, title }: { href: string; title: string }) => (
  <li>
    <Link className="row" href={href}>
      <span className="what">
        <span className="name">{title}</span>
      </span>
      <span aria-hidden="true">›</span>
    </Link>
  </li>
)
