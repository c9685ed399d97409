import type {
  BuildFields,
  Day,
  FoundationChecked,
  FoundationReviewed,
  PhotoTaken,
  SeenStage,
  Stage,
} from '../entries/communeBodies.ts'
import type { FieldConflict, Written } from '../household/household.ts'
import type { Contribution } from '../money/contribution.ts'

/** One house or treatment house, as folded. */
export type Build = {
  id: string
  book: string
  for: { household: string } | { station: string }
  fields: BuildFields
  bases: { [F in keyof BuildFields]?: string }
  conflicts: FieldConflict[]
  planned: Written
  /** Derived: the latest seen stage, or *foundation checked*. */
  stage: Stage
  /** Since when it stands at that stage. */
  since: Day | null
  /** What was seen, latest first. */
  advances: (Written & { stage: SeenStage; date: Day; note: string | null })[]
  /** Unvoided checks, latest first. */
  checks: Check[]
  /** As written, latest first, answers too: what counts of them says `oneOfEach`. */
  contributions: Contribution[]
  /** A later stage stands without *móng đạt*. */
  aheadOfCheck: boolean
}

/** What a check found, of which sitting: its review accepts that and no more. */
export type Found = Pick<FoundationChecked, 'sitting' | 'verdict'>

export type CheckStatus = 'waiting' | 'accepted' | 'returned'

export type Check = Written & {
  body: FoundationChecked
  /** Unvoided reviews by another person than made or joined the check, latest first. */
  reviews: Review[]
  /** From the latest review; a check that isn't *passed* waits for nobody's acceptance but is still reviewed. */
  status: CheckStatus
}

export type Review = Written & { body: FoundationReviewed }

export type Photo = Written & { subject: string; body: PhotoTaken }

/** What the house drawing shows besides the stage. */
export type BuildMark = 'none' | 'waiting' | 'to-mend' | 'failed' | 'paused'

/** Somebody still has to say what becomes of it: not handed over, not given up. */
export const isOpen = ({ stage, fields }: Pick<Build, 'stage' | 'fields'>): boolean =>
  stage !== 'handed-over' && fields.hold?.state !== 'given-up'
