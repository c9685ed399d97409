import { wayMetres } from '../../../domain/map/wayWalked.ts'
import type { Fix } from '../../../domain/place/fix.ts'
import { distanceWords } from '../../../language/placeWords.ts'
import { m } from '../../../language/words/messages.js'
import type { WayToday } from '../../store/queries/useWay.ts'

type Props = {
  way: WayToday
  fix: Fix | null
  /** It is kept while one's own place is followed. */
  follow(): void
}

/** Today's way: off until somebody asks for it, and where it stays is said beside the button. */
export const WaySwitch = ({ way, fix, follow }: Props) => (
  <section className="card map-card" aria-labelledby="way">
    <h2 id="way">{m.map_way()}</h2>
    <p className="soft">
      {way.steps === null ? m.map_way_off() : m.map_way_on({ distance: distanceWords(wayMetres(way.steps)) })}
    </p>
    {way.steps === null ? (
      <button
        type="button"
        className="button"
        onClick={() => {
          way.begin(fix)
          follow()
        }}
      >
        {m.map_way_begin()}
      </button>
    ) : (
      <button type="button" className="button" onClick={way.erase}>
        {m.map_way_erase()}
      </button>
    )}
  </section>
)
