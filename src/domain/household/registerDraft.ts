import type { Dwelling, HouseholdRegistered } from '../entries/communeBodies.ts'
import { type CopiedDraft, copiedOf } from '../entries/copiedFromPaper.ts'
import type { Fix } from '../place/fix.ts'
import type { Location } from '../place/location.ts'

/** A household while it is being written down; everything as typed. */
export type RegisterDraft = {
  book: string
  village: string
  headName: string
  spouseName: string
  otherName: string
  birthYear: string
  members: string
  phone: string
  landmark: string
  wayIn: string
  dwelling: Dwelling | null
  dwellingSince: string
  noticeRead: boolean
  fix: Fix | null
  copied: CopiedDraft | null
}

export const startRegister = (book: string, village = ''): RegisterDraft => ({
  book,
  village,
  headName: '',
  spouseName: '',
  otherName: '',
  birthYear: '',
  members: '',
  phone: '',
  landmark: '',
  wayIn: '',
  dwelling: null,
  dwellingSince: '',
  noticeRead: false,
  fix: null,
  copied: null,
})

/**
 * The body that is judged and saved. `location`: what came of looking for the place; null where nobody looked for it.
 * `photos`: taken for it.
 */
export const registeredOf = (
  draft: RegisterDraft,
  location: Location | null,
  photos: Parameters<typeof copiedOf>[1] = [],
): HouseholdRegistered => ({
  headName: name(draft.headName),
  village: draft.village.trim(),
  ...(filled(draft.spouseName) ? { spouseName: name(draft.spouseName) } : {}),
  ...(filled(draft.otherName) ? { otherName: name(draft.otherName) } : {}),
  ...(filled(draft.birthYear) ? { birthYear: Number(draft.birthYear) } : {}),
  ...(filled(draft.members) ? { members: Number(draft.members) } : {}),
  ...(filled(draft.phone) ? { phone: draft.phone.trim() } : {}),
  ...(filled(draft.landmark) ? { landmark: draft.landmark.trim() } : {}),
  ...(filled(draft.wayIn) ? { wayIn: draft.wayIn.trim() } : {}),
  ...(draft.dwelling === null ? {} : { dwelling: draft.dwelling }),
  ...(draft.dwelling !== null && draft.dwellingSince !== '' ? { dwellingSince: draft.dwellingSince } : {}),
  ...(draft.noticeRead ? { noticeRead: true } : {}),
  // Where a sheet is copied is not where the house stands (decision 38).
  ...(location === null || draft.copied !== null ? {} : { location }),
  ...copiedOf(draft.copied, photos),
})

const filled = (text: string): boolean => text.trim() !== ''

const name = (text: string): string => text.trim().normalize('NFC')
