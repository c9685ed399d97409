import { m } from '../../../language/words/messages.js'
import type { OnlineSwitched } from '../../map/view/useOnlineOnMap.ts'

/** The map on the net: off until somebody turns it on; what it takes is said before, what did not come after. */
export const OnlineSwitch = ({ online: { offered, layer, seen, turn } }: { online: OnlineSwitched }) => {
  if (offered === null) return null
  const { title } = offered
  return (
    <section className="card map-card" aria-labelledby="online-map">
      <h2 id="online-map">{m.map_online()}</h2>
      <p className="soft">{layer === null ? m.map_online_off({ title }) : m.map_online_on({ title })}</p>
      <p role="status">{layer !== null && seen === 'missed' && m.map_online_missed()}</p>
      <button type="button" className="button" onClick={() => turn(layer === null)}>
        {layer === null ? m.map_online_turn_on() : m.map_online_turn_off()}
      </button>
    </section>
  )
}
