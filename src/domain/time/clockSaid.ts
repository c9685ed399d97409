import type { ClockSaid } from '../entries/communeBodies.ts'
import type { ClockState } from './judgeClock.ts'

/**
 * What an entry says of the clock that dated it: nothing where it was right or is the endpoint's; else the day that
 * somebody answered (null: nobody did, the last day known was taken) and the whole seconds added to the phone's clock.
 */
export const clockSaid = ({ doubt, by, offsetMs, day }: ClockState): { clock?: ClockSaid } => {
  if (doubt === null && (by !== 'person' || offsetMs === 0)) return {}
  return { clock: { day: doubt === null ? day : null, offset: Math.round(offsetMs / 1000) } }
}
