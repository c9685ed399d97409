/** What a phone knows of itself before it leaves the signal. Times in ms since 1970. */
export type TakeAlongFacts = {
  shellWhole: boolean
  /** Communes whose book has never been fetched. */
  booksMissing: number
  checklists: number
  /** The oldest of the lists, null when one was never fetched. */
  listMs: number | null
  /** The endpoint's clock minus this phone's; null while it was never compared. */
  clockOffsetMs: number | null
  waiting: number
}

export type MissingToTakeAlong = 'app' | 'books' | 'checklist' | 'old-list' | 'clock' | 'waiting'

const dayMs = 24 * 60 * 60_000
/** A clock further off than this makes days wrong around midnight and stamps hard to read. */
export const clockRightMs = 5 * 60_000

/** What is still missing to be ready for days without signal, in the order in which to mend it. */
export const missingToTakeAlong = (facts: TakeAlongFacts, nowMs: number): MissingToTakeAlong[] => [
  ...when(!facts.shellWhole, 'app'),
  ...when(facts.booksMissing > 0, 'books'),
  ...when(facts.booksMissing === 0 && facts.checklists === 0, 'checklist'),
  ...when(facts.booksMissing === 0 && (facts.listMs === null || nowMs - facts.listMs > dayMs), 'old-list'),
  ...when(facts.clockOffsetMs !== null && Math.abs(facts.clockOffsetMs) > clockRightMs, 'clock'),
  ...when(facts.waiting > 0, 'waiting'),
]

const when = (yes: boolean, what: MissingToTakeAlong): MissingToTakeAlong[] => (yes ? [what] : [])
