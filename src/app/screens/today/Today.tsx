import { useState } from 'react'
import { Link } from 'wouter'
import { leftCount, type TodayItem } from '../../../domain/lists/villageWork.ts'
import { stageWords } from '../../../language/codeWords.ts'
import { longDayWords } from '../../../language/locale.ts'
import { nameWords, notMetWords, standingWords } from '../../../language/rowWords.ts'
import { m } from '../../../language/words/messages.js'
import { HouseholdLine } from '../../../ui/HouseholdLine.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { TrialLine } from '../../../ui/TrialLine.tsx'
import { useAreas } from '../../store/queries/useAreas.ts'
import { useBeforeYouLeave } from '../../store/queries/useBeforeYouLeave.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { useToday } from '../../store/queries/useToday.ts'

const villageKey = 'mai-am-village'
/** More than anybody does in a day; the rest is under Hộ. */
const mostShown = 60

/** What is due here today: families in a tent first. */
export const Today = ({ turn }: { turn(): void }) => {
  const me = useMe()
  const areas = useAreas()
  const [village, setVillage] = useState(() => sessionStorage.getItem(villageKey) ?? '')
  const { due, done } = useToday(village === '' ? null : village)
  const choose = (id: string) => {
    sessionStorage.setItem(villageKey, id)
    setVillage(id)
  }
  if (me === null) return null
  return (
    <main className="screen" id="content">
      <header className="stack">
        <div className="head">
          <span className="soft">
            {longDayWords(me.today)} · {me.person.name}
          </span>
          <button type="button" className="button plain" onClick={turn}>
            {m.language_other()}
          </button>
        </div>
        <h1>{village === '' ? m.today_title() : areas.title(village)}</h1>
      </header>
      <TrialLine trial={areas.trial} />
      <div className="field">
        <label htmlFor="village">{m.today_where()}</label>
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
      {village !== '' && <LeaveOffer village={village} />}
      {due.length + done.length === 0 ? <p>{m.today_empty()}</p> : <Due due={due} />}
      {due.length + done.length === 0 && (
        <Link className="button main" href="/households/new">
          {m.households_new()}
        </Link>
      )}
    </main>
  )
}

const LeaveOffer = ({ village }: { village: string }) => {
  const count = leftCount(useBeforeYouLeave(village))
  return (
    <Link className={`notice ${count > 0 ? 'amber' : 'leaf'}`} href={`/leave/${encodeURIComponent(village)}`}>
      {count > 0 ? m.today_leave({ count }) : m.today_leave_none()} ›
    </Link>
  )
}

const Due = ({ due }: { due: TodayItem[] }) => (
  <section className="stack" aria-labelledby="due">
    <div className="head">
      <h2 id="due">{m.today_due()}</h2>
      <span>{m.today_count({ count: due.length })}</span>
    </div>
    {due.length === 0 && <p>{m.today_all_done()}</p>}
    <ul className="list">
      {due.slice(0, mostShown).map((item) => (
        <HouseholdLine
          key={`${item.row.id} ${item.task}`}
          href={placeOf(item)}
          name={nameWords(item.row)}
          about={whyWords(item)}
          stage={item.row.stage}
          stageTitle={stageWords[item.row.stage]()}
          mark={item.row.mark}
        >
          <Tag tone={item.task === 'visit' || item.task === 'check' ? 'indigo' : 'amber'}>{taskWords[item.task]()}</Tag>
        </HouseholdLine>
      ))}
    </ul>
    {due.length > mostShown && <p className="soft">{m.today_more({ count: due.length - mostShown })}</p>}
  </section>
)

const placeOf = ({ task, row }: TodayItem): string => {
  if (task === 'visit' || task === 'tell-family') return `/households/${row.id}/visit`
  return row.build === null ? `/households/${row.id}` : `/builds/${row.build}/check`
}

const taskWords = {
  visit: m.task_visit,
  check: m.task_check,
  supplement: m.task_supplement,
  'mend-again': m.task_mend_again,
  'tell-family': m.task_tell_family,
  'missing-photo': m.task_missing_photo,
}

const whyWords = ({ task, row, review }: TodayItem): string => {
  const reason = review?.body.reason ?? ''
  if (task === 'supplement') return m.why_supplement({ reason })
  if (task === 'mend-again') return m.why_mend({ reason })
  if (task === 'tell-family')
    return review?.body.decision === 'accepted' ? m.why_tell_accepted() : m.why_tell_returned()
  if (task !== 'visit') return standingWords(row)
  const met = row.lastVisit === null ? m.why_never_met() : m.why_last({ outcome: notMetWords(row) })
  return `${standingWords(row)} · ${met}`
}
