import type { Stage } from '../entries/communeBodies.ts'
import type { HouseholdRow } from '../lists/householdRows.ts'

/** Which households stand on the map; all that is asked for must be so. */
export type MapFilter = {
  stage: Stage | null
  /** Nobody of the family was met yet. */
  notMet: boolean
  /** An inspector sent its check back, and nobody has answered. */
  returned: boolean
  /** Taken on for today. */
  mine: boolean
}

export const everything: MapFilter = { stage: null, notMet: false, returned: false, mine: false }

/** What of a row the row itself doesn't know. */
export type KnownOfRows = { mine: ReadonlySet<string>; isReturned(row: HouseholdRow): boolean }

/** The rows asked for, in the order given. A family that moved away is looked for nowhere. */
export const rowsForMap = (
  rows: readonly HouseholdRow[],
  { stage, notMet, returned, mine }: MapFilter,
  known: KnownOfRows,
): HouseholdRow[] =>
  rows.filter(
    (row) =>
      row.standing !== 'moved' &&
      (stage === null || row.stage === stage) &&
      (!notMet || row.lastMet === null) &&
      (!mine || known.mine.has(row.id)) &&
      (!returned || known.isReturned(row)),
  )
