import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { clockRightMs, type MissingToTakeAlong } from '../../../domain/take-along/missingToTakeAlong.ts'
import { visitsThatFit } from '../../../domain/take-along/visitsThatFit.ts'
import { momentWords, numberWords } from '../../../language/locale.ts'
import { roomWords } from '../../../language/roomWords.ts'
import { m } from '../../../language/words/messages.js'
import { later } from '../../../ui/later.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import type { Phone } from '../../store/queries/usePhone.ts'
import { type TakeAlong, useTakeAlong } from '../../store/queries/useTakeAlong.ts'
import { syncNow } from '../../sync/syncNow.ts'
import { useSyncState } from '../../sync/useSyncState.ts'
import { useShareEnd } from './useShareEnd.ts'

/** What speaks of maps with the endpoint and writes files is not needed for the rest of the screen. */
const TakeMaps = later(
  () => import('./TakeMaps.tsx'),
  () => null,
)

/** What is on this phone for days without signal, said with numbers before somebody drives off. */
export default function TakeAlongScreen() {
  const sync = useSyncState()
  const { takeAlong, keepData } = useTakeAlong(sync)
  const running = sync.at === 'running'
  const shareEnd = useShareEnd()
  const maps = <TakeMaps shareEnd={shareEnd} />
  return (
    <main className="screen" id="content">
      <Link href="/">‹ {m.nav_today()}</Link>
      <div>
        <h1>{m.takealong_title()}</h1>
        <p className="soft">{m.takealong_lead()}</p>
      </div>
      {takeAlong !== null && (
        <>
          {shareEnd !== null && maps}
          <Readiness missing={takeAlong.missing} />
          <div className="columns">
            <Carried takeAlong={takeAlong} />
            <div className="stack">
              <Kept takeAlong={takeAlong} keepData={keepData} />
              {shareEnd === null && maps}
            </div>
          </div>
        </>
      )}
      {!running && sync.last?.at === 'no-signal' && <Notice tone="amber">{m.takealong_no_signal()}</Notice>}
      <div className="foot">
        <button type="button" className="button main wide" disabled={running} onClick={syncNow}>
          {running ? m.takealong_fetching_now({ count: numberWords(takeAlong?.entries ?? 0) }) : m.takealong_fetch()}
        </button>
      </div>
    </main>
  )
}

const Readiness = ({ missing }: { missing: MissingToTakeAlong[] }) => {
  if (missing.length === 0) return <Notice tone="leaf">✓ {m.takealong_ready()}</Notice>
  return (
    <section className="card" aria-labelledby="missing">
      <h2 id="missing" role="status">
        {m.takealong_not_ready({ count: missing.length })}
      </h2>
      <ul className="points">
        {missing.map((what) => (
          <li key={what}>{missingWords[what]()}</li>
        ))}
      </ul>
    </section>
  )
}

const missingWords: { [What in MissingToTakeAlong]: () => string } = {
  app: m.takealong_missing_app,
  books: m.takealong_missing_books,
  checklist: m.takealong_missing_checklist,
  'old-list': m.takealong_missing_old,
  clock: m.takealong_missing_clock,
  waiting: m.takealong_missing_waiting,
}

const Carried = ({ takeAlong }: { takeAlong: TakeAlong }) => (
  <section className="card" aria-labelledby="carried">
    <h2 id="carried">{m.takealong_carried()}</h2>
    <dl className="facts">
      <Fact title={m.takealong_households()}>{numberWords(takeAlong.households)}</Fact>
      <Fact title={m.takealong_entries()}>{numberWords(takeAlong.entries)}</Fact>
      <Fact title={m.takealong_checklists()}>{numberWords(takeAlong.checklists)}</Fact>
      <Fact title={m.takealong_age()}>
        {takeAlong.listMs === null ? m.takealong_never() : momentWords(takeAlong.listMs, takeAlong.nowMs)}
      </Fact>
      <Fact title={m.takealong_books()}>
        {takeAlong.communes.length > 4 ? (
          numberWords(takeAlong.communes.length)
        ) : (
          <ul>
            {takeAlong.communes.map(({ id, title, households }) => (
              <li key={id}>{m.takealong_commune({ title, count: numberWords(households) })}</li>
            ))}
          </ul>
        )}
      </Fact>
    </dl>
  </section>
)

const Kept = ({ takeAlong: { phone, waiting }, keepData }: { takeAlong: TakeAlong; keepData(): Promise<void> }) => (
  <section className="card" aria-labelledby="kept">
    <h2 id="kept">{m.takealong_phone()}</h2>
    <dl className="facts">
      <Fact title={m.takealong_app()}>
        {phone.shell.whole ? m.takealong_app_here({ version: phone.shell.version }) : m.takealong_app_missing()}
      </Fact>
      <Fact title={m.takealong_room()}>{roomOf(phone)}</Fact>
      <Fact title={m.takealong_clock()}>{clockWords(phone)}</Fact>
      <Fact title={m.takealong_waiting()}>
        {waiting === 0 ? m.takealong_waiting_none() : m.takealong_waiting_some({ count: numberWords(waiting) })}
      </Fact>
      <Fact title={m.takealong_persist()}>
        {phone.persisted === true ? m.takealong_persist_yes() : m.takealong_persist_no()}
      </Fact>
    </dl>
    {phone.persisted !== true && (
      <button type="button" className="button" onClick={() => void keepData()}>
        {m.takealong_persist_ask()}
      </button>
    )}
  </section>
)

const Fact = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </div>
)

const roomOf = ({ freeBytes }: Phone): string =>
  freeBytes === null ? m.takealong_room_unknown() : roomWords(visitsThatFit(freeBytes))

const clockWords = ({ clockOffsetMs }: Phone): string => {
  if (clockOffsetMs === null) return m.takealong_clock_unknown()
  return Math.abs(clockOffsetMs) <= clockRightMs
    ? m.takealong_clock_right()
    : m.takealong_clock_off({ minutes: numberWords(Math.round(Math.abs(clockOffsetMs) / 60_000)) })
}
