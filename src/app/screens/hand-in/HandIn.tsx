import { Link } from 'wouter'
import { goingWords } from '../../../language/handInWords.ts'
import { momentWords, numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Tag } from '../../../ui/Tag.tsx'
import { PhotoLane } from '../../pictures/PhotoLane.tsx'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { type HandIn as Standing, useHandIn, type WaitingItem } from '../../store/queries/useHandIn.ts'
import { useMe } from '../../store/queries/useMe.ts'
import { usePhone } from '../../store/queries/usePhone.ts'
import { syncNow } from '../../sync/syncNow.ts'
import { useSyncState } from '../../sync/useSyncState.ts'
import { BackupLines } from './BackupLines.tsx'
import { HandInItems } from './HandInItems.tsx'
import { HandInNotice } from './HandInNotice.tsx'
import { RoomPart } from './RoomPart.tsx'
import { useGoing } from './useGoing.ts'

const mostDone = 30

/** Where everything recorded on this phone stands, counted from storage, always with a button [L5]. */
export default function HandIn() {
  const standing = useHandIn()
  const state = useSyncState()
  const going = useGoing(state, standing.waiting)
  const at = (...states: WaitingItem['delivery']['at'][]) =>
    standing.items.filter(({ delivery }) => states.includes(delivery.at))
  return (
    <main className="screen wide" id="content">
      <div className="head">
        <h1>{m.handin_title()}</h1>
        <Tag tone={navigator.onLine ? 'leaf' : 'indigo'}>
          {navigator.onLine ? m.handin_online() : m.handin_offline()}
        </Tag>
      </div>
      <div className="columns">
        <div className="stack">
          <Entries standing={standing} />
          <PhotoLane />
          <HandInNotice state={state} />
          <BackedUp />
          <RoomPart />
          <Link className="row quiet" href="/my-day">
            <span className="what">{m.myday_link()}</span>
            <span aria-hidden="true">›</span>
          </Link>
          <BackupLines />
          <Link className="row quiet" href="/take-along">
            <span className="what">{m.takealong_title()}</span>
            <span aria-hidden="true">›</span>
          </Link>
        </div>
        <div className="stack">
          <HandInItems title={m.handin_list_held()} items={at('held', 'refused')} />
          <HandInItems title={m.handin_list_waiting()} items={at('waiting')} />
          <HandInItems title={m.handin_list_done()} items={at('handed-in').slice(0, mostDone)} />
        </div>
      </div>
      <div className="foot">
        <button type="button" className="button main wide" disabled={state.at === 'running'} onClick={syncNow}>
          {going === null ? m.handin_now() : goingWords(going)}
        </button>
      </div>
    </main>
  )
}

const Entries = ({ standing: { waiting, handedIn, held, lastReceiptMs } }: { standing: Standing }) => {
  const { device } = useStore()
  const total = waiting + handedIn + held
  if (total === 0) return <p>{m.handin_empty()}</p>
  return (
    <section className="card">
      <h2>
        {waiting + held === 0
          ? m.handin_entries_all({ count: numberWords(handedIn) })
          : m.handin_entries_some({ done: numberWords(handedIn), total: numberWords(total) })}
      </h2>
      <progress
        className={waiting + held === 0 ? 'bar leaf' : 'bar'}
        value={handedIn}
        max={total}
        aria-label={m.handin_title()}
      />
      {held > 0 && <p>{m.handin_held_some({ count: numberWords(held) })}</p>}
      <p className="soft">
        {lastReceiptMs === null
          ? m.handin_never()
          : m.handin_received_at({ time: momentWords(lastReceiptMs, device.nowMs()) })}
      </p>
    </section>
  )
}

/** The endpoint's own safety, as it last said. */
const BackedUp = () => {
  const { phone } = usePhone(useSyncState())
  const { device } = useStore()
  const role = useMe()?.role
  // Before the first answer nothing is known of it.
  if (phone === null || phone.clockOffsetMs === null) return null
  // Only the office can do something about a backup that was never made.
  if (phone.backedUpMs === null && role !== 'district' && role !== 'admin') return null
  return (
    <p className="soft">
      {phone.backedUpMs === null
        ? m.handin_never_backed_up()
        : m.handin_backed_up({ time: momentWords(phone.backedUpMs, device.nowMs()) })}
    </p>
  )
}
