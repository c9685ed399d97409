import { isDay } from '../time/day.ts'
import type { CopiedFromPaper, Day, Someone } from './communeBodies.ts'
import type { Refusal } from './refusal.ts'

/** The slot that the photo of a sheet is taken for. */
export const sheetSlot = 'sheet'

/** *Chép từ giấy* as typed; null in a form that is filled in where it was seen. */
export type CopiedDraft = {
  measuredBy: string
  /** Where the name was picked among the programme's people: they took part, and don't review. */
  person: string | null
  measuredOn: string
}

export const startCopied: CopiedDraft = { measuredBy: '', person: null, measuredOn: '' }

/** A photo taken for a form, of whichever slot. */
type Taken = { photo: string; body: { slot?: string } }

/** What the body says of the sheet; its photo is the first that was taken of it. */
export const copiedOf = (draft: CopiedDraft | null, photos: readonly Taken[]): { copied?: CopiedFromPaper } => {
  if (draft === null) return {}
  const sheet = photos.find(({ body }) => body.slot === sheetSlot)?.photo
  const measuredBy = draft.measuredBy.trim().normalize('NFC')
  return { copied: { measuredBy, measuredOn: draft.measuredOn, ...(sheet === undefined ? {} : { sheet }) } }
}

/** The day of what is recorded: the day it was measured, not the day it was copied. */
export const dayOfRecord = (date: Day, copied: CopiedDraft | null): Day => (copied === null ? date : copied.measuredOn)

/** Who measured took part, as those who came along: nobody reviews what they measured. */
export const measurerOf = (draft: CopiedDraft | null): Someone[] =>
  draft === null || draft.person === null
    ? []
    : [{ person: draft.person, name: draft.measuredBy.trim().normalize('NFC') }]

/** Who is missing, no day, or a day after `today`: the day on which it is written down. */
export const judgeCopied = (copied: CopiedFromPaper | undefined, today: Day | undefined): Refusal[] => {
  if (copied === undefined) return []
  const { measuredBy, measuredOn } = copied
  return [
    ...(measuredBy.trim() === '' ? [{ field: 'measuredBy', code: 'measured-by' }] : []),
    ...(isDay(measuredOn) ? [] : [{ field: 'measuredOn', code: 'measured-on' }]),
    ...(isDay(measuredOn) && today !== undefined && measuredOn > today
      ? [{ field: 'measuredOn', code: 'measured-later' }]
      : []),
  ]
}
