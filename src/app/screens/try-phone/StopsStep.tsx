import { stopsWanted } from '../../../domain/try-phone/phoneTried.ts'
import { numberWords } from '../../../language/locale.ts'
import { m } from '../../../language/words/messages.js'
import { keepStop } from '../../record/tryPhone.ts'
import { useStore } from '../../store/queries/StoreContext.tsx'
import { usePhoneTried } from '../../store/queries/usePhoneTried.ts'
import type { StepProps } from './stepProps.ts'
import { PassOver, TryFoot } from './TryFoot.tsx'
import { useDoing } from './useDoing.ts'

/** A person remembers a number while the app is stopped, and says whether the phone does too. */
export const StopsStep = ({ tried }: StepProps) => {
  const store = useStore()
  const { change, life } = usePhoneTried()
  const { busy, failed, act } = useDoing()
  const { number, stops, picture } = tried
  const stopped = number !== null && number.life !== life
  const show = () => {
    const said = String(1000 + Math.floor(store.device.chance() * 9000))
    act(() => change((now) => now && { ...now, number: { said, life } }))
  }
  const answer = (kept: boolean) => act(() => keepStop(store, picture, kept))
  return (
    <>
      <p>{m.tryphone_stops_round({ at: numberWords(stops.length + 1), of: numberWords(stopsWanted) })}</p>
      {number === null && (
        <ol className="points">
          <li>{m.tryphone_stops_plane()}</li>
          <li>{m.tryphone_stops_show_do()}</li>
          <li>{m.tryphone_stops_stop()}</li>
          <li>{m.tryphone_stops_open()}</li>
        </ol>
      )}
      {number !== null && !stopped && (
        <div role="status">
          <p>{m.tryphone_stops_number()}</p>
          <p className="number-to-remember">{number.said}</p>
          <p>{m.tryphone_stops_now()}</p>
          <p className="soft">{m.tryphone_stops_stop()}</p>
        </div>
      )}
      {stopped && <p className="title">{m.tryphone_stops_ask({ number: number.said })}</p>}
      {number === null && (
        <TryFoot failed={failed}>
          <button type="button" className="button main wide" disabled={busy} onClick={show}>
            {m.tryphone_stops_show()}
          </button>
          <button type="button" className="button plain wide" disabled={busy} onClick={() => answer(false)}>
            {m.tryphone_stops_lost()}
          </button>
          <PassOver step="stops" />
        </TryFoot>
      )}
      {stopped && (
        <TryFoot failed={failed}>
          <button type="button" className="button main wide" disabled={busy} onClick={() => answer(true)}>
            {m.tryphone_stops_yes()}
          </button>
          <button type="button" className="button wide" disabled={busy} onClick={() => answer(false)}>
            {m.tryphone_stops_no()}
          </button>
        </TryFoot>
      )}
    </>
  )
}
