import { missingPlaceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'
import type { useHereOfSession } from '../../device/useHereOfSession.ts'

/** *Gần tôi*: the place is asked for by this tap only, and remembered until the app is closed. */
export const Near = ({ near: { point, here, ask } }: { near: ReturnType<typeof useHereOfSession> }) => (
  <div className="near">
    <button type="button" className="button plain small" disabled={here.at === 'seeking'} onClick={ask}>
      {here.at === 'seeking' ? m.place_seeking() : point === null ? m.today_near() : m.today_near_again()}
    </button>
    {here.at === 'missing' && <p role="status">{missingPlaceWords[here.why]()}</p>}
  </div>
)
