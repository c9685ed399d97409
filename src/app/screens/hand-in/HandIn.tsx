import { Link } from 'wouter'
import { heldWord } from '../../../language/heldWords.ts'
import { kindWords } from '../../../language/kindWords.ts'
import { numberWords, timeWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { Notice } from '../../../ui/Notice.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useHandIn, type WaitingItem } from '../../store/queries/useHandIn.ts'
import { syncNow } from '../../sync/syncNow.ts'
import { useSyncState } from '../../sync/useSyncState.ts'

const mostDone = 30

/** Where everything recorded on this phone stands, counted from storage, always with a button [L5]. */
export const HandIn = () => {
  const { waiting, handedIn, held, items, lastReceiptMs } = useHandIn()
  const state = useSyncState()
  const total = waiting + handedIn + held
  const at = (...states: WaitingItem['delivery']['at'][]) =>
    items.filter(({ delivery }) => states.includes(delivery.at))
  return (
    <main className="screen" id="content">
      <div className="head">
        <h1>{m.handin_title()}</h1>
        <Tag tone={navigator.onLine ? 'leaf' : 'indigo'}>
          {navigator.onLine ? m.handin_online() : m.handin_offline()}
        </Tag>
      </div>
      {total === 0 ? (
        <p>{m.handin_empty()}</p>
      ) : (
        <section className="card">
          <h2>
            {waiting === 0
              ? m.handin_entries_all({ count: numberWords(handedIn) })
              : m.handin_entries_some({ done: numberWords(handedIn), total: numberWords(total) })}
          </h2>
          <progress
            className={waiting === 0 ? 'bar leaf' : 'bar'}
            value={handedIn + held}
            max={total}
            aria-label={m.handin_title()}
          />
          <p className="soft">
            {lastReceiptMs === null ? m.handin_never() : m.handin_received_at({ time: timeWords(lastReceiptMs) })}
          </p>
        </section>
      )}
      <StateNotice state={state} />
      <button type="button" className="button main" disabled={state.at === 'running'} onClick={syncNow}>
        {state.at === 'running' ? m.handin_running() : m.handin_now()}
      </button>
      <Items title={m.handin_list_held()} items={at('held', 'refused')} />
      <Items title={m.handin_list_waiting()} items={at('waiting')} />
      <Items title={m.handin_list_done()} items={at('handed-in').slice(0, mostDone)} />
    </main>
  )
}

const StateNotice = ({ state }: { state: ReturnType<typeof useSyncState> }) => {
  if (state.at === 'running')
    return <Notice>{state.waiting > 0 ? m.handin_running_some({ count: state.waiting }) : m.handin_running()}</Notice>
  const { last } = state
  if (last?.at === 'no-signal') return <Notice tone="amber">{m.handin_no_signal()}</Notice>
  if (last?.at === 'stopped' && last.why === 'revoked') return <Notice tone="red">{m.handin_revoked()}</Notice>
  if (last?.at === 'done' && last.waitingForConfirmation)
    return <Notice tone="amber">{m.handin_waiting_confirm()}</Notice>
  return null
}

const Items = ({ title, items }: { title: string; items: WaitingItem[] }) =>
  items.length === 0 ? null : (
    <section className="stack">
      <div className="head">
        <h2>{title}</h2>
        <span>{items.length}</span>
      </div>
      <ul className="list">
        {items.map((item) => (
          <li key={item.id}>
            <Link className="row" href={`/households/${item.subject}`}>
              <span className="what">
                <span className="name">{item.title || kindWords(item.kind)}</span>
                <span className="soft">
                  {kindWords(item.kind)} · {timeWords(item.ms)}
                </span>
                {(item.delivery.at === 'held' || item.delivery.at === 'refused') && (
                  <span className="soft">{m.handin_item_held({ why: heldWord(item.delivery.code) })}</span>
                )}
              </span>
              <Tag tone={toneOf(item)}>
                {item.delivery.at === 'handed-in'
                  ? m.handin_item_handed()
                  : item.delivery.at === 'waiting'
                    ? m.saved_on_phone()
                    : m.handin_see()}
              </Tag>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )

const toneOf = ({ delivery }: WaitingItem) =>
  delivery.at === 'handed-in' ? 'leaf' : delivery.at === 'waiting' ? 'indigo' : 'red'
