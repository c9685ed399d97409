import type { Day } from '../entries/communeBodies.ts'
import type { Standing, Visit } from './household.ts'

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
