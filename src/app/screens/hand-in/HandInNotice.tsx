import { useRef, useState } from 'react'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { useEachSecond } from '../../../ui/useEachSecond.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { syncNow } from '../../sync/syncNow.ts'
import type { SyncState } from '../../sync/syncState.ts'

/** Why a hand-in has not come to its end, and what is safe meanwhile. */
export const HandInNotice = ({ state }: { state: SyncState }) => {
  // The button itself says how far it is.
  if (state.at === 'running') return null
  if (state.at === 'pausing' && navigator.onLine)
    return (
      <NextTry
        key={state.untilMs}
        untilMs={state.untilMs}
        why={noSignalWords[state.last.at === 'no-signal' ? state.last.why : '']?.()}
      />
    )
  const { last } = state
  if (last?.at === 'no-signal') return <Notice tone="amber">{(noSignalWords[last.why] ?? m.handin_no_signal)()}</Notice>
  if (last?.at === 'stopped') return <Notice tone="red">{stoppedWords[last.why]()}</Notice>
  if (last?.at === 'done' && last.waitingForConfirmation)
    return <Notice tone="amber">{m.handin_waiting_confirm()}</Notice>
  return null
}

type Stopped = Extract<Extract<SyncState, { at: 'idle' }>['last'], { at: 'stopped' }>['why']

const stoppedWords: { [why in Stopped]: () => string } = {
  revoked: m.handin_revoked,
  wiped: m.handin_wiped,
  'not-enrolled': m.handin_stopped,
  'unknown-device': m.handin_unknown_device,
  protocol: m.handin_protocol,
  refused: m.handin_stopped,
}

/** What else than a missing network kept a hand-in from its end. */
const noSignalWords: { [why: string]: () => string } = {
  page: m.handin_page,
  busy: m.handin_busy,
  'set-apart': m.handin_set_apart,
  'phone-full': m.handin_phone_full,
}

/** Counts down, and tries when it says so. */
const NextTry = ({ untilMs, why }: { untilMs: number; why: string | undefined }) => {
  const { device } = useStore()
  const left = () => Math.max(0, Math.ceil((untilMs - device.nowMs()) / 1000))
  const [seconds, setSeconds] = useState(left)
  const tried = useRef(false)
  useEachSecond(() => {
    setSeconds(left())
    if (left() > 0 || tried.current) return
    tried.current = true
    syncNow()
  })
  return (
    // Not a live region: a screen reader would read every second out.
    <p className="notice amber">{why ?? m.handin_next_try({ seconds: numberWords(seconds) })}</p>
  )
}
