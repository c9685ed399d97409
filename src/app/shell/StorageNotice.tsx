import { dayOf } from '../../domain/time/day.ts'
import { longDayWords, numberWords, timeWords } from '../../language/locale.ts'
import { m } from '../../language/words/messages.js'
import { Notice } from '../../ui/Notice.tsx'
import type { Mark } from '../store/canary.ts'
import { useStorageState } from '../store/queries/useStorageState.ts'
import { useSyncState } from '../sync/useSyncState.ts'
import { TryingLine } from './TryingLine.tsx'

/** Fewer than these that still fit are said on every screen. */
const fewVisits = 5

/** What happened to this phone's storage, what is safe and what to do, above every screen [L9]; nothing when all is well. */
export default function StorageNotice() {
  const { loss, room, wipe, waiting, forgetLoss } = useStorageState()
  const state = useSyncState()
  const needsUpdate = 'last' in state && state.last?.at === 'stopped' && state.last.why === 'protocol'
  if (loss !== null) {
    return (
      <section className="storage-notice notice red" role="alert">
        {loss.at === 'database-gone' && <Lost mark={loss.mark} />}
        {loss.at === 'entries-gone' && <EntriesGone from={loss.from} to={loss.to} />}
        {loss.at === 'marker-gone' && <MarkerGone />}
        <button type="button" className="button" onClick={forgetLoss}>
          {m.storage_known()}
        </button>
      </section>
    )
  }
  const said: { tone: 'red' | 'amber'; words: string }[] = []
  if (wipe === 'ordered') said.push({ tone: 'red', words: m.storage_wiping({ count: numberWords(waiting) }) })
  if (wipe === 'done') said.push({ tone: 'red', words: m.storage_wiped() })
  if (room?.at === 'full') said.push({ tone: 'amber', words: m.storage_full() })
  if (room?.at === 'room' && room.visits < fewVisits)
    said.push({ tone: 'amber', words: m.storage_low({ count: numberWords(room.visits) }) })
  if (needsUpdate) said.push({ tone: 'amber', words: m.storage_update_needed() })
  if (said.length === 0) return <TryingLine />
  return (
    <div className="storage-notice">
      <TryingLine />
      {said.map(({ tone, words }) => (
        <Notice key={words} tone={tone}>
          {words}
        </Notice>
      ))}
    </div>
  )
}

const Lost = ({ mark }: { mark: Mark }) => (
  <>
    <h2>{m.storage_lost_title()}</h2>
    <p>
      {mark.lastHandInMs === null
        ? m.storage_lost_never()
        : m.storage_lost_what({ time: momentWords(mark.lastHandInMs) })}
    </p>
    {mark.waiting > 0 && <p>{m.storage_lost_waiting({ count: numberWords(mark.waiting) })}</p>}
    {mark.waiting > 0 && mark.last !== undefined && <p>{m.storage_lost_number({ count: numberWords(mark.last) })}</p>}
    <p>{m.storage_lost_safe()}</p>
    <p>{m.storage_lost_do()}</p>
  </>
)

const EntriesGone = ({ from, to }: { from: number; to: number }) => (
  <>
    <h2>{m.storage_entries_title()}</h2>
    <p>{m.storage_entries_what({ from: numberWords(from), to: numberWords(to) })}</p>
    <p>{m.storage_lost_safe()}</p>
    <p>{m.storage_entries_do()}</p>
  </>
)

const MarkerGone = () => (
  <>
    <h2>{m.storage_marker_title()}</h2>
    <p>{m.storage_marker_do()}</p>
  </>
)

const momentWords = (ms: number): string => `${timeWords(ms)}, ${longDayWords(dayOf(ms))}`
