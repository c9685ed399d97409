import type { ClockSaid, Day, Dwelling, HouseholdFields, VisitRecorded } from '../entries/communeBodies.ts'

/** Who wrote something, and when (its stamp's moment, ms since 1970; `pending` while it is only on this device). */
export type Written = { entry: string; ms: number; stamp: string; person: string; device: string; pending: boolean }

/**
 * A household as folded. `bases` names, per field, the entry whose value stands (hand it to an amendment). A field
 * with several undecided values is in `conflicts`, greatest first.
 */
export type Household = {
  id: string
  book: string
  fields: HouseholdFields
  bases: { [F in keyof HouseholdFields]?: string }
  conflicts: FieldConflict[]
  registered: Written
  noticeRead: boolean
  /** When the notice was first read out, and by whom; null while it wasn't. */
  noticeReadOn: { day: Day; person: string } | null
  /** On which day the value that stands was written; undefined where nobody wrote it (of the name: since it was registered). */
  writtenOn: { dwelling: Day | undefined; oldHouseDown: Day | undefined; headName: Day | undefined }
  living: Living
  standing: Standing
  mergedInto: string | null
  /** Who merged it, latest last; all of them are taken back to take the merge back. */
  merges: Written[]
  /** Households that people found to be others than this one. */
  different: { household: string; written: Written }[]
  /** To another commune's book: `household` is its page there. Of two moves the later one stands. */
  movedTo: (Written & { book: string; household: string | null; reason: string }) | null
  movedFrom: { book: string; household: string } | null
  /** Unvoided, latest first. */
  visits: Visit[]
}

/**
 * Where a family lives, since when, and whether the old house was taken down; null: nobody said. `clock`: on whose word
 * the day stands on which it was seen, where that phone's clock was doubtful.
 */
export type Living = { dwelling: Dwelling; since: Day | null; oldHouseDown: boolean | null; clock?: ClockSaid }

/**
 * What a visit found that changes what is due. `moved`: the family lives elsewhere, nothing is due here until somebody
 * sees it again. `head-died`: the house goes on for the family, and a new head is to be written down.
 */
export type Standing = 'here' | 'moved' | 'head-died'

export type FieldConflict = { field: string; values: { value: unknown; written: Written }[] }

export type Visit = Written & { body: VisitRecorded; date: Day; met: boolean }

/** Only a meeting counts as seen. */
export const wasMet = (visit: VisitRecorded): boolean => visit.outcome === 'met-head' || visit.outcome === 'met-other'
