import type { Location } from '../place/location.ts'

/** A day in local time, `YYYY-MM-DD`. */
export type Day = string
/** A moment, ISO 8601 with a zone. */
export type Moment = string

/** Somebody by name; with `person` where the programme knows them. */
export type Someone = { person?: string; name: string }

/** Copied from a paper sheet: who measured, when, and the photo of the sheet (a photo id). */
export type CopiedFromPaper = { measuredBy: string; measuredOn: Day; sheet?: string }

/**
 * What dated an entry where the phone's clock was doubtful: the day that somebody answered (null: nobody did, the last
 * day known was taken), and whole seconds that were added to the phone's clock.
 */
export type ClockSaid = { day: Day | null; offset: number }

export type Dwelling = 'old-house' | 'tent' | 'lodging' | 'new-house' | 'unknown'
export type Poverty = 'poor' | 'near-poor' | 'other' | 'unknown'
export type Gender = 'woman' | 'man' | 'unsaid'

/** What is known of a household, one field a fact, so that amendments fold per field. No identity number, ever. */
export type HouseholdFields = {
  headName: string
  gender?: Gender | null
  /** Year only; 1900–this year. */
  birthYear?: number | null
  /** Tên thường gọi. */
  otherName?: string | null
  spouseName?: string | null
  spouseBirthYear?: number | null
  /** Area id of the village. */
  village: string
  members?: number | null
  ethnicity?: string | null
  language?: string | null
  poverty?: Poverty | null
  phone?: string | null
  landmark?: string | null
  /** Lối vào, in words. */
  wayIn?: string | null
  location?: Location | null
  dwelling?: Dwelling | null
  dwellingSince?: Day | null
  oldHouseDown?: boolean | null
  note?: string | null
}

export type HouseholdRegistered = HouseholdFields & {
  /** Where this household's history stands, when it moved here from another book. */
  from?: { book: string; household: string }
  copied?: CopiedFromPaper
  /** The notice (what is recorded, why, who sees it) was read out. */
  noticeRead?: boolean
}

/** Per field: the new value, and the entry whose value was on the screen (null: none was). */
export type Amendment<Fields> = {
  set: { [F in keyof Fields]?: { value: Fields[F] | null; base: string | null } }
  /** Entries whose differing values this one settles. */
  settles?: string[]
}
export type HouseholdAmended = Amendment<HouseholdFields>

export type HouseholdMerged = { into: string; reason?: string }
export type HouseholdMoved = { to: string; reason?: string; household?: string }

export type StationRegistered = {
  name: string
  village?: string | null
  location?: Location | null
  note?: string | null
}

export type VisitOutcome = 'met-head' | 'met-other' | 'away' | 'not-receiving' | 'moved' | 'deceased'
export type VisitPurpose = 'survey' | 'mobilise' | 'help-build' | 'check' | 'tell-result' | 'deliver' | 'other'
export type NeedCode =
  | 'money'
  | 'cement'
  | 'sand-gravel'
  | 'labour'
  | 'transport'
  | 'levelling'
  | 'water'
  | 'papers'
  | 'other'

export type VisitRecorded = {
  date: Day
  outcome: VisitOutcome
  /** Who was met, when it was not the head. */
  met?: string
  awayWhere?: 'field' | 'working-far' | 'unknown'
  /** Cùng đi. */
  with?: Someone[]
  purposes: VisitPurpose[]
  findings?: string
  needs?: { need: NeedCode; note?: string }[]
  next?: Day | null
  language?: string
  interpreter?: string
  noticeRead?: boolean
  dwelling?: Dwelling
  dwellingSince?: Day
  oldHouseDown?: boolean
  /** Reviews (entry ids) whose result was told to the family on this visit. */
  told?: string[]
  location?: Location
  copied?: CopiedFromPaper
  clock?: ClockSaid
}

export const stages = [
  'planned',
  'foundation',
  'foundation-checked',
  'kit-delivered',
  'frame',
  'closed-in',
  'completed',
  'handed-over',
] as const
export type Stage = (typeof stages)[number]
/** *Foundation checked* is derived, never written. */
export type SeenStage = Exclude<Stage, 'foundation-checked'>

export type BuildFields = {
  type: 'house' | 'treatment-house'
  work: 'new' | 'repair'
  /** House model of the programme, as the district names it. */
  model?: string | null
  plannedStart?: Day | null
  /** Tạm dừng / thôi không làm, with its reason; null: going on. */
  hold?: { state: 'paused' | 'given-up'; reason: string } | null
  location?: Location | null
  note?: string | null
}
export type BuildPlanned = BuildFields & { for: { household: string } | { station: string } }
export type BuildAmended = Amendment<BuildFields>
export type BuildAdvanced = {
  stage: SeenStage
  date: Day
  note?: string
  with?: Someone[]
  location?: Location
  copied?: CopiedFromPaper
  clock?: ClockSaid
}

export type Sitting = 'before-concrete' | 'done'
export type Verdict = 'passed' | 'to-mend' | 'failed'

/** How something no longer in sight is known. */
export type KnownBy = 'family-photo' | 'village-head' | 'not-known'

/**
 * One item's answer. Numbers are in the item's own unit. `gone` (không còn nhìn thấy) stands in place of a value and
 * never blocks saving.
 */
export type Answer = {
  value?: 'yes' | 'no' | 'na' | number | string | number[]
  remark?: string
  gone?: { knownBy: KnownBy; note?: string }
}

/**
 * A signer's slot, filled in one of the honest ways. `strokes` is the drawn signature as text (see
 * `domain/foundation/signatureStrokes.ts`); a fingerprint is never captured.
 */
export type Signature = {
  slot: string
  how: 'on-device' | 'on-paper' | 'fingerprint-on-paper' | 'by-proxy' | 'absent' | 'declined'
  name?: string
  strokes?: string
  /** Who signs in place, and their relation. */
  proxy?: { name: string; relation: string; strokes?: string }
  reason?: string
  witness?: string
}

export type FoundationChecked = {
  checklist: { id: string; version: number }
  sitting: Sitting
  date: Day
  answers: { [item: string]: Answer }
  /** Photo ids by slot, in the order taken. */
  photos: { [slot: string]: string[] }
  signatures?: Signature[]
  /** As recorded: a fact, never computed anew. */
  verdict: Verdict
  /** Why, as the rule said: item id and reason code. */
  reasons?: { item: string; code: string }[]
  mend?: { what: string; by: Day | null }
  remark?: string
  with?: Someone[]
  readAloud?: boolean
  /** Entry id of the review (returned) that this check answers; it starts from that check's answers and photos. */
  answersReview?: string
  location?: Location
  copied?: CopiedFromPaper
  clock?: ClockSaid
}

export type ReturnFor = 'supplement' | 'mend'
export type FoundationReviewed = {
  /** Entry id of the check. */
  check: string
  decision: 'accepted' | 'returned'
  /** With `returned`: bổ sung ảnh, số đo, or sửa móng. */
  returnFor?: ReturnFor
  /** Photo slots or items asked for. */
  wanted?: string[]
  /** In words for people; required with `returned`. */
  reason?: string
}

export type ContributionSource = 'counterpart' | 'donor' | 'family' | 'team'
export type ContributionRecorded = {
  source: ContributionSource
  form: 'money' | 'material' | 'labour'
  state: 'promised' | 'handed-over'
  date: Day
  /** Whole VND; with `money`, or the worth of `material` where known. */
  vnd?: number
  /** Labour days; halves allowed. */
  days?: number
  what?: string
  quantity?: number
  unit?: string
  by?: string
  to?: string
  /** Entry id of the promise that this hands over. */
  fulfils?: string
  /**
   * "Có phải cùng một khoản?": is this contribution the same as `entry`? With `of` the answer is about that one and
   * `entry`: it names their source and form, has no amount and adds nothing.
   */
  sameAs?: { entry: string; same: boolean; of?: string }
  note?: string
  copied?: CopiedFromPaper
  clock?: ClockSaid
}

export type PhotoTaken = {
  photo: string
  sha256: string
  bytes: number
  width: number
  height: number
  mime: 'image/jpeg' | 'image/webp'
  preview: { sha256: string; bytes: number }
  /** Base64, at most 40 characters. */
  thumbhash: string
  takenAt: Moment
  /** Whole seconds that the endpoint's clock was ahead of this phone's, as last heard. */
  clockOffset?: number
  clock?: ClockSaid
  location?: Location | null
  slot?: string
  caption?: string
  source: 'camera' | 'gallery' | 'drawn'
  /** Đã xin phép chụp. */
  consent?: boolean
  /** The endpoint never had the picture's bytes (demo district only). */
  bytesKept?: false
}

/** `different`: households that somebody looked at and found to be others than this note's own. */
export type NoteAdded = { text: string; about?: string; told?: string[]; different?: string[] }
export type EntryVoided = { entry: string; kind: string; reason: string }
