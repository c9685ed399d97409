import type { Day, Sitting } from './communeBodies.ts'

export type AreaLevel = 'district' | 'commune' | 'village'

/** A district, commune or village. Areas are data with dates: they merge, and their ids outlive them. */
export type AreaDeclared = {
  area: string
  title: string
  level: AreaLevel
  /** What people call it: xã, thị trấn, bản, thôn, khối. */
  word?: string
  parent?: string | null
  border?: boolean
  from?: Day
  until?: Day
  successor?: string
  /** [longitude, latitude], WGS 84. */
  centre?: [number, number]
  /** Each commune is a book of that id, unless false. */
  book?: boolean
  /** A district for trying out: its people and households are invented. */
  trial?: boolean
}

export type TeamKind = 'steering-committee' | 'support-team' | 'working-group' | 'inspection-team'
export type TeamFormed = { title: string; kind: TeamKind; members: string[]; areas?: string[] }
export type PersonDeclared = {
  person: string
  name: string
  phone?: string | null
  title?: string | null
  team?: string | null
}

export type ChecklistItem = {
  id: string
  /** Section's id. */
  section: string
  /** Which sitting shows it; absent: both. */
  sitting?: Sitting
  title: Words
  hint?: Words
  required: boolean
  /** A drawing of what to measure, by its name in `src/ui/drawings`. */
  drawing?: string
} & (
  | {
      kind: 'yes-no' /** The answer that is well; default yes. */
      well?: 'yes' | 'no' /** What a bad answer comes to. */
      bad: 'to-mend' | 'failed' | 'note'
    }
  | {
      kind: 'number'
      unit: 'mm' | 'cm' | 'm' | 'days' | 'pieces' | 'VND' | 'degrees'
      expected?: number
      min?: number
      max?: number
      tolerance?: number
      bad: 'to-mend' | 'failed' | 'note'
      decimals?: number /** How many numbers make the answer (three points of a footing). */
      count?: number
    }
  | {
      kind: 'diagonals'
      unit: 'cm' /** Greatest difference, in cm. */
      maxDifference: number
      length: string
      width: string
      bad: 'to-mend' | 'failed' | 'note'
    }
  | { kind: 'choice'; options: { id: string; title: Words; bad?: 'to-mend' | 'failed' | 'note' }[] }
  | { kind: 'text' }
)

export type Words = { vi: string; en: string }

export type PhotoSlot = { id: string; title: Words; hint?: Words; required: boolean; sitting?: Sitting }
export type SignatureSlot = { id: string; title: Words; required: boolean }

/** A foundation checklist; a check keeps the version it was made under. */
export type ChecklistPublished = {
  checklist: string
  version: number
  title: Words
  from?: Day
  sections: { id: string; title: Words }[]
  items: ChecklistItem[]
  photos: PhotoSlot[]
  signatures: SignatureSlot[]
  /** Place of the check against the household's registered place. */
  place: { maxAccuracy: number; maxDistance: number }
}

export type FundApproved = { title: string; source: 'counterpart' | 'donor'; vnd: number; decision?: string; date: Day }
