import type { PhotoTaken } from '../../../domain/entries/communeBodies.ts'
import type { ChecklistPublished, Words } from '../../../domain/entries/districtBodies.ts'
import { type DistrictState, districtEntries } from '../../../domain/people/districtState.ts'
import { useLiveStore } from './StoreContext.tsx'

const kept = new WeakMap<DistrictState, { version: number; titles: ReadonlyMap<string, Words> }>()

/** What a photo's slot is called, by the latest checklist that has it; undefined for a photo of no slot. */
export const useSlotTitle = (): ((photo: PhotoTaken) => Words | undefined) => {
  const { district } = useLiveStore()
  const before = kept.get(district)
  const titles = before?.version === district.version ? before.titles : titlesOf(district)
  kept.set(district, { version: district.version, titles })
  return ({ slot = '' }) => titles.get(slot)
}

const titlesOf = (district: DistrictState): ReadonlyMap<string, Words> =>
  new Map(
    districtEntries(district, 'checklist.published').flatMap(({ body }) =>
      (body as ChecklistPublished).photos.map(({ id, title }) => [id, title] as const),
    ),
  )
