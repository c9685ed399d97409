import type { PhotoTaken, VisitRecorded } from '../../../domain/entries/communeBodies.ts'
import { photosOfRecord, sheetPages } from '../../../domain/entries/photosOfRecord.ts'
import type { Household, Visit } from '../../../domain/household/household.ts'
import { wholeHousehold } from '../../../domain/household/wholeHousehold.ts'
import { useLiveStore } from './StoreContext.tsx'

/** `photos`: those saved with the visit, the sheet's among them; `pages`: photo ids of the sheet's. */
export type VisitPage = {
  visit: Visit & { body: VisitRecorded }
  household: Household
  photos: readonly PhotoTaken[]
  pages: readonly string[]
}

/** A visit with its household and photos; null where it isn't on this device, or was taken back. */
export const useVisit = (entry: string): VisitPage | null => {
  const { books } = useLiveStore()
  for (const state of books.values()) {
    const subject = state.subjects.get(entry)
    const household = subject === undefined ? undefined : wholeHousehold(state, subject)
    const visit = household?.visits.find((one) => one.entry === entry)
    const history = state.histories.get(subject ?? '') ?? []
    const record = history.find(({ id }) => id === entry)
    if (household === undefined || visit === undefined || record === undefined) continue
    return { visit, household, photos: photosOfRecord(record, history), pages: sheetPages(record, history) }
  }
  return null
}
