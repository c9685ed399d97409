import type { Day } from '../entries/communeBodies.ts'
import type { Visit } from './household.ts'

/**
 * What a visit found that changes what is due. `moved`: the family lives elsewhere, nothing is due here until somebody
 * sees it again. `head-died`: the house goes on for the family, and a new head is to be written down.
 */
export type Standing = 'here' | 'moved' | 'head-died'

/**
 * `visits` latest first; `headWrittenOn`: the day on which the head's name that stands was written. A move is settled by
 * any later visit with another outcome, a death by a head written on its day or later, or by a head met since.
 */
export const standingOf = (visits: readonly Visit[], headWrittenOn: Day | undefined): Standing => {
  if (visits[0]?.body.outcome === 'moved') return 'moved'
  for (const { date, body } of visits) {
    if (body.outcome === 'met-head') return 'here'
    if (body.outcome === 'deceased') return headWrittenOn !== undefined && headWrittenOn >= date ? 'here' : 'head-died'
  }
  return 'here'
}
