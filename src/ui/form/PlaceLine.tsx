import { useState } from 'react'
import { ageWords, distanceWords, missingPlaceWords } from '../../language/placeWords.ts'
import { m } from '../../language/words/messages.js'
import { useEachSecond } from '../useEachSecond.ts'
import './form.css'

type Fix = { accuracy: number; atMs: number }
type Props = {
  here:
    | { at: 'not-asked' }
    | { at: 'seeking'; fix: Fix | null }
    | { at: 'found'; fix: Fix }
    | { at: 'missing'; why: keyof typeof missingPlaceWords }
  nowMs(): number
  seek(): void
  /** What the button says before anything was asked. */
  ask?: string
  /** What is said before anything was asked. */
  none?: string
}

/** "đang lấy vị trí… · chính xác 8 m · cách đây 12 giây", with a button to try again. It never holds anything up. */
export const PlaceLine = ({ here, nowMs, seek, ask = m.place_ask(), none = m.place_not_asked() }: Props) => {
  const fix = here.at === 'seeking' || here.at === 'found' ? here.fix : null
  return (
    <div className="place-line">
      <div className="said">
        <p role="status">{here.at === 'not-asked' ? none : saidOf(here)}</p>
        {fix !== null && <Age atMs={fix.atMs} nowMs={nowMs} />}
        {here.at === 'missing' && <p className="soft">{m.place_missing_do()}</p>}
      </div>
      {here.at !== 'seeking' && (
        <button type="button" className="button" onClick={seek}>
          {here.at === 'not-asked' ? ask : m.place_again()}
        </button>
      )}
    </div>
  )
}

const saidOf = (here: Exclude<Props['here'], { at: 'not-asked' }>): string => {
  switch (here.at) {
    case 'missing':
      return missingPlaceWords[here.why]()
    case 'seeking':
      return here.fix === null ? m.place_seeking() : m.place_seeking_at({ accuracy: distanceWords(here.fix.accuracy) })
    case 'found':
      return m.place_found({ accuracy: distanceWords(here.fix.accuracy) })
  }
}

/** Counts on its own, so that the form around it is not drawn anew each second; not read out each second either. */
const Age = ({ atMs, nowMs }: { atMs: number; nowMs(): number }) => {
  const [now, setNow] = useState(nowMs)
  useEachSecond(() => setNow(nowMs()))
  return <p className="soft">{ageWords(Math.max(0, Math.round((Math.max(now, nowMs()) - atMs) / 1000)))}</p>
}
